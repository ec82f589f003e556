import type { deliveries as english } from '../en/deliveries.ts';
import type { InArabic } from '../language.ts';

export const deliveries: InArabic<typeof english> = {
  title: 'عمليات إعادة الإرسال',
};
