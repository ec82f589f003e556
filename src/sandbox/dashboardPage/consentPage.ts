import { page } from './document.ts';
import { icon } from './icon.ts';
import { html, type Markup } from './markup.ts';
import { formPolicy } from './policy.ts';
import type { ConsentStaff, ConsentView } from './port.ts';
import { arabic } from './words/arabic.ts';
import { english, type Words } from './words/english.ts';

/** The sign-in does not say which language the person reads, so the page speaks both. */
function both(say: (words: Words) => string): Markup {
  return html`<span>${say(arabic)}</span> <span class="second"><bdi lang="en" dir="ltr">${say(english)}</bdi></span>`;
}

const scopes: Readonly<Record<string, (words: Words) => string>> = {
  'orders.read': (words) => words.scopeOrdersRead,
  'orders.read_write': (words) => words.scopeOrdersWrite,
  offline_access: (words) => words.scopeOffline,
  'webhooks.read_write': (words) => words.scopeWebhooks,
};

/** A scope in words; one that has none here by its name. */
function scopeItem(scope: string): Markup {
  const say = Object.hasOwn(scopes, scope) ? scopes[scope] : undefined;
  const said = say === undefined ? html`<bdi dir="ltr">${scope}</bdi>` : both(say);
  return html`<li>${icon('success')}<p>${said}</p></li>`;
}

function staffOption({ userId, name, role, storeName }: ConsentStaff): Markup {
  return html`<option value="${userId}">${`${storeName} · ${name} (${role})`}</option>`;
}

function hiddenField([name, value]: [string, string]): Markup {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

function document(title: string, content: Markup): string {
  const body = html`<main class="consent card"><p class="wordmark">${both((words) => words.salla)}</p>${content}</main>`;
  return page({
    look: { lang: 'ar' },
    title,
    styles: ['consent'],
    policy: formPolicy(),
    body,
  }).toString();
}

/** The page where a member of staff lets the app in, as a whole HTML document. */
export function renderConsentPage(view: ConsentView): string {
  const content = html`
<h1>${both((words) => words.consentTitle(view.appName))}</h1>
<p>${both((words) => words.consentText)}</p>
<ul>${view.scopes.map(scopeItem)}</ul>
<form method="post" action="${view.action}">
${Object.entries(view.hiddenFields).map(hiddenField)}
<label for="user">${both((words) => words.consentUser)}</label>
<select id="user" name="user">${view.staff.map(staffOption)}</select>
<div class="buttons">
<button class="filled" name="decision" value="allow">${both((words) => words.allow)}</button>
<button name="decision" value="deny">${both((words) => words.refuse)}</button>
</div>
</form>`;
  return document(arabic.consentTitle(view.appName), content);
}

/** The app's page in Salla's store, as far as installing goes: one form that posts to `action`. */
export function renderInstallPage({
  appName,
  action,
}: {
  appName: string;
  action: string;
}): string {
  const content = html`
<h1>${both((words) => words.installApp(appName))}</h1>
<form method="post" action="${action}">
<div class="buttons"><button class="filled">${both((words) => words.install)}</button></div>
</form>`;
  return document(arabic.installApp(appName), content);
}

/** The page for a sign-in that the app asked for wrongly. */
export function renderSignInProblem(message: string): string {
  const content = html`<h1>${both((words) => words.problemTitle)}</h1>
<p class="problem">${icon('error')}<bdi>${message}</bdi></p>`;
  return document(arabic.problemTitle, content);
}
