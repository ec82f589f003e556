import { useTranslation } from '../../i18n/useTranslation.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

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
