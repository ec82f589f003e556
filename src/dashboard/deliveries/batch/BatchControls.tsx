import Download01Icon from '@hugeicons/core-free-icons/Download01Icon';
import PauseIcon from '@hugeicons/core-free-icons/PauseIcon';
import PlayIcon from '@hugeicons/core-free-icons/PlayIcon';
import type { Batch } from '../../../contract/batch.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { Button } from '../../ui/Button.tsx';
import { totalOf } from './progress.ts';
import { useBatchActions } from './useBatchActions.ts';

/** Pause, go on, cancel what waits, and the result as a file. */
export function BatchControls({ batch }: { batch: Batch }) {
  const { t } = useTranslation('batches');
  const { busy, ...actions } = useBatchActions(batch.batchId);
  const { counts, paused } = batch;
  const changing = busy.includes('pause') || busy.includes('resume');
  return (
    <>
      {counts.queued === 0 ? null : (
        <>
          <Button
            icon={paused ? PlayIcon : PauseIcon}
            busy={changing}
            onClick={paused ? actions.resume : actions.pause}
          >
            {t(paused ? 'page.resume' : 'page.pause')}
          </Button>
          <Button busy={busy.includes('cancel')} onClick={() => actions.cancel(counts.queued)}>
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
    </>
  );
}
