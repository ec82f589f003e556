import { useRouter } from '@tanstack/react-router';
import { type RefObject, useEffect, useRef } from 'react';

/**
 * Another page moves the focus to its heading, so that a screen reader says where one is, unless it has put the
 * focus into its own first field. The way back ends on the link that one had left by.
 */
export function useFocusOnNavigation(): RefObject<HTMLElement | null> {
  const content = useRef<HTMLElement>(null);
  const router = useRouter();
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, toLocation, pathChanged }) => {
        if (fromLocation === undefined || !pathChanged) return;
        const focused = document.activeElement;
        if (focused !== content.current && content.current?.contains(focused)) return;
        const back = toLocation.state.__TSR_index < fromLocation.state.__TSR_index;
        const left = back ? linkTo(fromLocation.pathname, content.current) : undefined;
        const heading = content.current?.querySelector<HTMLElement>('h1[tabindex]');
        (left ?? heading ?? content.current)?.focus({ preventScroll: true });
      }),
    [router],
  );
  return content;
}

function linkTo(pathname: string, within: HTMLElement | null): HTMLElement | undefined {
  const links = within?.querySelectorAll<HTMLAnchorElement>('a[href^="/"]') ?? [];
  return [...links].find((link) => link.pathname === pathname);
}
