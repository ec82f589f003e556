import { MissingText } from '../../components/MissingText.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';

const known = [
  'bank',
  'credit_card',
  'mada',
  'apple_pay',
  'google_pay',
  'stc_pay',
  'paypal',
  'cod',
  'tabby_installment',
  'tamara_installment',
  'emkan_installment',
  'wallet',
  'free',
  'waiting',
] as const;

/** The payment method in words; Salla's own name if it is unknown here. */
export function PaymentMethod({ method }: { method: string | null }) {
  const { t } = useTranslation('invoices');
  if (method === null) return <MissingText />;
  const name = known.find((one) => one === method);
  return name === undefined ? <bdi>{method}</bdi> : t(`paymentMethods.${name}`);
}
