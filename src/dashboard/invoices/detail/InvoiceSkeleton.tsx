import { Card } from '../../components/Card.tsx';
import { Skeleton } from '../../components/Skeleton.tsx';
import classes from './InvoiceView.module.css';

const lines = ['one', 'two', 'three', 'four'];

/** An invoice that is on its way. */
export function InvoiceSkeleton() {
  return (
    <div className={classes.columns}>
      <div className={classes.paper}>
        <p>
          <Skeleton width="220px" height="24px" />
        </p>
        {lines.map((line) => (
          <p key={line}>
            <Skeleton width="100%" height="28px" />
          </p>
        ))}
        <p>
          <Skeleton width="50%" height="120px" />
        </p>
      </div>
      <div className={classes.aside}>
        <Card>
          <Skeleton width="100%" height="112px" />
        </Card>
        <Card>
          <Skeleton width="100%" height="320px" />
        </Card>
        <Card>
          <Skeleton width="100%" height="96px" />
        </Card>
      </div>
    </div>
  );
}
