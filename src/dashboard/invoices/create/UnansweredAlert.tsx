import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import type { ProblemError } from '../../api/ProblemError.ts';
import { problemWords } from '../../api/problemWords.ts';
import { Button } from '../../components/Button.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { AlertBox } from './AlertBox.tsx';

interface UnansweredAlertProps {
  /** Why nobody knows; null where it was before a reload. */
  error: ProblemError | null;
  type: CreatableType;
  /** The same call again, with the same key. */
  onAskAgain: () => void;
  /** To change something: once the order's invoices were looked at. */
  onChange: () => void;
  checking: boolean;
}

/** Nobody knows whether it was made: how to find out, and until then the form stays as it was sent. */
export function UnansweredAlert(props: UnansweredAlertProps) {
  const { error, type, onAskAgain, onChange, checking } = props;
  const { t } = useTranslation('create');
  const { t: tCommon } = useTranslation();
  return (
    <AlertBox
      title={t(`alert.unansweredTitle.${type}`)}
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
          {t('alert.unansweredReason', {
            reason: tCommon(`problems.${problemWords(error)}.title`),
          })}
        </p>
      )}
      <p>{t('alert.unanswered')}</p>
    </AlertBox>
  );
}
