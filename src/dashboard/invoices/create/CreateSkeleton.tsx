import { Card } from '../../components/Card.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import classes from './CreatePage.module.css';

/** The form of an order that is on its way. */
export function CreateSkeleton() {
  return (
    <div className={classes.columns}>
      <div className={classes.column}>
        <Card>
          <Skeleton width="100%" height="168px" />
        </Card>
        <Card>
          <Skeleton width="100%" height="120px" />
        </Card>
        <Card>
          <Skeleton width="100%" height="240px" />
        </Card>
      </div>
    </div>
  );
}
