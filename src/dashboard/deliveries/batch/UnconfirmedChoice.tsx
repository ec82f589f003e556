import type { Delivery } from '../../../contract/delivery.ts';
import { Button } from '../../components/Button.tsx';
import { useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { ChooseAll } from './ChooseAll.tsx';
import { counted } from './counted.ts';
import { unconfirmedQuestion, wentOutQuestion } from './retryQuestions.ts';
import classes from './TroubleList.module.css';
import type { Choice } from './useChoice.ts';
import { useDecide } from './useDecide.ts';
import { useRetry } from './useRetry.ts';

interface UnconfirmedChoiceProps {
  batchId: string;
  open: readonly Delivery[];
  choice: Choice;
  onDone: (said: string, count: number) => void;
}

/** Chooses all unconfirmed ones, and decides about the chosen ones with one question. */
export function UnconfirmedChoice({ batchId, open, choice, onDone }: UnconfirmedChoiceProps) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const { wentOut, busy } = useDecide(batchId);
  const { retry, busy: retrying } = useRetry(batchId);
  const chosen = open.filter(({ id }) => choice.ids.has(id));
  const count = counted(chosen.length, language);
  const speech = { t, language };

  async function decide() {
    if (!(await wentOut(chosen, wentOutQuestion(chosen.length, speech)))) return;
    onDone(t('page.unconfirmed.saidSent', count), chosen.length);
  }

  return (
    <div className={classes.choices}>
      <ChooseAll ids={open.map(({ id }) => id)} choice={choice} />
      {chosen.length === 0 ? null : (
        <>
          <Button size="small" busy={busy} onClick={() => void decide()}>
            {t('page.unconfirmed.wentOut', count)}
          </Button>
          <Button
            size="small"
            busy={retrying}
            onClick={() => void retry(chosen, unconfirmedQuestion(chosen.length, speech))}
          >
            {t('page.unconfirmed.sendAgain', count)}
          </Button>
        </>
      )}
    </div>
  );
}
