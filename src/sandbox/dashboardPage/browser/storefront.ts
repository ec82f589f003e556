import { element } from './element.ts';
import { isFields } from './fields.ts';
import { needFields, needText, pageSettings } from './settings.ts';

const settings = pageSettings();
const words = needFields(settings, 'words');
const orderId = Number(settings.orderId);

/** The headers of Salla's storefront SDK (`salla.order.sendInvoice`). */
function headers(): Record<string, string> {
  const token = settings.token === null ? {} : { Authorization: `Bearer ${settings.token}` };
  const user = settings.customerId === null ? {} : { 's-user-id': String(settings.customerId) };
  return {
    Accept: 'application/json, text/plain, */*',
    'Content-Type': 'application/json',
    'X-Requested-With': 'XMLHttpRequest',
    'S-SOURCE': 'twilight',
    'S-APP-VERSION': 'v2.14.570',
    'S-APP-OS': 'browser',
    'cache-control': 'no-cache',
    'Store-Identifier': String(settings.storeId),
    currency: needText(settings, 'currency'),
    'accept-language': needText(settings, 'language'),
    ...user,
    ...token,
  };
}

/** The reason that the store gave, empty where it gave none. */
function reasonIn(answer: unknown): string {
  if (!isFields(answer) || !isFields(answer.error)) return '';
  return typeof answer.error.message === 'string' ? answer.error.message : '';
}

async function askForInvoice(): Promise<{ sent: boolean; text: string }> {
  const response = await fetch(`${needText(settings, 'storeApi')}orders/send/${orderId}`, {
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

if (settings.orderId !== null) {
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
