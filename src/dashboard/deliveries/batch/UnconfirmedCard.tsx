import { Card } from '../../components/Card.tsx';
import { useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { counted } from './counted.ts';
import { MoreRows } from './MoreRows.tsx';
import type { OrdersOfPage } from './OrderName.tsx';
import type { OpenOnes } from './openOnes.ts';
import classes from './TroubleList.module.css';
import { UnconfirmedChoice } from './UnconfirmedChoice.tsx';
import { UnconfirmedRow } from './UnconfirmedRow.tsx';
import { useChoice } from './useChoice.ts';
import { useFirstOf } from './useFirstOf.ts';
import { useKeptFocus } from './useKeptFocus.ts';

interface UnconfirmedCardProps {
  batchId: string;
  unconfirmed: OpenOnes;
  orders: OrdersOfPage;
  /** Says to screen readers what has been done. */
  onDone: (said: string) => void;
}

/** What may have gone out, with the decision that only a person can take: about each, or about many at once. */
export function UnconfirmedCard({ batchId, unconfirmed, orders, onDone }: UnconfirmedCardProps) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const { open, areComing } = unconfirmed;
  const choice = useChoice();
  const { shown, more, showAll } = useFirstOf(open);
  const focus = useKeptFocus(open.map(({ id }) => id));
  if (open.length === 0) return null;
  const left = (done: number) => t('page.unconfirmed.left', counted(open.length - done, language));
  return (
    <Card title={t('page.unconfirmed.title', counted(open.length, language))}>
      <p className={classes.sentence}>{t('page.unconfirmed.sentence')}</p>
      <div {...focus}>
        {open.length < 2 ? null : (
          <UnconfirmedChoice
            batchId={batchId}
            open={open}
            choice={choice}
            onDone={(said, done) => onDone(`${said} ${left(done)}`)}
          />
        )}
        <ul className={classes.rows}>
          {shown.map((delivery) => (
            <UnconfirmedRow
              key={delivery.id}
              delivery={delivery}
              orders={orders}
              choice={open.length < 2 ? null : choice}
              onDone={(said) => onDone(`${said} ${left(1)}`)}
            />
          ))}
        </ul>
      </div>
      <MoreRows more={more} onShow={showAll} />
      {areComing ? <p className={classes.coming}>{t('page.failed.loading')}</p> : null}
    </Card>
  );
}
