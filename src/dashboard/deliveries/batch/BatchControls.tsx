import Download01Icon from '@hugeicons/core-free-icons/Download01Icon';
import PauseIcon from '@hugeicons/core-free-icons/PauseIcon';
import PlayIcon from '@hugeicons/core-free-icons/PlayIcon';
import type { Batch } from '../../../contract/batch.ts';
import { Button, buttonClass } from '../../components/Button.tsx';
import { useHost, usePrimaryAction } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { totalOf } from './progress.ts';
import { useBatchActions } from './useBatchActions.ts';

/** Pause, resume, cancel and export. While the batch is paused, resume is the page's primary action. */
export function BatchControls({ batch }: { batch: Batch }) {
  const { t } = useTranslation('batches');
  const { kind } = useHost();
  const { pause, resume, cancel, exportCsv, exportedUrl } = useBatchActions(batch.batchId);
  const { counts, paused, stopped } = batch;
  const isChanging = pause.isPending || resume.isPending;
  const toggle = () => {
    if (!isChanging) (paused ? resume : pause).mutate();
  };
  const canResume = paused && counts.queued > 0 && stopped === null;
  // In a tab the button itself stands out: it keeps its place and the focus.
  usePrimaryAction(
    canResume && kind === 'embedded'
      ? { title: t('page.resume'), onClick: toggle, disabled: isChanging }
      : null,
  );
  return (
    <>
      {counts.queued === 0 ? null : (
        <>
          <Button
            variant={canResume && kind === 'tab' ? 'filled' : 'outlined'}
            icon={paused ? PlayIcon : PauseIcon}
            busy={isChanging}
            onClick={toggle}
          >
            {t(paused ? 'page.resume' : 'page.pause')}
          </Button>
          <Button
            busy={cancel.isPending}
            onClick={() => {
              if (!cancel.isPending) cancel.mutate(batch);
            }}
          >
            {t('page.cancel')}
          </Button>
        </>
      )}
      {totalOf(counts) + batch.skipped === 0 ? null : (
        <Button
          variant="quiet"
          icon={Download01Icon}
          busy={exportCsv.isPending}
          onClick={() => {
            if (!exportCsv.isPending) exportCsv.mutate();
          }}
        >
          {t('page.export')}
        </Button>
      )}
      {exportedUrl === null ? null : (
        <a className={buttonClass('quiet')} href={exportedUrl} target="_blank" rel="noreferrer">
          {t('page.openExport')}
        </a>
      )}
    </>
  );
}
