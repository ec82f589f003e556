import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';

/** The address names an order that Salla has not, or not for this store. */
export function OrderNotFound({ onOtherOrder }: { onOtherOrder: () => void }) {
  const { t } = useTranslation('create');
  return (
    <Card>
      <EmptyState
        title={t('order.missingTitle')}
        sentence={t('order.missingSentence')}
        action={<Button onClick={onOtherOrder}>{t('order.another')}</Button>}
      />
    </Card>
  );
}
