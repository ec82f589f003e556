import type { ReactNode } from 'react';
import type { Batch } from '../../../contract/batch.ts';
import { Card } from '../../components/Card.tsx';
import { useLayout } from '../../host/Host.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './BatchProgress.module.css';
import { batchSummary } from './batchSummary.ts';
import { OutcomeLegend } from './OutcomeLegend.tsx';
import {
  backoffOf,
  isLive,
  isMoving,
  type RetriedCounts,
  totalOf,
  withRetried,
} from './progress.ts';
import { SegmentBar } from './SegmentBar.tsx';
import { timeLeft } from './timeLeft.ts';

interface BatchProgressProps {
  batch: Batch;
  retried: RetriedCounts;
  /** Nothing has become of any for a while, though it could. */
  standsStill: boolean;
  /** Nobody knows what it does now: neither the time left nor a reason is said. */
  outOfDate: boolean;
  /** What can be done about the batch as a whole. */
  children: ReactNode;
}

/** How far it is: the bar, the counts, the time left; once it has ended, what became of each. */
export function BatchProgress(props: BatchProgressProps) {
  const { batch, standsStill, outOfDate, children } = props;
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const { counts, secondsLeft } = batch;
  const accepted = t('page.accepted', {
    sent: formatNumber(counts.sent, language),
    total: formatNumber(totalOf(counts), language),
  });
  const shown = withRetried(batch, props.retried);
  const moves = isMoving(batch) && backoffOf(batch) === null && !outOfDate;
  const left = moves && !standsStill ? timeLeft(secondsLeft, t) : null;
  return (
    <Card>
      <div className={classes.head}>
        <p className={classes.far}>{isLive(batch) ? accepted : batchSummary(shown, t, language)}</p>
        {left === null ? null : <p className={classes.left}>{left}</p>}
      </div>
      {totalOf(counts) === 0 ? null : (
        <SegmentBar
          counts={shown.counts}
          retried={shown.retried}
          label={t('page.progress')}
          text={accepted}
        />
      )}
      <div className={classes.foot}>
        {totalOf(counts) === 0 ? null : (
          <OutcomeLegend counts={shown.counts} retried={shown.retried} />
        )}
        <div className={classes.buttons}>{children}</div>
      </div>
      {isMoving(batch) ? (
        <p className={classes.note}>
          {t(standsStill && moves ? 'page.standsStill' : 'page.mayClose')}
        </p>
      ) : null}
    </Card>
  );
}
