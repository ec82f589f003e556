import type { Question } from './appMessage.ts';
import { element } from './element.ts';

/** The SDK gives up after 30 s: an answer must be on its way before that, or a late "yes" would do nothing. */
const patienceMilliseconds = 29_000;

let takeBackLast: (() => void) | null = null;

/** Takes the open question back, as a "no". */
export function takeBackQuestion(): void {
  takeBackLast?.();
}

/** Asks the person; closing it and not answering mean no. A newer question takes an older one back. */
export function ask(question: Question): Promise<boolean> {
  takeBackQuestion();
  const dialog = element(document, '#confirm', HTMLDialogElement);
  const yes = element(dialog, '#confirm-yes', HTMLButtonElement);
  const no = element(dialog, '#confirm-no', HTMLButtonElement);
  element(dialog, '#confirm-title', HTMLElement).textContent = question.title;
  element(dialog, '#confirm-message', HTMLElement).textContent = question.message;
  yes.textContent = question.confirmText;
  no.textContent = question.cancelText;
  dialog.dataset.variant = question.variant;

  const { promise, resolve } = Promise.withResolvers<boolean>();
  let timer = 0;
  const closed = () => {
    // A close is told later: by then the dialog may ask the next question.
    if (dialog.open) return;
    window.clearTimeout(timer);
    dialog.removeEventListener('close', closed);
    takeBackLast = null;
    resolve(dialog.returnValue === 'yes');
  };
  const close = () => dialog.close('no');
  takeBackLast = () => {
    close();
    closed();
  };
  timer = window.setTimeout(close, patienceMilliseconds);
  dialog.returnValue = '';
  dialog.addEventListener('close', closed);
  dialog.showModal();
  (question.variant === 'danger' ? no : yes).focus();
  return promise;
}
