import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import { webAddress } from '../../components/webAddress.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { OutLink } from '../detail/OutLink.tsx';
import { AlertBox } from './AlertBox.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';
import { Refusal } from './Refusal.tsx';
import type { Refusal as SortedRefusal } from './refusal.ts';
import type { Failure } from './submission.ts';
import { UnansweredAlert } from './UnansweredAlert.tsx';

/** Where the store's owner changes how invoices are issued. */
const sallaSettings = 'https://s.salla.sa/settings';

interface CreateAlertProps {
  failure: Failure | null;
  type: CreatableType;
  /** The order in Salla's dashboard. */
  orderAddress: string | null;
  /** The same call again, with the same key. */
  onAskAgain: () => void;
  onChange: () => void;
  checking: boolean;
}

/** What came of the submit, where no field says it: above the form. */
export function CreateAlert({ failure, type, orderAddress, ...unanswered }: CreateAlertProps) {
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
    case 'unanswered':
      return <UnansweredAlert error={failure.error} type={type} {...unanswered} />;
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
              <OutLink href={sallaSettings}>{t('alert.settings')}</OutLink>
              {reason === 'order' && order !== null ? (
                <OutLink href={order}>{t('order.open')}</OutLink>
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
