import { useId } from 'react';
import type { Batch } from '../../../contract/batch.ts';
import type { Delivery } from '../../../contract/delivery.ts';
import { Button } from '../../components/Button.tsx';
import { useLayout, usePrimaryAction } from '../../host/Host.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { reasonText, staffName } from '../deliveryWords.ts';
import { DeliveryActions } from '../record/DeliveryActions.tsx';
import { useRetry } from './batchMutations.ts';
import { type Choice, ChooseAll, ChooseOne, useChoice } from './choice.tsx';
import { type FailureGroup, failureGroups } from './failureGroups.ts';
import { OpenInSalla } from './OpenInSalla.tsx';
import { OrderName } from './OrderName.tsx';
import { OutcomeSection, RowList } from './OutcomeSection.tsx';
import { pluralArgs } from './pluralArgs.ts';
import { isLive } from './progress.ts';
import { failedQuestion } from './retryQuestions.ts';
import classes from './TroubleList.module.css';
import { useKeptFocus } from './useKeptFocus.ts';
import type { OrdersOfPage } from './useShownOrders.ts';

interface FailedSectionProps {
  batch: Batch;
  failed: readonly Delivery[];
  orders: OrdersOfPage;
}

/** Failed deliveries by reason. The chosen ones are retried at any time, all of them once the batch has ended. */
export function FailedSection({ batch, failed, orders }: FailedSectionProps) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const choice = useChoice();
  const { run, isPending } = useRetry(batch.batchId);
  const focus = useKeptFocus(failed.map(({ id }) => id));
  const chosen = failed.filter(({ id }) => choice.ids.has(id));
  // Without an email they would fail again.
  const canSucceed = failed.some(({ reason }) => reason !== 'no_email');

  /** Null: all. */
  const retry = (some: readonly Delivery[] | null) => {
    const retried = some ?? failed;
    const withoutEmail = retried.filter(({ reason }) => reason === 'no_email').length;
    void run(some, failedQuestion(retried.length, withoutEmail, { t, language }));
  };
  usePrimaryAction(
    !canSucceed || isLive(batch)
      ? null
      : {
          title: t('page.failed.retryAll', pluralArgs(failed.length, language)),
          onClick: () => retry(null),
          disabled: isPending,
        },
  );

  if (failed.length === 0) return null;
  return (
    <OutcomeSection
      title={t('page.failed.title', pluralArgs(failed.length, language))}
      actions={
        chosen.length === 0 ? null : (
          <Button size="small" busy={isPending} onClick={() => retry(chosen)}>
            {t('page.failed.retry', pluralArgs(chosen.length, language))}
          </Button>
        )
      }
    >
      <div {...focus}>
        {failureGroups(failed).map((group) => (
          <Group key={group.kind} group={group} orders={orders} choice={choice} />
        ))}
      </div>
    </OutcomeSection>
  );
}

interface GroupProps {
  group: FailureGroup;
  orders: OrdersOfPage;
  choice: Choice;
}

/** The failed deliveries of one reason: how many, the remedy, and each of them. */
function Group({ group: { kind, deliveries }, orders, choice }: GroupProps) {
  const { t } = useTranslation('batches');
  const { t: say } = useTranslation('deliveries');
  const { language } = useLayout();
  const headingId = useId();
  const [first] = deliveries;
  return (
    <section className={classes.group} aria-labelledby={headingId}>
      <div className={classes.groupHead}>
        <h3 id={headingId}>
          {t(`page.failed.groups.${kind}`)}{' '}
          <bdi className="muted">({formatNumber(deliveries.length, language)})</bdi>
        </h3>
        {deliveries.length < 2 ? null : <ChooseAll deliveries={deliveries} choice={choice} />}
      </div>
      {first === undefined || kind === 'unknown' ? null : (
        <p className={classes.why}>{reasonText(first, say)}</p>
      )}
      <RowList rows={deliveries}>
        {(delivery) => (
          <FailedRow key={delivery.id} delivery={delivery} orders={orders} choice={choice} />
        )}
      </RowList>
    </section>
  );
}

interface FailedRowProps {
  delivery: Delivery;
  orders: OrdersOfPage;
  choice: Choice;
}

/** A failed delivery: chosen for a retry with others, or retried alone. A missing email is corrected in Salla first. */
function FailedRow({ delivery, orders, choice }: FailedRowProps) {
  const { t: say } = useTranslation('deliveries');
  const { orderId, reason, message, resolvedBy } = delivery;
  const order = orders.byId.get(orderId);
  const lacksEmail = reason === 'no_email';
  return (
    <li className={classes.row} data-row={delivery.id}>
      <ChooseOne delivery={delivery} orders={orders} choice={choice} />
      <OrderName orderId={orderId} orders={orders} />
      <span className={classes.said}>
        {/* Salla's message about a missing email advises the opposite. */}
        {message === null || lacksEmail ? null : (
          <span className={classes.line}>
            <bdi>{say('sallaSaid', { message })}</bdi>
          </span>
        )}
        {resolvedBy === null ? null : (
          <span className={classes.line}>
            {say('page.decidedBy', { name: staffName(resolvedBy, say) })}
          </span>
        )}
      </span>
      <span className={classes.buttons}>
        {lacksEmail ? <OpenInSalla orderId={orderId} number={order?.number ?? null} /> : null}
        <DeliveryActions delivery={delivery} order={order} overtaken={false} />
      </span>
    </li>
  );
}
