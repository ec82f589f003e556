import type { DeliveryCounts } from '../../../contract/delivery.ts';
import { countOf, outcomes, percentOf, totalOf } from './progress.ts';
import classes from './SegmentBar.module.css';

interface SegmentBarProps {
  counts: DeliveryCounts;
  /** Not in `counts`. */
  retried?: number;
  /** Names it for screen readers, and says in words how far it is. */
  label: string;
  text: string;
  size?: 'small' | 'medium';
}

/** How far a batch is, a segment for each outcome. The numbers stand beside it: colour never says it alone. */
export function SegmentBar({ counts, retried = 0, label, text, size = 'medium' }: SegmentBarProps) {
  const total = totalOf(counts) + retried;
  return (
    <div
      className={classes.bar}
      data-size={size}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percentOf(counts)}
      aria-valuetext={text}
    >
      {outcomes.map((outcome) => {
        const count = countOf(counts, outcome);
        if (count === 0 || outcome === 'waiting') return null;
        return (
          <span
            key={outcome}
            className={`${classes.segment} ${classes[outcome]}`}
            style={{ inlineSize: `${(count / total) * 100}%` }}
          />
        );
      })}
      {retried === 0 ? null : (
        <span
          className={`${classes.segment} ${classes.retried}`}
          style={{ inlineSize: `${(retried / total) * 100}%` }}
        />
      )}
    </div>
  );
}
