import { type ProblemError, waitableProblem } from '../../api/ProblemError.ts';
import { problemWords } from '../../api/problemWords.ts';
import { RetryCountdown } from '../../components/RetryCountdown.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { AlertBox } from './AlertBox.tsx';
import { Refusal } from './Refusal.tsx';

/** A refusal that names no field: what it is, what the answer said of it, and when to try again. */
export function ProblemAlert({ error }: { error: ProblemError }) {
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
  // An answer that wasn't the proxy's says nothing for people.
  const said = problem.detail === problem.code ? t(`problems.${words}.advice`) : problem.detail;
  return (
    <AlertBox title={t(`problems.${words}.title`)} tone="failed" requestId={requestId}>
      <p>
        {said} {waitable === null ? null : <RetryCountdown error={waitable} />}
      </p>
    </AlertBox>
  );
}
