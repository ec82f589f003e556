import { icon } from './icon.ts';
import { html, type Markup } from './markup.ts';
import { addressWith, type Look } from './pageQuery.ts';
import { wordsIn } from './words/words.ts';

/** The way between the sandbox's pages and to the app in a tab of its own. */
export function sandboxLinks({ lang, theme }: Look, appUrl: string): Markup {
  const words = wordsIn(lang);
  const look = { lang, theme };
  return html`<nav class="links" aria-label="${words.pages}">
<a href="${addressWith('/', look)}">${icon('home')}${words.dashboard}</a>
<a href="${addressWith('/mailbox', look)}">${icon('mail')}${words.mailbox}</a>
<a href="${addressWith('/storefront', look)}">${icon('store')}${words.storefront}</a>
<a href="${appUrl}" target="_blank" rel="noopener">${icon('invoice')}${words.appInTab}</a>
</nav>`;
}
