import { Card } from '../../components/Card.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { OrderSearch } from '../OrderSearch.tsx';
import classes from './CreatePage.module.css';

/** The first question; the cursor is in it when the page opens. */
export function ChooseOrder({ onChoose }: { onChoose: (orderId: number) => void }) {
  const { t } = useTranslation('create');
  return (
    <div className={classes.column}>
      <Card title={t('order.choose')}>
        <p className={classes.help}>{t('order.chooseHelp')}</p>
        <OrderSearch takesFocus onChoose={onChoose} />
      </Card>
    </div>
  );
}
