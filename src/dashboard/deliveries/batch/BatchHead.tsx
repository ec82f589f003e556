import { Link } from '@tanstack/react-router';
import type { Batch } from '../../../contract/batch.ts';
import { paths } from '../../../contract/pagePaths.ts';
import { DateText } from '../../components/DateText.tsx';
import { RelativeTime } from '../../components/RelativeTime.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { staffName } from '../deliveryWords.ts';
import classes from './BatchProgress.module.css';

/** Who asked for it, when and from where; and what it sends anew. */
export function BatchHead({ batch }: { batch: Batch }) {
  const { t } = useTranslation('batches');
  const { t: say } = useTranslation('deliveries');
  const { requestedBy, requestedAt, requestedFrom, retryOf } = batch;
  return (
    <p className={classes.about}>
      <span>{t('page.asked', { name: staffName(requestedBy, say) })}</span>
      <span>{t(`page.from.${requestedFrom}`)}</span>
      <span aria-hidden="true">·</span>
      <RelativeTime instant={requestedAt} />
      <span>
        (<DateText date={requestedAt} time={requestedAt} />)
      </span>
      {retryOf === null ? null : (
        <span>
          {t('page.retryOf')}{' '}
          <Link to={paths.batch} params={{ batchId: retryOf }}>
            {t('page.openEarlier')}
          </Link>
        </span>
      )}
    </p>
  );
}
