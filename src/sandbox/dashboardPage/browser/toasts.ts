import type { Toast } from './appMessage.ts';
import { copyOf, element } from './element.ts';

const usualMilliseconds = 3000;

/** Shows one more toast, the newest last. Errors and warnings interrupt a screen reader, the others wait. */
export function showToast({ type, message, duration }: Toast): void {
  const toast = copyOf(`#toast-${type}`);
  element(toast, 'p', HTMLElement).textContent = message;
  toast.role = type === 'error' || type === 'warning' ? 'alert' : 'status';
  element(toast, 'button', HTMLButtonElement).addEventListener('click', () => toast.remove());
  element(document, '#toasts', HTMLElement).append(toast);

  const stays = duration ?? usualMilliseconds;
  if (stays > 0) setTimeout(() => toast.remove(), stays);
}
