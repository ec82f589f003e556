import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import { type ProblemError, waitableProblem } from '../../api/ProblemError.ts';
import { problemWords } from '../../api/problemWords.ts';
import { Button } from '../../components/Button.tsx';
import { RetryCountdown } from '../../components/RetryCountdown.tsx';
import { webAddress } from '../../components/webAddress.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { ExternalLink } from '../detail/ExternalLink.tsx';
import { AlertBox } from './AlertBox.tsx';
import { Refusal } from './Refusal.tsx';
import type { Refusal as SortedRefusal } from './refusal.ts';
import type { Failure } from './submission.ts';

/** Where the store's owner changes how invoices are issued. */
const sallaSettings = 'https://s.salla.sa/settings';

interface CreateAlertProps {
  failure: Failure | null;
  type: CreatableType;
  /** The order in Salla's dashboard. */
  orderAddress: string | null;
  /** Repeats the call with the same idempotency key. */
  onAskAgain: () => void;
  onChange: () => void;
  checking: boolean;
}

/** The result of a failed submit, above the form, as far as no field shows it. */
export function CreateAlert({ failure, type, orderAddress, ...unconfirmed }: CreateAlertProps) {
  const { t } = useTranslation('create');
  switch (failure?.kind) {
    case undefined:
      return null;
    case 'refused':
      return <RefusalAlert {...failure} orderAddress={orderAddress} />;
    case 'problem':
      return <ProblemAlert error={failure.error} />;
    case 'canceled':
      return (
        <AlertBox title={t('alert.canceledTitle')} tone="neutral">
          <p>{t('alert.canceled', { create: t(`submit.${type}`) })}</p>
        </AlertBox>
      );
    case 'unconfirmed':
      return <UnconfirmedAlert error={failure.error} type={type} {...unconfirmed} />;
  }
}

interface RefusalAlertProps {
  refusal: SortedRefusal;
  requestId: string;
  orderAddress: string | null;
}

function RefusalAlert({ refusal, requestId, orderAddress }: RefusalAlertProps) {
  const { t } = useTranslation('create');
  const order = webAddress(orderAddress);
  const { store, others } = refusal;
  return (
    <>
      {store.map(({ reason, message }) => (
        <AlertBox
          key={reason}
          title={t(`alert.${reason}.title`)}
          tone="failed"
          action={
            <>
              <ExternalLink href={sallaSettings}>{t('alert.settings')}</ExternalLink>
              {reason === 'order' && order !== null ? (
                <ExternalLink href={order}>{t('order.open')}</ExternalLink>
              ) : null}
            </>
          }
        >
          <p>
            <Refusal message={message} />
          </p>
          <p>{t(`alert.${reason}.advice`)}</p>
        </AlertBox>
      ))}
      {others.length === 0 ? null : (
        <AlertBox title={t('alert.refused')} tone="failed" requestId={requestId}>
          {others.map(({ name, message }) => (
            <p key={name}>
              <Refusal message={message} /> <code dir="ltr">{name}</code>
            </p>
          ))}
        </AlertBox>
      )}
    </>
  );
}

/** A problem without field errors: title, detail, and when to try again. */
function ProblemAlert({ error }: { error: ProblemError }) {
  const { t } = useTranslation();
  const { t: say } = useTranslation('create');
  const { problem, requestId } = error;
  const waitable = waitableProblem(error);
  const words = problemWords(error);
  if (words === 'refused_read') {
    return problem.sallaMessage !== undefined ? (
      <AlertBox title={say('alert.refused')} tone="failed" requestId={requestId}>
        <p>
          <Refusal message={problem.sallaMessage} />
        </p>
      </AlertBox>
    ) : (
      <AlertBox title={say('alert.notCreated.title')} tone="failed" requestId={requestId}>
        <p>{say('alert.notCreated.advice')}</p>
      </AlertBox>
    );
  }
  // An answer that isn't the proxy's has no detail written for users.
  const said = problem.detail === problem.code ? t(`problems.${words}.advice`) : problem.detail;
  return (
    <AlertBox title={t(`problems.${words}.title`)} tone="failed" requestId={requestId}>
      <p>
        {said} {waitable === null ? null : <RetryCountdown error={waitable} />}
      </p>
    </AlertBox>
  );
}

interface UnconfirmedAlertProps {
  /** Null if the submit was before a reload. */
  error: ProblemError | null;
  type: CreatableType;
  /** Repeats the call with the same idempotency key. */
  onAskAgain: () => void;
  /** Unlocks the form, after the order's invoices were loaded again. */
  onChange: () => void;
  checking: boolean;
}

/** The outcome is unconfirmed: how to find out. The form stays locked until then. */
function UnconfirmedAlert(props: UnconfirmedAlertProps) {
  const { error, type, onAskAgain, onChange, checking } = props;
  const { t } = useTranslation('create');
  const { t: tCommon } = useTranslation();
  return (
    <AlertBox
      title={t(`alert.unconfirmedTitle.${type}`)}
      tone="warning"
      requestId={error?.requestId ?? ''}
      action={
        <>
          <Button onClick={onAskAgain}>{t('alert.askAgain')}</Button>
          <Button variant="quiet" onClick={onChange} busy={checking}>
            {t('alert.change')}
          </Button>
        </>
      }
    >
      {error === null ? null : (
        <p>
          {t('alert.unconfirmedReason', {
            reason: tCommon(`problems.${problemWords(error)}.title`),
          })}
        </p>
      )}
      <p>{t('alert.unconfirmed')}</p>
    </AlertBox>
  );
}
