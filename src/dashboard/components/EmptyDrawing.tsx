import classes from './EmptyDrawing.module.css';

/** A sheet of paper on a table, in lines of the theme's colours. */
export function EmptyDrawing() {
  return (
    <svg
      className={classes.drawing}
      viewBox="0 0 96 72"
      fill="none"
      strokeWidth="1.5"
      aria-hidden="true"
    >
      <path d="M30 8h28l12 12v44H30z" className={classes.paper} />
      <path d="M58 8v12h12M38 30h24M38 38h24M38 46h14" />
      <path d="M14 64h68" className={classes.ground} />
    </svg>
  );
}
