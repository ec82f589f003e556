import { useHost, usePrimaryAction } from '../../host/Host.ts';
import { Button } from '../../ui/Button.tsx';
import classes from './CreatePage.module.css';

interface SubmitActionProps {
  title: string;
  underWay: boolean;
  onSubmit: () => void;
}

/**
 * The page's one filled button, at the block end of the screen on a phone. In Salla's frame the host draws it, and
 * a button that isn't drawn lets Enter send the form as it does in a tab.
 */
export function SubmitAction({ title, underWay, onSubmit }: SubmitActionProps) {
  const { kind } = useHost();
  const inFrame = kind === 'embedded';
  usePrimaryAction(inFrame ? { title, onClick: onSubmit, disabled: underWay } : null);
  if (inFrame) return <button type="submit" hidden />;
  return (
    <div className={classes.submit}>
      <Button type="submit" variant="filled" busy={underWay}>
        {title}
      </Button>
    </div>
  );
}
