import { useBlocker } from '@tanstack/react-router';
import type { RefObject } from 'react';
import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import { paths } from '../../../contract/pagePaths.ts';
import { useHost } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';

/** What a person should know before leaving: it is on its way, it may be made already, or typing would be lost. */
type LeaveReason = 'sending' | 'unanswered' | 'typed';

interface LeaveGuardParts {
  /** Null where the form may be left without a question. */
  reason: LeaveReason | null;
  /** The form did its work: it may be left without a question. */
  done: RefObject<boolean>;
  orderId: number;
  type: CreatableType;
  /** The person said to leave, after this question. */
  onLeave: (reason: LeaveReason) => void;
}

/**
 * Asks before a form that was typed in or sent is left, for another page or for another order. A tab asks before it is
 * closed as well; Salla's host loads the frame anew by itself, and then the draft brings the form back.
 */
export function useLeaveGuard({ reason, done, orderId, type, onLeave }: LeaveGuardParts): void {
  const { t } = useTranslation('create');
  const host = useHost();
  useBlocker({
    disabled: reason === null,
    enableBeforeUnload: () => host.kind === 'tab' && !done.current,
    shouldBlockFn: async ({ next }) => {
      if (done.current || reason === null) return false;
      if (next.fullPath === paths.newInvoice && next.search.orderId === orderId) {
        // What was typed goes along to the other type; what was sent is of this one.
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
