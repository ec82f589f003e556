import classes from './CreatePage.module.css';
import { Refusal } from './Refusal.tsx';

/** What was refused about a whole group; found by its mark when the focus goes to the first refusal. */
export function RefusedGroup({ message }: { message: string | null }) {
  if (message === null) return null;
  return (
    <p className={classes.refused} role="alert" tabIndex={-1} data-refusal>
      <Refusal message={message} />
    </p>
  );
}
