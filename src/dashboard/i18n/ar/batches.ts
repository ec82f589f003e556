import type { batches as english } from '../en/batches.ts';
import type { InArabic } from '../language.ts';

export const batches: InArabic<typeof english> = {
  choose: {
    title: 'إعادة إرسال هذه الفواتير؟',
  },
  page: {
    title: 'إعادة إرسال {{when}}',
  },
};
