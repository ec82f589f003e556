import { element } from './element.ts';

const everyMilliseconds = 2000;

function takeOver(fresh: Document, selector: string): void {
  const shown = element(document, selector, HTMLElement);
  const next = element(fresh, selector, HTMLElement);
  if (shown.innerHTML !== next.innerHTML) shown.replaceChildren(...next.childNodes);
}

/** Asks for this very page again and takes over the list. An answer that never came is asked for again later. */
async function refresh(): Promise<void> {
  const answer = await fetch(location.href).catch(() => null);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  takeOver(fresh, '#mails');
  takeOver(fresh, '#count');
}

async function keepFresh(): Promise<void> {
  if (!document.hidden) await refresh();
  setTimeout(keepFresh, everyMilliseconds);
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) void refresh();
});
setTimeout(keepFresh, everyMilliseconds);
