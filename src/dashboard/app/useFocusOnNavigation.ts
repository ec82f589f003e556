import { useRouter } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/** Another page moves the focus to its heading, so that a screen reader says where one is. */
export function useFocusOnNavigation(): RefObject<HTMLElement | null> {
  const content = useRef<HTMLElement>(null);
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (fromLocation === undefined || !pathChanged) return;
        const heading = content.current?.querySelector<HTMLElement>('h1[tabindex]');
        (heading ?? content.current)?.focus({ preventScroll: true });
      }),
    [router],
  );
  return content;
}
