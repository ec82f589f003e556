import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import classes from './Tooltip.module.css';

interface TooltipProps {
  text: string;
  children: ReactNode;
}

/**
 * A word with its explanation: on hovering, on focus and on a tap; Escape, leaving it and a tap elsewhere hide it. Not MUI's, which
 * would bring MUI and emotion (some 40 kB) into a page that does without them until a dialog opens.
 */
export function Tooltip({ text, children }: TooltipProps) {
  const id = useId();
  const place = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    if (!open) return;
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') setOpen(false);
    };
    // A tap on a button doesn't focus it everywhere, so leaving it isn't always a blur.
    const onPointerDown = ({ target }: PointerEvent) => {
      if (target instanceof Node && !place.current?.contains(target)) setOpen(false);
    };
    document.addEventListener('keydown', onKeyDown);
    document.addEventListener('pointerdown', onPointerDown);
    return () => {
      document.removeEventListener('keydown', onKeyDown);
      document.removeEventListener('pointerdown', onPointerDown);
    };
  }, [open]);

  return (
    <span
      ref={place}
      className={classes.place}
      onPointerEnter={({ pointerType }) => {
        if (pointerType === 'mouse') setOpen(true);
      }}
      onPointerLeave={({ pointerType }) => {
        if (pointerType === 'mouse') setOpen(false);
      }}
    >
      <button
        type="button"
        className={classes.word}
        aria-describedby={id}
        onClick={() => setOpen(true)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      >
        {children}
      </button>
      <span id={id} role="tooltip" className={classes.text} hidden={!open}>
        {text}
      </span>
    </span>
  );
}
