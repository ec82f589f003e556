import { createContext, useContext, useEffect, useLayoutEffect, useRef } from 'react';
import type { Language } from '../../contract/languages.ts';

/** `system`: the person has not chosen, so the device decides. */
export type ThemeChoice = 'light' | 'dark' | 'system';

export interface Layout {
  language: Language;
  direction: 'rtl' | 'ltr';
  theme: ThemeChoice;
}

export interface PrimaryAction {
  title: string;
  onClick: () => void;
  disabled?: boolean;
}

export interface Confirmation {
  title: string;
  message: string;
  confirmText: string;
  cancelText: string;
  variant: 'info' | 'warning' | 'danger';
  /** Said where no answer arrived: what did not happen, and what to do now. */
  unanswered: string;
}

/** `unanswered`: the person may still be looking at the question, but the host no longer passes an answer on. */
export type ConfirmOutcome = 'confirmed' | 'declined' | 'unanswered';

export type ToastKind = 'success' | 'error' | 'warning' | 'info';

/** A value that changes and can be watched: what `useSyncExternalStore` asks for. */
export interface Watched<Value> {
  get: () => Value;
  subscribe: (changed: () => void) => () => void;
}

/** Where the dashboard runs: a browser tab of its own, or Salla's frame. */
export interface Host {
  readonly kind: 'tab' | 'embedded';
  /** The nonce under which the content security policy lets styles in. */
  readonly styleNonce: string;
  /** The app's page in Salla's store, where a store that is not connected gets connected; null where it is not known. */
  readonly installUrl: string | null;
  readonly layout: Watched<Layout>;
  /** The page's primary action where the dashboard draws it itself; null where the host draws it. */
  readonly primaryAction: Watched<PrimaryAction | null>;
  setTitle(title: string): void;
  setPrimaryAction(action: PrimaryAction | null): void;
  toast(kind: ToastKind, message: string): void;
  /** Where no answer arrives, the host itself says so in the question's words; nothing may be done then. */
  confirm(question: Confirmation): Promise<ConfirmOutcome>;
  /** What the last question says that got no answer; null once it is dismissed or another question is asked. */
  readonly unanswered: Watched<string | null>;
  dismissUnanswered(): void;
  /**
   * The session was refused: asks for a new one, once. True while the page is about to be left for it,
   * so that what it shows can stay.
   */
  renewSession(): boolean;
  /** Loads the page anew because the person said so, or because a part of it is missing. */
  reload(): void;
  /** The first data is on the screen: the host may lift its overlay. */
  ready(): void;
}

export const HostContext = createContext<Host | null>(null);
export const LayoutContext = createContext<Layout | null>(null);

export function useHost(): Host {
  const host = useContext(HostContext);
  if (host === null) throw new Error('useHost outside of a HostContext');
  return host;
}

/** Language, direction and theme, followed live. */
export function useLayout(): Layout {
  const layout = useContext(LayoutContext);
  if (layout === null) throw new Error('useLayout outside of a LayoutContext');
  return layout;
}

/** Tells the host the page's title (the tab's title, or Salla's page head). */
export function usePageTitle(title: string): void {
  const host = useHost();
  useEffect(() => host.setTitle(title), [host, title]);
}

/**
 * Offers the page's one primary action while the page is shown; null offers none.
 *
 *     usePrimaryAction({ title: t('resend'), onClick: openDialog, disabled: sending });
 */
export function usePrimaryAction(action: PrimaryAction | null): void {
  const host = useHost();
  const newest = useRef(action);
  // Before the first paint: a button that comes after it would move what is below.
  useLayoutEffect(() => {
    newest.current = action;
  });
  const title = action?.title;
  const disabled = action?.disabled ?? false;
  useLayoutEffect(() => {
    if (title === undefined) return;
    host.setPrimaryAction({ title, disabled, onClick: () => newest.current?.onClick() });
  }, [host, title, disabled]);
  const offers = title !== undefined;
  // Not at each change: the host would take its button away and draw it anew.
  useLayoutEffect(() => {
    if (!offers) return;
    return () => host.setPrimaryAction(null);
  }, [host, offers]);
}
