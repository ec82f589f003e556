import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { ProblemError } from '../api/ProblemError.ts';
import { type Confirmation, useHost } from '../host/Host.ts';
import { refreshDeliveries } from './recordDelivery.ts';
import { useProblemToast } from './useProblemToast.ts';

/**
 * A change that a person makes after a confirmation: once at a time, its failure as a toast, and every list fetched again at its end.
 * `run` resolves to what `change` returned; to null if the person declined, it failed, or it is already under way.
 */
export function useConfirmedChange<Input, Result>(change: (input: Input) => Promise<Result>) {
  const queryClient = useQueryClient();
  const host = useHost();
  const toastProblem = useProblemToast();
  const isRunning = useRef(false);
  const { isPending, mutateAsync } = useMutation({
    mutationFn: async ({ input, question }: { input: Input; question: Confirmation }) => {
      if ((await host.confirm(question)) !== 'confirmed') return null;
      return change(input).finally(() => refreshDeliveries(queryClient));
    },
    onError: (error) => toastProblem(error),
  });
  return {
    isPending,
    run: async (input: Input, question: Confirmation): Promise<Result | null> => {
      if (isRunning.current) return null;
      isRunning.current = true;
      return mutateAsync({ input, question })
        .catch((error: unknown) => {
          if (error instanceof ProblemError) return null;
          throw error;
        })
        .finally(() => {
          isRunning.current = false;
        });
    },
  };
}
