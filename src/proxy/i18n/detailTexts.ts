import type { Language } from '../../contract/languages.ts';

const en = {
  method_not_allowed: 'This address does not take this kind of request.',
  malformed_json: 'The content is not valid JSON.',
  cut_off: 'The content broke off before its end.',
  malformed_form: 'The form is not valid multipart/form-data, or broke off before its end.',
  file_too_large: 'The file is larger than 10 MB. Send a smaller PDF.',
  json_or_form:
    'Send application/json, or multipart/form-data where a PDF comes with it (data type file).',
  uploads_busy: 'Many files are being uploaded at the moment. Try again in a few seconds.',
  store_busy:
    'This store is busy at the moment: many requests at once have used up what Salla takes in a minute.',
  salla_blocks: 'Salla refuses this app’s requests for a while.',
  not_encoded: 'Send the content as it is, without a Content-Encoding.',
  creation_under_way:
    'This invoice is still being made. Ask again in a moment, with the same Idempotency-Key.',
  maybe_created:
    'Salla gave no clear answer, so the invoice may have been made. Ask again with the same Idempotency-Key: no second one is made.',
  maybe_created_once:
    'Salla gave no clear answer, so the invoice may have been made. Look at the order’s invoices before you ask again.',
  refused_without_field: 'Salla refused this, and named no field.',
  sign_in_first: 'Sign in first.',
  other_site: 'The request came from another site.',
  not_http: 'This is not a request that HTTP knows. Addresses are ASCII, the rest percent-encoded.',
  headers_too_large: 'The request’s headers are too long: 16 KB are taken.',
  too_slow: 'The request took too long to arrive.',
  bad_host: 'The request names no host, or one that can’t be.',
  not_from_salla: 'This is not signed with the app’s webhook secret.',
  not_for_you: 'This needs the token that it is kept behind.',
  key_used_for_other: 'This Idempotency-Key was used for another request.',
  left_already: 'It is no longer waiting: it has left, or it was cancelled.',
  not_to_be_retried: 'Only one that failed, is unconfirmed or was cancelled can be sent again.',
  retried_already: 'It was sent again already. Look at the newer one.',
  under_way: 'A resend of this order is waiting or going out already.',
  sent_recently: 'This order’s invoice was sent a few minutes ago.',
  maybe_sent_recently:
    'Another resend of this order a few minutes ago may have gone out. Decide about that one first.',
  not_unconfirmed: 'Only an unconfirmed one can be decided.',
  nothing_to_retry: 'Nothing failed in this batch that was not sent again already.',
} as const;

export type DetailKey = keyof typeof en;

const ar: Readonly<Record<DetailKey, string>> = {
  method_not_allowed: 'هذا العنوان لا يقبل هذا النوع من الطلبات.',
  malformed_json: 'المحتوى ليس JSON صحيحًا.',
  cut_off: 'انقطع المحتوى قبل نهايته.',
  malformed_form: 'النموذج ليس multipart/form-data صحيحًا، أو انقطع قبل نهايته.',
  file_too_large: 'حجم الملف أكبر من 10 ميجابايت. أرسل ملف PDF أصغر.',
  json_or_form:
    'أرسل application/json، أو multipart/form-data إذا كان معه ملف PDF (نوع البيانات file).',
  uploads_busy: 'تُرفع ملفات كثيرة الآن. حاول مرة أخرى بعد ثوانٍ.',
  store_busy: 'المتجر مزدحم الآن: طلبات كثيرة في وقت واحد استهلكت ما تقبله سلة في الدقيقة.',
  salla_blocks: 'ترفض سلة طلبات هذا التطبيق لفترة قصيرة.',
  not_encoded: 'أرسل المحتوى كما هو دون Content-Encoding.',
  creation_under_way:
    'ما زال إنشاء هذه الفاتورة جاريًا. أعد السؤال بعد لحظات بمفتاح Idempotency-Key نفسه.',
  maybe_created:
    'لم يصل من سلة رد واضح، فقد تكون الفاتورة أُنشئت. أعد المحاولة بمفتاح Idempotency-Key نفسه: لن تُنشأ فاتورة ثانية.',
  maybe_created_once:
    'لم يصل من سلة رد واضح، فقد تكون الفاتورة أُنشئت. راجع فواتير الطلب قبل إعادة المحاولة.',
  refused_without_field: 'رفضت سلة هذا الطلب ولم تحدد حقلًا بعينه.',
  sign_in_first: 'سجّل الدخول أولًا.',
  other_site: 'جاء الطلب من موقع آخر.',
  not_http: 'هذا ليس طلب HTTP صحيحًا. تُكتب العناوين بحروف ASCII وما سواها بالترميز المئوي.',
  headers_too_large: 'ترويسات الطلب أطول من الحد المسموح وهو 16 كيلوبايت.',
  too_slow: 'استغرق وصول الطلب وقتًا أطول من اللازم.',
  bad_host: 'لا يذكر الطلب اسم الخادم، أو أن الاسم غير صحيح.',
  not_from_salla: 'الطلب غير موقّع بالمفتاح السري للتطبيق.',
  not_for_you: 'يلزم الرمز الذي يحمي هذا العنوان.',
  key_used_for_other: 'استُخدم مفتاح Idempotency-Key هذا لطلب آخر.',
  left_already: 'لم تعد في الانتظار: خرجت للإرسال أو أُلغيت.',
  not_to_be_retried: 'لا يُعاد إرسال إلا ما فشل أو لم يتأكد أو أُلغي.',
  retried_already: 'أُعيد إرسالها من قبل. راجع العملية الأحدث.',
  under_way: 'لهذا الطلب إعادة إرسال في الانتظار أو قيد الإرسال.',
  sent_recently: 'أُرسلت فاتورة هذا الطلب قبل دقائق.',
  maybe_sent_recently: 'قد تكون عملية أخرى لهذا الطلب خرجت قبل دقائق. احسم أمرها أولًا.',
  not_unconfirmed: 'لا يُحسم إلا ما هو غير مؤكد.',
  nothing_to_retry: 'لا توجد في مجموعة الإرسال هذه فاتورة تعذّر إرسالها ولم يُعَد إرسالها.',
};

/** Details that say more than their code's own. */
export const detailTexts: Readonly<Record<Language, Readonly<Record<DetailKey, string>>>> = {
  ar,
  en,
};
