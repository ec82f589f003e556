import PauseIcon from '@hugeicons/core-free-icons/PauseIcon';
import PlayIcon from '@hugeicons/core-free-icons/PlayIcon';
import { Link } from '@tanstack/react-router';
import type { Batch } from '../../../contract/batch.ts';
import { paths } from '../../../contract/pagePaths.ts';
import { Button } from '../../components/Button.tsx';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { useLayout } from '../../host/Host.ts';
import { formatNumber, formatTime } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { staffName } from '../deliveryWords.ts';
import classes from './ActiveBatches.module.css';
import { batchTitle } from './batchTitle.ts';
import { isMoving, totalOf } from './progress.ts';
import { SegmentBar } from './SegmentBar.tsx';
import { timeLeft } from './timeLeft.ts';
import { useBatchActions } from './useBatchActions.ts';

/** One active batch: its progress, pause and resume, and the link to its page. */
export function ActiveBatch({ batch }: { batch: Batch }) {
  const { t } = useTranslation('batches');
  const { t: say } = useTranslation('deliveries');
  const { language } = useLayout();
  const { pause, resume } = useBatchActions(batch.batchId);
  const isChanging = pause.isPending || resume.isPending;
  const { batchId, counts, paused, stopped, waiting, secondsLeft, requestedBy, requestedAt } =
    batch;
  const title = batchTitle(batch, t, language);
  const far = t('page.accepted', {
    sent: formatNumber(counts.sent, language),
    total: formatNumber(totalOf(counts), language),
  });
  const still =
    stopped !== null
      ? t('page.now.stopped')
      : paused
        ? t('page.now.paused')
        : waiting !== null
          ? t('page.now.waiting', { time: formatTime(waiting.until, language) })
          : null;
  const left = isMoving(batch) && still === null ? timeLeft(secondsLeft, t) : null;
  return (
    <li className={classes.batch}>
      <span className={classes.about}>
        <Link to={paths.batch} params={{ batchId }}>
          {title}
        </Link>{' '}
        <span className={classes.by}>
          {t('page.asked', { name: staffName(requestedBy, say) })}{' '}
          <RelativeTime instant={requestedAt} />
        </span>
      </span>
      {counts.queued === 0 ? null : (
        <span className={classes.button}>
          <Button
            size="small"
            icon={paused ? PlayIcon : PauseIcon}
            busy={isChanging}
            aria-label={t(paused ? 'page.resumeOf' : 'page.pauseOf', { title })}
            onClick={() => {
              if (!isChanging) (paused ? resume : pause).mutate();
            }}
          >
            {t(paused ? 'page.resume' : 'page.pause')}
          </Button>
        </span>
      )}
      <div className={classes.bar}>
        <SegmentBar counts={counts} label={title} text={far} size="small" />
      </div>
      <p className={classes.far}>
        <span>{far}</span>
        {(still ?? left) === null ? null : <span className="muted">{still ?? left}</span>}
      </p>
    </li>
  );
}
