import type { Batch } from '../../../contract/batch.ts';
import { Card } from '../../components/Card.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { ActiveBatch } from './ActiveBatch.tsx';
import classes from './ActiveBatches.module.css';
import { isMoving } from './progress.ts';

/** The batches of which something still waits, whoever asked for them. */
export function ActiveBatches({ batches }: { batches: readonly Batch[] }) {
  const { t } = useTranslation('batches');
  if (batches.length === 0) return null;
  return (
    <Card title={t(batches.some(isMoving) ? 'page.now.title' : 'page.now.still')}>
      <ul className={classes.list}>
        {batches.map((batch) => (
          <ActiveBatch key={batch.batchId} batch={batch} />
        ))}
      </ul>
    </Card>
  );
}
