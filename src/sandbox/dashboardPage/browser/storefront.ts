import { element } from './element.ts';
import { isFields } from './fields.ts';
import { needFields, needText, pageSettings } from './settings.ts';

const settings = pageSettings();
const words = needFields(settings, 'words');
const twilight = needFields(settings, 'twilight');
const store = needFields(twilight, 'store');
const user = needFields(twilight, 'user');
const { id: orderId } = needFields(twilight, 'page');

/** The headers of Salla's storefront SDK (`salla.order.sendInvoice`). */
function headers(): Record<string, string> {
  const token = settings.token === null ? {} : { Authorization: `Bearer ${settings.token}` };
  const userId = user.id === undefined ? {} : { 's-user-id': String(user.id) };
  return {
    Accept: 'application/json, text/plain, */*',
    'Content-Type': 'application/json',
    'X-Requested-With': 'XMLHttpRequest',
    'S-SOURCE': 'twilight',
    'S-APP-VERSION': 'v2.14.570',
    'S-APP-OS': 'browser',
    'cache-control': 'no-cache',
    'Store-Identifier': String(store.id),
    currency: needText(user, 'currency_code'),
    'accept-language': needText(user, 'language_code'),
    ...userId,
    ...token,
  };
}

/** The reason that the store gave, empty where it gave none. */
function reasonIn(answer: unknown): string {
  if (!isFields(answer) || !isFields(answer.error)) return '';
  return typeof answer.error.message === 'string' ? answer.error.message : '';
}

async function askForInvoice(): Promise<{ sent: boolean; text: string }> {
  const response = await fetch(`${needText(store, 'api')}orders/send/${orderId}`, {
    method: 'POST',
    headers: headers(),
    body: JSON.stringify({ id: orderId }),
  }).catch(() => null);
  if (response === null) return { sent: false, text: needText(words, 'unreachable') };
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok && isFields(answer) && answer.success === true) {
    return { sent: true, text: needText(words, 'sent') };
  }
  return { sent: false, text: `${needText(words, 'notSent')} ${reasonIn(answer)}`.trim() };
}

if (orderId !== null) {
  const button = element(document, '#send-invoice', HTMLButtonElement);
  const outcome = element(document, '#outcome', HTMLElement);
  button.addEventListener('click', async () => {
    if (button.ariaDisabled === 'true') return;
    button.ariaDisabled = 'true';
    outcome.dataset.outcome = 'sending';
    outcome.textContent = needText(words, 'sending');
    const { sent, text } = await askForInvoice();
    outcome.dataset.outcome = sent ? 'sent' : 'not-sent';
    outcome.textContent = text;
    button.ariaDisabled = null;
  });
}
