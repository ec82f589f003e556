import type { common as english } from '../en/common.ts';
import type { InArabic } from '../language.ts';

export const common: InArabic<typeof english> = {
  product: 'مكتب الفواتير',
  navigation: { label: 'الصفحات', invoices: 'الفواتير', deliveries: 'عمليات إعادة الإرسال' },
  skipToContent: 'انتقل إلى المحتوى',
  settings: {
    language: 'English',
    theme: 'المظهر',
    themes: { system: 'مثل الجهاز', light: 'فاتح', dark: 'داكن' },
    signOut: 'تسجيل الخروج',
    signOutFailed: 'لم ينجح تسجيل الخروج. حاول مرة أخرى.',
    shortcuts: 'المفاتيح',
  },
  actions: {
    tryAgain: 'حاول مرة أخرى',
    cancel: 'إلغاء',
    close: 'إغلاق',
    confirm: 'تأكيد',
    dismiss: 'إخفاء',
    toInvoices: 'إلى الفواتير',
    reload: 'أعد تحميل الصفحة',
    leave: 'العودة إلى سلة',
  },
  loading: 'جارٍ التحميل…',
  slow: 'سلة تتأخر أكثر من المعتاد. تمتلئ هذه الصفحة حالما تجيب.',
  requestId: 'رقم الطلب التقني {{requestId}}',
  pagination: {
    label: 'صفحات القائمة',
    previous: 'الصفحة السابقة',
    next: 'الصفحة التالية',
    range: '{{from}} إلى {{to}} من {{total}}',
    perPage: 'عدد الصفوف في الصفحة',
  },
  money: { riyal: 'ر.س', unknown: 'غير معروف' },
  missing: '—',
  missingLabel: 'غير معروف',
  relative: { now: 'الآن' },
  signIn: {
    title: 'تسجيل الدخول',
    sentence: 'اعثر على فاتورة الطلب وأعد إرسالها إلى العميل.',
    button: 'الدخول عبر سلة',
    failed: 'لم ينجح تسجيل الدخول. لم يتغير شيء؛ حاول مرة أخرى.',
    ended: 'انتهت جلستك. سجّل الدخول لتكمل من حيث كنت.',
  },
  notFound: {
    title: 'لا توجد صفحة بهذا العنوان',
    sentence: 'قد يكون العنوان خطأ، أو أن ما يشير إليه لم يعد موجودًا.',
  },
  crashed: {
    title: 'تعطلت هذه الصفحة',
    sentence: 'حدث خطأ هنا، لا في متجرك. لم يُرسل أي شيء.',
  },
  offline: 'أنت غير متصل بالإنترنت. قد يكون ما تراه قديمًا؛ وسيُحدَّث حين يعود الاتصال.',
  stale: 'تعذر تحديث هذه البيانات؛ قد تكون قديمة.',
  host: {
    silentTitle: 'لوحة تحكم سلة لم تُجب',
    silentSentence:
      'تعمل هذه الصفحة داخل لوحة تحكم سلة، وقد انتظرتها 10 ثوانٍ. افتحها من جديد من لوحة التحكم في سلة.',
    refusedTitle: 'لم يُقبل الدخول عبر سلة',
    refusedSentence:
      'أعطت سلة هذه الصفحة تصريحًا جديدًا ورُفض مرة أخرى. افتح التطبيق من جديد من لوحة التحكم في سلة؛ وإن لم ينفع ذلك فأخبر الدعم بالرقم أدناه.',
  },
  problems: {
    offline: { title: 'لا يوجد اتصال', advice: 'تحقق من اتصال الإنترنت، ثم حاول مرة أخرى.' },
    invalid_fields: { title: 'في المدخلات شيء غير صحيح', advice: 'انظر الحقول المُعلَّمة.' },
    bad_request: {
      title: 'هذا العنوان يطلب شيئًا غير موجود',
      advice: 'امسح عوامل التصفية وحاول مرة أخرى.',
    },
    unauthenticated: { title: 'انتهت جلستك', advice: 'سجّل الدخول مرة أخرى لتكمل.' },
    token_rejected: {
      title: 'لم يُقبل الدخول عبر سلة',
      advice: 'افتح التطبيق من جديد من لوحة التحكم في سلة.',
    },
    store_not_connected: {
      title: 'هذا المتجر غير مرتبط',
      advice: 'ثبّت مكتب الفواتير من متجر تطبيقات سلة، ثم افتحه من جديد.',
    },
    missing_scope: {
      title: 'لا يُسمح لمكتب الفواتير بالاطلاع على طلبات هذا المتجر',
      advice: 'اطلب من مالك المتجر السماح للتطبيق بقراءة الطلبات وتعديلها.',
    },
    forbidden: {
      title: 'سلة لا تسمح بهذا',
      advice: 'اطلب من مالك المتجر صلاحية الاطلاع على الطلبات.',
    },
    not_found: { title: 'غير موجود هنا', advice: 'ربما حُذف في سلة.' },
    conflict: { title: 'تغيّر هذا في الأثناء', advice: 'أعد تحميله لترى حالته الآن.' },
    reconnect_store: {
      title: 'انقطع الربط مع سلة',
      advice: 'أعد تثبيت مكتب الفواتير من متجر تطبيقات سلة لربط المتجر من جديد.',
    },
    too_large: { title: 'هذا أكبر من المسموح', advice: 'أرسل أقل في المرة الواحدة.' },
    unsupported_media_type: { title: 'هذا النوع من الملفات غير مقبول', advice: 'استخدم ملف PDF.' },
    rate_limited: {
      title: 'طلبات كثيرة لهذا المتجر الآن',
      advice: 'انتظر قليلًا، ثم حاول مرة أخرى.',
    },
    internal: {
      title: 'حدث خطأ عندنا',
      advice: 'حاول مرة أخرى. إن استمر فأخبر الدعم بالرقم أدناه.',
    },
    salla_unavailable: {
      title: 'سلة لا تجيب',
      advice: 'لا مشكلة في متجرك. حاول مرة أخرى بعد قليل.',
    },
    salla_timeout: { title: 'تأخرت سلة في الإجابة', advice: 'حاول مرة أخرى بعد قليل.' },
  },
  retryIn_zero: 'حاول مرة أخرى الآن.',
  retryIn_one: 'حاول مرة أخرى بعد ثانية واحدة.',
  retryIn_two: 'حاول مرة أخرى بعد ثانيتين.',
  retryIn_few: 'حاول مرة أخرى بعد {{count}} ثوانٍ.',
  retryIn_many: 'حاول مرة أخرى بعد {{count}} ثانية.',
  retryIn_other: 'حاول مرة أخرى بعد {{count}} ثانية.',
  shortcuts: {
    title: 'المفاتيح',
    help: 'هذه القائمة',
    search: 'البحث',
    next: 'الصف التالي',
    previous: 'الصف السابق',
    select: 'تحديد الصف',
    resend: 'إعادة الإرسال',
  },
};
