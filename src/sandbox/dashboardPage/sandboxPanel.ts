import { assetsPath } from './document.ts';
import { chosenFault, faultChoices } from './faultChoices.ts';
import { html, type Markup } from './markup.ts';
import type { DashboardQuery } from './pageQuery.ts';
import type { PagesPort } from './port.ts';
import { sandboxLinks } from './sandboxLinks.ts';
import type { Words } from './words/english.ts';
import { wordsIn } from './words/words.ts';

const plans = [120, 360, 720];
const issuances = ['custom', 'salla', 'default_provider'] as const;

interface Choice {
  value: string;
  label: string;
  /** What the panel's script posts when this is chosen. */
  body?: unknown;
}

function select(id: string, label: string, chosen: string, choices: readonly Choice[]): Markup {
  const options = choices.map(
    ({ value, label: text, body }) =>
      html`<option value="${value}"${value === chosen && html` selected`}${
        body !== undefined && html` data-body="${JSON.stringify(body)}"`
      }>${text}</option>`,
  );
  return html`<label class="switch" for="${id}"><span>${label}</span><select id="${id}">${options}</select></label>`;
}

function lookSwitches(query: DashboardQuery, words: Words): Markup {
  return html`${select('language', words.language, query.lang, [
    { value: 'ar', label: 'العربية' },
    { value: 'en', label: 'English' },
  ])}
${select('theme', words.theme, query.theme, [
  { value: 'light', label: words.light },
  { value: 'dark', label: words.dark },
])}
${select('width', words.width, query.width, [
  { value: 'full', label: words.full },
  { value: '1280', label: '1280' },
  { value: '768', label: '768' },
  { value: '390', label: '390' },
])}`;
}

function tokenSwitches(query: DashboardQuery, words: Words): Markup {
  return html`${select('lifetime', words.tokenLifetime, query.lifetime, [
    { value: 'normal', label: words.normalLifetime },
    { value: '10', label: words.tenSeconds },
  ])}
<button type="button" id="expire-token">${words.expireToken}</button>
<label class="check"><input type="checkbox" id="bad-tokens"${query.tokens === 'bad' && html` checked`}> ${words.badTokens}</label>`;
}

function sallaSwitches(port: PagesPort, words: Words): Markup {
  const chosen = chosenFault(port.faults());
  const choices = faultChoices.map(({ name, label, faults }) => ({
    value: name,
    label: label(words),
    body: faults,
  }));
  const other = chosen === null ? [{ value: 'other', label: words.faultOther }] : [];
  const perMinute = port.requestsPerMinute();
  const choosable = plans.includes(perMinute) ? plans : [perMinute, ...plans];
  const planChoices = choosable.map((count) => ({
    value: String(count),
    label: words.perMinute(count),
    body: { perMinute: count },
  }));
  const issuanceNames = {
    custom: words.issuanceCustom,
    salla: words.issuanceSalla,
    default_provider: words.issuanceDefaultProvider,
  };
  const issuanceChoices = issuances.map((issuance) => ({
    value: issuance,
    label: issuanceNames[issuance],
    body: { issuance },
  }));
  const orderListChoices = [
    { value: 'full', label: words.orderListFull, body: { format: 'full' } },
    { value: 'light', label: words.orderListLight, body: { format: 'light' } },
  ];
  return html`${select('faults', words.faults, chosen ?? 'other', [...other, ...choices])}
${select('plan', words.plan, String(perMinute), planChoices)}
${select('issuance', words.issuance, port.issuance(), issuanceChoices)}
${select('order-list', words.orderList, port.orderListFormat(), orderListChoices)}`;
}

function appSwitches(port: PagesPort, words: Words): Markup {
  const [id, action, label] = port.installed()
    ? ['uninstall', `${assetsPath}/uninstall`, words.uninstall]
    : ['install', `${assetsPath}/install`, words.installAgain];
  return html`<button type="button" id="${id}" data-post="${action}">${label}</button>
<button type="button" id="reset" data-post="/_sandbox/reset">${words.reset}</button>`;
}

/** The sandbox's own switches: beside the imitation of Salla's dashboard, never a part of it. */
export function sandboxPanel(query: DashboardQuery, port: PagesPort): Markup {
  const words = wordsIn(query.lang);
  return html`<aside class="panel" aria-label="${words.sandbox}">
<details id="panel"${query.panel === 'open' && html` open`}>
<summary><strong class="badge">${words.sandbox}</strong> <span class="hint">${words.sandboxHint}</span></summary>
<div class="switches">
${lookSwitches(query, words)}
${tokenSwitches(query, words)}
${sallaSwitches(port, words)}
${appSwitches(port, words)}
</div>
<p id="panel-outcome" role="status"></p>
</details>
${sandboxLinks(query, port.appUrl)}
</aside>`;
}
