/** `opened`: what prints is shown in a tab of its own. `refused`: there is no tab either. */
type PrintOutcome = 'printed' | 'opened' | 'refused';

/**
 * Prints the page. A sandboxed frame may not: the browser ignores the call and only leaves `beforeprint` out. Then what would be
 * printed is shown in a tab of its own, under a line of `advice` that does not print.
 */
export function printPage(advice: string): PrintOutcome {
  if (startsPrinting()) return 'printed';
  const tab = window.open('', '_blank');
  if (tab === null) return 'refused';
  tab.opener = null;
  copySheet(document, tab.document, advice);
  return 'opened';
}

function startsPrinting(): boolean {
  // Until it is loaded a page prints later, and says so then.
  if (document.readyState !== 'complete') {
    window.print();
    return true;
  }
  let started = false;
  const note = () => {
    started = true;
  };
  window.addEventListener('beforeprint', note, { once: true });
  window.print();
  window.removeEventListener('beforeprint', note);
  return started;
}

/** Copies what `print.css` prints, with the styles of the page. */
function copySheet(from: Document, to: Document, advice: string): void {
  const { lang, dir } = from.documentElement;
  Object.assign(to.documentElement, { lang, dir });
  to.documentElement.dataset.theme = 'light';
  to.title = from.title;
  for (const { href } of from.querySelectorAll<HTMLLinkElement>('link[rel="stylesheet"]')) {
    const styles = to.createElement('link');
    styles.rel = 'stylesheet';
    styles.href = href;
    to.head.append(styles);
  }
  const line = to.createElement('p');
  line.textContent = advice;
  const sheets = [...from.querySelectorAll('[data-print]')]
    .filter((sheet) => sheet.parentElement?.closest('[data-print]') == null)
    .map((sheet) => to.importNode(sheet, true));
  to.body.append(line, ...sheets);
  for (const hidden of to.querySelectorAll('[data-print] [data-screen]')) hidden.remove();
}
