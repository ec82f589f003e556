import type { DeliveryReason, SkippedDelivery } from '../../contract/delivery.ts';
import type { DeliveryState } from '../../contract/deliveryStates.ts';
import type { Language } from '../../contract/languages.ts';

/** What the exported result of a batch says, column by column. */
interface BatchCsvTexts {
  columns: readonly string[];
  states: Readonly<Record<DeliveryState, string>>;
  reasons: Readonly<Record<DeliveryReason, string>>;
  /** In place of `salla_error`, where Salla took it at no time and it was given up. */
  givenUp: string;
  /** In place of `reconnect`, where it still waits for that. */
  waitsForConnection: string;
  from: Readonly<Record<'tab' | 'embedded', string>>;
  heldBack: string;
  heldBackReasons: Readonly<Record<SkippedDelivery['reason'] | 'maybe_sent_recently', string>>;
}

const en: BatchCsvTexts = {
  columns: [
    'Order number',
    'Order ID',
    'Customer',
    'Invoice ID',
    'State',
    'Reason',
    'Salla said',
    'Attempts',
    'Requested by',
    'From',
    'Requested at (Riyadh time)',
    'Finished at (Riyadh time)',
    'Decided by',
  ],
  states: {
    queued: 'Queued',
    sending: 'Going out',
    sent: 'Salla accepted it',
    failed: 'Failed',
    unconfirmed: 'Unconfirmed',
    canceled: 'Cancelled',
  },
  reasons: {
    no_email: 'No email on this order',
    not_found: 'Salla no longer has this order or its invoice',
    refused: 'Salla refused it',
    forbidden: 'Salla does not allow this app to send',
    reconnect: 'The connection to Salla had ended',
    salla_error: 'Salla broke off with an error',
    interrupted: 'The sending was interrupted',
    timeout: 'Salla did not answer in time',
  },
  givenUp: 'Salla could not take it for a day',
  waitsForConnection: 'Waits until the store is connected to Salla again',
  from: { tab: 'Browser', embedded: 'Salla dashboard' },
  heldBack: 'Skipped',
  heldBackReasons: {
    sent_recently: 'Sent minutes ago',
    maybe_sent_recently: 'May have been sent minutes ago',
    already_queued: 'Already queued or being sent',
  },
};

const ar: BatchCsvTexts = {
  columns: [
    'رقم الطلب',
    'معرّف الطلب',
    'العميل',
    'معرّف الفاتورة',
    'الحالة',
    'السبب',
    'رد سلة',
    'عدد المحاولات',
    'طلبها',
    'من',
    'وقت الطلب (بتوقيت الرياض)',
    'وقت الانتهاء (بتوقيت الرياض)',
    'قرر ذلك',
  ],
  states: {
    queued: 'في الانتظار',
    sending: 'قيد الإرسال',
    sent: 'قبلتها سلة',
    failed: 'فشل الإرسال',
    unconfirmed: 'غير مؤكدة',
    canceled: 'أُلغيت',
  },
  reasons: {
    no_email: 'لا يوجد بريد إلكتروني في هذا الطلب',
    not_found: 'لم يعد هذا الطلب أو فاتورته موجودًا في سلة',
    refused: 'رفضت سلة الإرسال',
    forbidden: 'لا تسمح سلة لهذا التطبيق بالإرسال',
    reconnect: 'انقطع اتصال التطبيق بسلة',
    salla_error: 'حدث خطأ لدى سلة أثناء الإرسال',
    interrupted: 'انقطع الإرسال قبل اكتماله',
    timeout: 'لم ترد سلة في الوقت المحدد',
  },
  givenUp: 'لم تتمكن سلة من قبولها طوال يوم',
  waitsForConnection: 'تنتظر عودة اتصال التطبيق بسلة',
  from: { tab: 'المتصفح', embedded: 'داخل سلة' },
  heldBack: 'لم تُرسل',
  heldBackReasons: {
    sent_recently: 'أُرسلت قبل دقائق',
    maybe_sent_recently: 'قد تكون أُرسلت قبل دقائق',
    already_queued: 'كانت قيد الإرسال بالفعل',
  },
};

export const batchCsvTexts: Readonly<Record<Language, BatchCsvTexts>> = { ar, en };
