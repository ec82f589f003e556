import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import classes from './Tooltip.module.css';

interface TooltipProps {
  text: string;
  children: ReactNode;
}

/** In px, for the text below the word: four lines. */
const roomNeeded = 120;

/**
 * A word with its explanation: on hovering, on focus and on a tap; Escape, leaving it and a tap elsewhere hide it. Not MUI's, which
 * would bring MUI and emotion (some 40 kB) into a page that does without them until a dialog opens.
 */
export function Tooltip({ text, children }: TooltipProps) {
  const id = useId();
  const place = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);
  const [above, setAbove] = useState(false);

  function show() {
    const { bottom = 0 } = place.current?.getBoundingClientRect() ?? {};
    setAbove(bottom + roomNeeded > window.innerHeight);
    setOpen(true);
  }

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
        if (pointerType === 'mouse') show();
      }}
      onPointerLeave={({ pointerType }) => {
        if (pointerType === 'mouse') setOpen(false);
      }}
    >
      <button
        type="button"
        className={classes.word}
        aria-describedby={id}
        onClick={show}
        onFocus={show}
        onBlur={() => setOpen(false)}
      >
        {children}
      </button>
      <span
        id={id}
        role="tooltip"
        className={classes.text}
        data-above={above || undefined}
        hidden={!open}
      >
        {text}
      </span>
    </span>
  );
}
