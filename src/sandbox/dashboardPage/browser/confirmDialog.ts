import type { Question } from './appMessage.ts';
import { element } from './element.ts';

let takeBackLast: (() => void) | null = null;

/** Takes the open question back, as a "no". */
export function takeBackQuestion(): void {
  takeBackLast?.();
}

/**
 * Asks the person; closing it means no, and a newer question takes an older one back. It stays open until one of these:
 * nothing documents that Salla's host closes it, also not when the SDK has given up on the answer after 30 s.
 */
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
  const closed = () => {
    // A close is told later: by then the dialog may ask the next question.
    if (dialog.open) return;
    dialog.removeEventListener('close', closed);
    takeBackLast = null;
    resolve(dialog.returnValue === 'yes');
  };
  takeBackLast = () => {
    dialog.close('no');
    closed();
  };
  dialog.returnValue = '';
  dialog.addEventListener('close', closed);
  dialog.showModal();
  (question.variant === 'danger' ? no : yes).focus();
  return promise;
}
