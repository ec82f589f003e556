/** Why a request to create an invoice is refused: what is wrong, and what is right. */
export const createTexts = {
  order_id: {
    ar: 'يجب أن يكون معرّف الطلب، وهو عدد صحيح مثل 1557892161.',
    en: 'This must be the order’s id, a whole number such as 1557892161.',
  },
  amount_required: {
    ar: 'هذا المبلغ مطلوب. اكتب 0 إذا لم يكن هناك مبلغ.',
    en: 'This is required. Write 0 where there is none.',
  },
  number_required: {
    ar: 'رقم الفاتورة مطلوب، مثل INV-2026/001.',
    en: 'The invoice’s number is required, such as INV-2026/001.',
  },
  url_required: {
    ar: 'رابط ملف PDF مطلوب، مثل https://example.com/invoice.pdf',
    en: 'The PDF’s address is required, such as https://example.com/invoice.pdf',
  },
  file_required: {
    ar: 'ملف PDF مطلوب. أرسله بصيغة multipart/form-data في جزء اسمه file.',
    en: 'The PDF is required. Send it as multipart/form-data, in a part named file.',
  },
  text: { ar: 'يجب أن يكون نصًا.', en: 'This must be text.' },
  not_a_number: {
    ar: 'هذا ليس رقمًا. اكتب رقمًا مثل 1234.50 دون علامات تنصيص.',
    en: 'This is not a number. Write one such as 1234.50, without quotes.',
  },
  thousands_marks: {
    ar: 'اكتب الرقم دون فواصل الآلاف: 1234.50 بدلًا من 1,234.50.',
    en: 'Write the number without marks between thousands: 1234.50, not 1,234.50.',
  },
  negative: {
    ar: 'لا يمكن أن يكون أقل من صفر. مبالغ الإشعار الدائن موجبة أيضًا.',
    en: 'This can’t be below 0. A credit note’s amounts are positive as well.',
  },
  too_large: {
    ar: 'الرقم أكبر من المسموح. أكبر قيمة هي {0}.',
    en: 'This number is too large. It may be at most {0}.',
  },
  text_too_long: {
    ar: 'النص أطول من المسموح. أكبر عدد للأحرف هو {0}.',
    en: 'This is too long. It may have at most {0} characters.',
  },
  decimals: {
    ar: 'الخانات العشرية أكثر من المسموح هنا. أكبر عدد لها هو {0}.',
    en: 'This has more decimals than are taken here. It may have at most {0}.',
  },
  number_shape: {
    ar: 'استخدم الحروف والأرقام، وبينها المسافات أو الرموز . _ # / - مثل INV-2026/001.',
    en: 'Use letters and digits, with spaces or . _ # / - between them, such as INV-2026/001.',
  },
  not_https: {
    ar: 'يجب أن يكون رابطًا كاملًا يبدأ بـ https:// دون مسافات أو اسم مستخدم أو # مثل https://example.com/invoice.pdf',
    en: 'This must be a whole address that begins with https:// and has no spaces, user name or # in it, as in https://example.com/invoice.pdf',
  },
  pdf_ending: {
    ar: 'يجب أن ينتهي الرابط بـ .pdf دون شيء بعدها، فسلة لا تقبل غير ذلك.',
    en: 'The address must end in .pdf with nothing after it: Salla takes no other.',
  },
  pdf_capitals: {
    ar: 'لا تقبل سلة إلا .pdf بأحرف صغيرة في آخر الرابط. غيّر اسم الملف في موقعك ثم أرسل رابطه الجديد.',
    en: 'The address must end in .pdf in small letters: Salla takes no other. Rename the file where it is stored, and send its new address.',
  },
  empty_file: {
    ar: 'الملف فارغ. أرسل ملف PDF فيه محتوى.',
    en: 'The file is empty. Send a PDF that has content.',
  },
  file_too_large: {
    ar: 'حجم الملف أكبر من 10 ميجابايت. أرسل ملف PDF أصغر.',
    en: 'The file is larger than 10 MB. Send a smaller PDF.',
  },
  not_pdf: {
    ar: 'هذا ليس ملف PDF، أيًا كان اسمه. أرسل ملف PDF.',
    en: 'This is not a PDF, whatever its name says. Send a PDF.',
  },
  form_for_file: {
    ar: 'صيغة multipart/form-data لنوع البيانات file وحده. أرسل الأنواع الأخرى بصيغة application/json.',
    en: 'multipart/form-data is for the data type file alone. Send the others as application/json.',
  },
  unknown_order: {
    ar: 'لا يوجد في المتجر طلب بهذا المعرّف. استخدم معرّف الطلب لا رقمه.',
    en: 'The store has no order with this id. Use the order’s id, not its number.',
  },
  no_tax_invoice: {
    ar: 'ليس لهذا الطلب فاتورة ضريبية يصححها الإشعار الدائن. أنشئ الفاتورة الضريبية أولًا.',
    en: 'This order has no tax invoice that a credit note could correct. Create the tax invoice first.',
  },
  has_tax_invoice: {
    ar: 'لهذا الطلب فاتورة ضريبية من قبل، ولا يكون للطلب أكثر من واحدة.',
    en: 'This order has a tax invoice already, and an order has no more than one.',
  },
  has_credit_note: {
    ar: 'لهذا الطلب إشعار دائن من قبل، ولا يكون للطلب أكثر من واحد.',
    en: 'This order has a credit note already, and an order has no more than one.',
  },
  salla_said: { ar: 'قالت سلة: «{0}»', en: 'Salla said: “{0}”' },
  maybe_another: {
    ar: 'ظهرت للطلب فاتورة جديدة أثناء الإنشاء، وليس مؤكدًا أنها هذه. راجع فواتير الطلب.',
    en: 'A new invoice of this order appeared meanwhile, and it is not certain that it is this one. Look at the order’s invoices.',
  },
} as const;
