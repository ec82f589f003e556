import { batchPage } from './batchPage.ts';

/** Words of resending many at once: the question before it, and the page of what came of it. */
export const batches = {
  choose: {
    title_one: 'Send the invoice of one order?',
    title_other: 'Send the invoices of {{n}} orders?',
    oneEmail: 'Each order gets one email, however many of its invoices are selected.',
    creditNotes_one: 'One credit note is among what you selected.',
    creditNotes_other: '{{n}} credit notes are among what you selected.',
    sentRecently_one:
      'One order is skipped: it was sent minutes ago, or may have been. You can send it all the same from the page that follows.',
    sentRecently_other:
      '{{n}} orders are skipped: they were sent minutes ago, or may have been. You can send them all the same from the page that follows.',
    alreadyQueued_one: 'One order is skipped: it is already being sent.',
    alreadyQueued_other: '{{n}} orders are skipped: they are already being sent.',
    takes: 'It takes about {{duration}}. You can close the page meanwhile.',
    takesSeconds: 'It takes a few seconds.',
    paceUnknown: 'It goes out as fast as Salla allows. You can close the page meanwhile.',
    second_one: '{{n}} second',
    second_other: '{{n}} seconds',
    minute_one: 'a minute',
    minute_other: '{{n}} minutes',
    send_one: 'Send one email',
    send_other: 'Send {{n}} emails',
    cancel: 'Cancel',
    repeatTitle: 'Send them once more?',
    repeat_one:
      'The order was sent minutes ago, or may have been. The customer can get a second email.',
    repeat_other:
      '{{n}} orders were sent minutes ago, or may have been. These customers can get a second email.',
    sendAgain_one: 'Send it again',
    sendAgain_other: 'Send {{n}} again',
    allUnderWay_one: 'Nothing to send: the order is already being sent.',
    allUnderWay_other: 'Nothing to send: all {{n}} orders are already being sent.',
  },
  recent: {
    title: 'Resends of several orders',
    more_one: 'Show one more',
    more_other: 'Show {{n}} more',
    fewer: 'Show fewer',
  },
  /** The host passed on no answer to a question in time. */
  unanswered: {
    send: 'Nothing was sent: the question was open for too long. Press the button again.',
    cancel:
      'Nothing was cancelled: the question was open for too long. The resend is paused: press “Cancel the rest” again, or “Resume”.',
    wentOut: 'Nothing was recorded: the question was open for too long. Press the button again.',
  },
  page: batchPage,
} as const;
