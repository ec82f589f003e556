import classes from './Skeleton.module.css';

/** A grey place for text that is on its way, in the size that it will have (CSS lengths). */
export function Skeleton({ width, height = '1em' }: { width: string; height?: string }) {
  return (
    <span
      className={classes.skeleton}
      style={{ inlineSize: width, blockSize: height }}
      aria-hidden="true"
    />
  );
}
