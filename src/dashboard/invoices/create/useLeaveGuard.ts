import { useBlocker } from '@tanstack/react-router';
import type { RefObject } from 'react';
import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import { paths } from '../../../contract/pagePaths.ts';
import { useHost } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';

/**
 * Why leaving needs a question: the request is still running, its outcome is unconfirmed, or typed values would be
 * lost.
 */
type LeaveReason = 'sending' | 'unconfirmed' | 'typed';

interface LeaveGuardOptions {
  /** Null if no question is needed. */
  reason: LeaveReason | null;
  /** True after success: no question is needed. */
  done: RefObject<boolean>;
  orderId: number;
  type: CreatableType;
  /** The user confirmed leaving. */
  onLeave: (reason: LeaveReason) => void;
}

/**
 * Asks before the user leaves a form with typed values or a running submit, for another page or another order. A
 * browser tab also asks before it is closed. Salla's host reloads the frame without asking; the draft restores the form
 * then.
 */
export function useLeaveGuard({ reason, done, orderId, type, onLeave }: LeaveGuardOptions): void {
  const { t } = useTranslation('create');
  const host = useHost();
  useBlocker({
    disabled: reason === null,
    enableBeforeUnload: () => host.kind === 'tab' && !done.current,
    shouldBlockFn: async ({ next }) => {
      if (done.current || reason === null) return false;
      if (next.fullPath === paths.newInvoice && next.search.orderId === orderId) {
        // Typed values move to the other invoice type; a submit belongs to this one.
        const { type: nextType = 'tax_invoice' } = next.search;
        if (reason === 'typed' || nextType === type) return false;
      }
      const outcome = await host.confirm({
        title: t(`leave.${reason}.title.${type}`),
        message: t(`leave.${reason}.message`),
        confirmText: t('leave.confirm'),
        cancelText: t('leave.cancel'),
        variant: 'warning',
        unanswered: t('leave.stayed'),
      });
      const leaving = outcome === 'confirmed';
      if (leaving) onLeave(reason);
      return !leaving;
    },
  });
}
