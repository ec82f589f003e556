import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { Batch } from '../../../contract/batch.ts';
import { paths } from '../../../contract/pagePaths.ts';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { staffName } from '../deliveryWords.ts';
import { batchSummary } from './batchSummary.ts';
import { batchTitle } from './batchTitle.ts';
import classes from './EndedBatches.module.css';
import { pluralArgs } from './pluralArgs.ts';

const firstShown = 5;

/** The newest batches that have come to an end, whoever asked for them: a line each, and its page. */
export function EndedBatches({ batches }: { batches: readonly Batch[] }) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const [whole, setWhole] = useState(false);
  const listId = useId();
  const more = batches.length - firstShown;
  if (batches.length === 0) return null;
  return (
    <Card title={t('recent.title')}>
      <ul id={listId} className={classes.list}>
        {(whole ? batches : batches.slice(0, firstShown)).map((batch) => (
          <EndedBatch key={batch.batchId} batch={batch} />
        ))}
      </ul>
      {more <= 0 ? null : (
        <Button
          size="small"
          variant="quiet"
          className={classes.more}
          aria-expanded={whole}
          aria-controls={listId}
          onClick={() => setWhole(!whole)}
        >
          {whole ? t('recent.fewer') : t('recent.more', pluralArgs(more, language))}
        </Button>
      )}
    </Card>
  );
}

function EndedBatch({ batch }: { batch: Batch }) {
  const { t } = useTranslation('batches');
  const { t: say } = useTranslation('deliveries');
  const { language } = useLayout();
  const { batchId, requestedBy, requestedAt } = batch;
  return (
    <li className={classes.batch}>
      <Link to={paths.batch} params={{ batchId }} className="touch-link">
        {batchTitle(batch, t, language)}
      </Link>
      <span className={classes.by}>
        {t('page.asked', { name: staffName(requestedBy, say) })}{' '}
        <RelativeTime instant={requestedAt} />
      </span>
      <span className={classes.end}>{batchSummary(batch, t, language)}</span>
    </li>
  );
}
