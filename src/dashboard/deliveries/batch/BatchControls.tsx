import Download01Icon from '@hugeicons/core-free-icons/Download01Icon';
import PauseIcon from '@hugeicons/core-free-icons/PauseIcon';
import PlayIcon from '@hugeicons/core-free-icons/PlayIcon';
import type { Batch } from '../../../contract/batch.ts';
import { Button, buttonClass } from '../../components/Button.tsx';
import { useHost, usePrimaryAction } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { totalOf } from './progress.ts';
import { useBatchActions } from './useBatchActions.ts';

/** Pause, go on, cancel what waits, and the result as a file. While it is paused, going on is what the page is for. */
export function BatchControls({ batch }: { batch: Batch }) {
  const { t } = useTranslation('batches');
  const { kind } = useHost();
  const { busy, exported, ...actions } = useBatchActions(batch.batchId);
  const { counts, paused, stopped } = batch;
  const changing = busy.includes('pause') || busy.includes('resume');
  const goesOn = paused && counts.queued > 0 && stopped === null;
  // In a tab the button itself stands out: it keeps its place and the focus.
  usePrimaryAction(
    goesOn && kind === 'embedded'
      ? { title: t('page.resume'), onClick: actions.resume, disabled: changing }
      : null,
  );
  return (
    <>
      {counts.queued === 0 ? null : (
        <>
          <Button
            variant={goesOn && kind === 'tab' ? 'filled' : 'outlined'}
            icon={paused ? PlayIcon : PauseIcon}
            busy={changing}
            onClick={paused ? actions.resume : actions.pause}
          >
            {t(paused ? 'page.resume' : 'page.pause')}
          </Button>
          <Button busy={busy.includes('cancel')} onClick={() => actions.cancel(batch)}>
            {t('page.cancel')}
          </Button>
        </>
      )}
      {totalOf(counts) + batch.skipped === 0 ? null : (
        <Button
          variant="quiet"
          icon={Download01Icon}
          busy={busy.includes('export')}
          onClick={actions.export}
        >
          {t('page.export')}
        </Button>
      )}
      {exported === null ? null : (
        <a className={buttonClass('quiet')} href={exported} target="_blank" rel="noreferrer">
          {t('page.openExport')}
        </a>
      )}
    </>
  );
}
