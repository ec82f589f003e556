import { prepareDialog } from '../components/Dialog.tsx';
import { prepareHostSurface } from '../host/BrowserHostSurface.tsx';
import type { Host } from '../host/Host.ts';

/** The first view is on the screen, and what it asks for after that is on its way. */
const restMs = 3000;

/**
 * Fetches what draws toasts, questions and dialogs while nothing else is to be done: a deployment in between does not take them from
 * a page that is open.
 */
export function prefetchParts(kind: Host['kind']): void {
  setTimeout(() => {
    // Safari has none.
    if ('requestIdleCallback' in window) requestIdleCallback(prefetch);
    else prefetch();
  }, restMs);

  function prefetch(): void {
    if (kind === 'tab') void prepareHostSurface();
    prepareDialog();
  }
}
