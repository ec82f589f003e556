import { defaultPageSize } from '../../../contract/limits.ts';
import { Card } from '../../components/Card.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import { DeliveryTableSkeleton } from '../record/DeliveryTableSkeleton.tsx';
import classes from './BatchProgress.module.css';

/** A batch that is on its way, in the geometry of one that runs. */
export function BatchSkeleton() {
  return (
    <>
      <p className={classes.about}>
        <Skeleton width="280px" />
      </p>
      <Card>
        <div className={classes.head}>
          <Skeleton width="240px" height="24px" />
        </div>
        <Skeleton width="100%" height="12px" />
        <div className={classes.foot}>
          <Skeleton width="200px" height="36px" />
        </div>
      </Card>
      <Card flush>
        <DeliveryTableSkeleton rows={defaultPageSize} />
      </Card>
    </>
  );
}
