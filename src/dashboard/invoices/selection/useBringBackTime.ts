import { type RefObject, useEffect } from 'react';
import { useSelected, useSelecting } from './SelectionContext.ts';

const bringBackMs = 10_000;

/** What was cleared can be brought back for a while: until the time is over, or the focus has left the button that does. */
export function useBringBackTime(bar: RefObject<HTMLElement | null>): void {
  const { selection } = useSelecting();
  const cleared = useSelected((state) => state.cleared);
  useEffect(() => {
    const part = bar.current;
    if (cleared === null || part === null) return;
    const leave = ({ relatedTarget }: FocusEvent) => {
      if (!(relatedTarget instanceof Node && part.contains(relatedTarget))) selection.letGo();
    };
    const timer = setTimeout(() => {
      if (!part.contains(document.activeElement)) selection.letGo();
    }, bringBackMs);
    part.addEventListener('focusout', leave);
    return () => {
      clearTimeout(timer);
      part.removeEventListener('focusout', leave);
    };
  }, [bar, cleared, selection]);
}
