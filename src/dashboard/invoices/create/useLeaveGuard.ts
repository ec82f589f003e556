import { useBlocker } from '@tanstack/react-router';
import type { RefObject } from 'react';
import { useHost } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { paths } from '../../paths.ts';

interface LeaveGuardParts {
  /** There is something to lose. */
  guarded: boolean;
  /** The form did its work: it may be left without a question. */
  done: RefObject<boolean>;
  orderId: number;
  /** The person said to leave. */
  onLeave: () => void;
}

/**
 * Asks before a form that was typed in is left, for another page or for another order. A tab asks before it is
 * closed as well; Salla's host loads the frame anew by itself, and then the draft brings the form back.
 */
export function useLeaveGuard({ guarded, done, orderId, onLeave }: LeaveGuardParts): void {
  const { t } = useTranslation('create');
  const host = useHost();
  useBlocker({
    disabled: !guarded,
    enableBeforeUnload: () => host.kind === 'tab' && !done.current,
    shouldBlockFn: async ({ next }) => {
      if (done.current) return false;
      if (next.fullPath === paths.newInvoice && next.search.orderId === orderId) return false;
      const leaving = await host.confirm({
        title: t('leave.title'),
        message: t('leave.message'),
        confirmText: t('leave.confirm'),
        cancelText: t('leave.cancel'),
        variant: 'warning',
      });
      if (leaving) onLeave();
      return !leaving;
    },
  });
}
