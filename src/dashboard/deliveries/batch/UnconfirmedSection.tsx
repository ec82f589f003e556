import type { Delivery } from '../../../contract/delivery.ts';
import { Button } from '../../components/Button.tsx';
import { useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { useMarkSent, useRetry } from './batchMutations.ts';
import { type Choice, ChooseAll, useChoice } from './choice.tsx';
import { OutcomeSection, RowList } from './OutcomeSection.tsx';
import { pluralArgs } from './pluralArgs.ts';
import { sentQuestion, unconfirmedQuestion } from './retryQuestions.ts';
import classes from './TroubleList.module.css';
import { UnconfirmedRow } from './UnconfirmedRow.tsx';
import { useKeptFocus } from './useKeptFocus.ts';
import type { OrdersOfPage } from './useShownOrders.ts';

interface UnconfirmedSectionProps {
  batchId: string;
  unconfirmed: readonly Delivery[];
  orders: OrdersOfPage;
  /** Announces to screen readers what was done. */
  onDone: (said: string) => void;
}

/** Unconfirmed deliveries, with the decision that only a person can make: one by one, or many at once. */
export function UnconfirmedSection(props: UnconfirmedSectionProps) {
  const { batchId, unconfirmed, orders, onDone } = props;
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const choice = useChoice();
  const focus = useKeptFocus(unconfirmed.map(({ id }) => id));
  if (unconfirmed.length === 0) return null;
  const left = (done: number) =>
    t('page.unconfirmed.left', pluralArgs(unconfirmed.length - done, language));
  const canChoose = unconfirmed.length > 1;
  return (
    <OutcomeSection
      title={t('page.unconfirmed.title', pluralArgs(unconfirmed.length, language))}
      sentence={t('page.unconfirmed.sentence')}
    >
      <div {...focus}>
        {canChoose ? (
          <ChosenActions
            batchId={batchId}
            unconfirmed={unconfirmed}
            choice={choice}
            onDone={(said, done) => onDone(`${said} ${left(done)}`)}
          />
        ) : null}
        <RowList rows={unconfirmed}>
          {(delivery) => (
            <UnconfirmedRow
              key={delivery.id}
              delivery={delivery}
              orders={orders}
              choice={canChoose ? choice : null}
              onDone={(said) => onDone(`${said} ${left(1)}`)}
            />
          )}
        </RowList>
      </div>
    </OutcomeSection>
  );
}

interface ChosenActionsProps {
  batchId: string;
  unconfirmed: readonly Delivery[];
  choice: Choice;
  onDone: (said: string, count: number) => void;
}

/** Ticks all, and decides about the ticked ones with one confirmation. */
function ChosenActions({ batchId, unconfirmed, choice, onDone }: ChosenActionsProps) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const markSent = useMarkSent(batchId);
  const retry = useRetry(batchId);
  const chosen = unconfirmed.filter(({ id }) => choice.ids.has(id));
  const count = pluralArgs(chosen.length, language);
  const words = { t, language };

  async function decide() {
    if ((await markSent.run(chosen, sentQuestion(chosen.length, words))) === null) return;
    onDone(t('page.unconfirmed.saidSent', count), chosen.length);
  }

  return (
    <div className={classes.choices}>
      <ChooseAll deliveries={unconfirmed} choice={choice} />
      {chosen.length === 0 ? null : (
        <>
          <Button size="small" busy={markSent.isPending} onClick={() => void decide()}>
            {t('page.unconfirmed.wentOut', count)}
          </Button>
          <Button
            size="small"
            busy={retry.isPending}
            onClick={() => void retry.run(chosen, unconfirmedQuestion(chosen.length, words))}
          >
            {t('page.unconfirmed.sendAgain', count)}
          </Button>
        </>
      )}
    </div>
  );
}
