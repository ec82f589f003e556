import { element } from './element.ts';
import { flag, isFields } from './fields.ts';
import { post } from './server.ts';
import { needFields, needText, pageSettings } from './settings.ts';

interface Switched {
  theme(theme: string): void;
  expireToken(): void;
  /** Another lifetime, or good tokens made bad: the next token is made by the new rule. */
  tokens(): void;
}

/** What the panel says about the tokens to come: seconds, undefined for Salla's usual lifetime, 0 for a dead one. */
export function tokenLifetime(): number | undefined {
  if (element(document, '#bad-tokens', HTMLInputElement).checked) return 0;
  const chosen = element(document, '#lifetime', HTMLSelectElement).value;
  return chosen === 'normal' ? undefined : Number(chosen);
}

/** Remembers a choice in the address, so that a reload or a shared link shows the same. */
function remember(name: string, value: string): void {
  const address = new URL(location.href);
  address.searchParams.set(name, value);
  history.replaceState(null, '', address);
}

function say(outcome: string): void {
  element(document, '#panel-outcome', HTMLElement).textContent = outcome;
}

/** Wires the sandbox's switches: what changes the page here, and what is asked of the sandbox. */
export function startPanel(switched: Switched): void {
  const words = needFields(pageSettings(), 'words');
  const find = (id: string) => element(document, `#${id}`, HTMLSelectElement);

  find('language').addEventListener('change', () => {
    remember('lang', find('language').value);
    location.reload();
  });
  find('theme').addEventListener('change', () => {
    const theme = find('theme').value;
    remember('theme', theme);
    document.documentElement.dataset.theme = theme;
    switched.theme(theme);
  });
  find('width').addEventListener('change', () => {
    const width = find('width').value;
    remember('width', width);
    element(document, '#stage', HTMLElement).dataset.width = width;
  });
  find('lifetime').addEventListener('change', () => {
    remember('lifetime', find('lifetime').value);
    switched.tokens();
  });
  const badTokens = element(document, '#bad-tokens', HTMLInputElement);
  badTokens.addEventListener('change', () => {
    remember('tokens', badTokens.checked ? 'bad' : 'good');
    switched.tokens();
  });
  element(document, '#expire-token', HTMLButtonElement).addEventListener(
    'click',
    switched.expireToken,
  );

  for (const [id, path] of [
    ['faults', '/_sandbox/faults'],
    ['plan', '/_sandbox/plan'],
    ['issuance', '/_sandbox/issuance'],
    ['order-list', '/_sandbox/order-list'],
  ] as const) {
    find(id).addEventListener('change', async () => {
      const body: unknown = JSON.parse(find(id).selectedOptions[0]?.dataset.body ?? 'null');
      const answer = await post(path, body);
      say(needText(words, answer === null ? 'failed' : 'done'));
    });
  }

  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-post]')) {
    button.addEventListener('click', async () => {
      button.disabled = true;
      const answer = await post(button.dataset.post ?? '');
      const refused = isFields(answer) && flag(answer, 'appRefused');
      if (answer !== null && !refused) return location.reload();
      button.disabled = false;
      say(needText(words, refused ? 'appRefused' : 'failed'));
    });
  }

  const panel = element(document, '#panel', HTMLDetailsElement);
  panel.addEventListener('toggle', () => remember('panel', panel.open ? 'open' : 'closed'));
}
