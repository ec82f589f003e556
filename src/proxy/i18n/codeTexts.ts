import type { Language } from '../../contract/languages.ts';
import type { ProblemCode } from '../../contract/problemCodes.ts';

type CodeTexts = Readonly<Record<ProblemCode, { title: string; detail: string }>>;

const en: CodeTexts = {
  invalid_fields: {
    title: 'Some fields are not right',
    detail: 'Correct the fields named here and try again.',
  },
  bad_request: {
    title: 'The request is not right',
    detail: 'The request could not be understood. Check what is named here and try again.',
  },
  unauthenticated: {
    title: 'Not signed in',
    detail: 'Your session has ended. Sign in again to continue.',
  },
  token_rejected: {
    title: 'Salla did not accept the sign-in',
    detail: 'Reload the page in the Salla dashboard, then try again.',
  },
  store_not_connected: {
    title: 'The store is not connected',
    detail: 'Install the app from the Salla App Store, then open this page again.',
  },
  missing_scope: {
    title: 'The app lacks a permission',
    detail:
      'The app needs permission for this store’s orders. Reinstall it and accept the permissions.',
  },
  forbidden: {
    title: 'Not allowed',
    detail: 'You are not allowed to do this. Ask the store’s owner for access.',
  },
  not_found: {
    title: 'Not found',
    detail: 'There is nothing here, or it belongs to another store.',
  },
  conflict: {
    title: 'This is no longer possible',
    detail: 'Something has changed in the meantime. Reload the page and look again.',
  },
  reconnect_store: {
    title: 'The store has to be connected again',
    detail:
      'Salla ended the app’s access to this store. Open the app from the Salla App Store and allow it again.',
  },
  too_large: {
    title: 'Too much at once',
    detail: 'What was sent is larger than what is accepted here.',
  },
  unsupported_media_type: {
    title: 'This kind of content is not accepted',
    detail: 'Send the content as application/json.',
  },
  rate_limited: {
    title: 'Too many requests at once',
    detail: 'Salla asks us to wait a little.',
  },
  internal: {
    title: 'Something went wrong on our side',
    detail: 'The fault is ours. Try again, and give support the code if it keeps happening.',
  },
  salla_unavailable: {
    title: 'Salla is not answering',
    detail: 'Salla can’t be reached or gave an answer we could not read. Try again in a moment.',
  },
  salla_timeout: {
    title: 'Salla took too long',
    detail: 'Salla did not answer in time. Try again in a moment.',
  },
};

const ar: CodeTexts = {
  invalid_fields: {
    title: 'بعض الحقول غير صحيحة',
    detail: 'صحّح الحقول الموضحة ثم حاول مرة أخرى.',
  },
  bad_request: {
    title: 'الطلب غير صحيح',
    detail: 'تعذّر فهم الطلب. راجع ما هو موضح هنا ثم حاول مرة أخرى.',
  },
  unauthenticated: {
    title: 'لم تسجّل الدخول',
    detail: 'انتهت جلستك. سجّل الدخول من جديد للمتابعة.',
  },
  token_rejected: {
    title: 'لم تقبل سلة تسجيل الدخول',
    detail: 'أعد تحميل الصفحة من لوحة تحكم سلة ثم حاول مرة أخرى.',
  },
  store_not_connected: {
    title: 'المتجر غير مرتبط',
    detail: 'ثبّت التطبيق من متجر تطبيقات سلة ثم افتح هذه الصفحة من جديد.',
  },
  missing_scope: {
    title: 'تنقص التطبيق صلاحية',
    detail: 'يحتاج التطبيق إلى صلاحية طلبات هذا المتجر. أعد تثبيته ووافق على الصلاحيات.',
  },
  forbidden: {
    title: 'غير مسموح',
    detail: 'ليس لديك صلاحية لهذا الإجراء. اطلب الصلاحية من مالك المتجر.',
  },
  not_found: {
    title: 'غير موجود',
    detail: 'لا يوجد شيء هنا، أو أنه يخص متجرًا آخر.',
  },
  conflict: {
    title: 'لم يعد ذلك ممكنًا',
    detail: 'تغيّر شيء في هذه الأثناء. أعد تحميل الصفحة وراجع من جديد.',
  },
  reconnect_store: {
    title: 'يلزم ربط المتجر من جديد',
    detail:
      'انقطع اتصال التطبيق بهذا المتجر. افتحه من متجر تطبيقات سلة ووافق على صلاحياته من جديد.',
  },
  too_large: {
    title: 'الحجم أكبر من المسموح',
    detail: 'ما أُرسل أكبر مما نقبله هنا.',
  },
  unsupported_media_type: {
    title: 'نوع المحتوى غير مقبول',
    detail: 'أرسل المحتوى بصيغة application/json.',
  },
  rate_limited: {
    title: 'طلبات كثيرة في وقت واحد',
    detail: 'تطلب سلة أن ننتظر قليلًا.',
  },
  internal: {
    title: 'حدث خطأ من جهتنا',
    detail: 'الخطأ منّا. حاول مرة أخرى، وإن استمر فزوّد الدعم بالرمز.',
  },
  salla_unavailable: {
    title: 'سلة لا تستجيب',
    detail: 'تعذّر الوصول إلى سلة أو وصل منها رد غير مقروء. حاول مرة أخرى بعد لحظات.',
  },
  salla_timeout: {
    title: 'تأخر رد سلة',
    detail: 'لم ترد سلة في الوقت المناسب. حاول مرة أخرى بعد لحظات.',
  },
};

/** What each problem code says to people. */
export const codeTexts: Readonly<Record<Language, CodeTexts>> = { ar, en };
