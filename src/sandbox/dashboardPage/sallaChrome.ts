import { type IconName, icon } from './icon.ts';
import { html, type Markup } from './markup.ts';
import type { PagesPort } from './port.ts';
import type { Words } from './words/english.ts';

/** Entries that Salla's sidebar has; they lead nowhere here, so they are words and not links. */
function sidebarEntry(drawing: IconName, label: string): Markup {
  return html`<li><span>${icon(drawing)}${label}</span></li>`;
}

export function sidebar(appName: string, words: Words): Markup {
  return html`<nav class="sidebar" aria-label="${words.menu}">
<p class="wordmark">${words.salla}</p>
<ul>
${sidebarEntry('home', words.home)}
${sidebarEntry('orders', words.orders)}
${sidebarEntry('products', words.products)}
${sidebarEntry('customers', words.customers)}
${sidebarEntry('reports', words.reports)}
${sidebarEntry('marketing', words.marketing)}
<li><span>${icon('apps')}${words.installedApps}</span>
<ul><li><span class="current" aria-current="page">${icon('invoice')}<bdi>${appName}</bdi></span></li></ul></li>
${sidebarEntry('settings', words.settings)}
</ul>
</nav>`;
}

export function topBar(port: PagesPort, words: Words): Markup {
  return html`<header class="top-bar">
<span class="wordmark">${words.salla}</span>
<span class="store">${icon('store')}<bdi>${port.store.name}</bdi></span>
</header>`;
}

/** The embedded page's head: breadcrumbs, title and actions, all said by the app. */
export function pageHead(appName: string, words: Words): Markup {
  return html`<div class="page-head">
<nav id="breadcrumbs" aria-label="${words.breadcrumbs}"><ol>
<li>${words.home}</li><li>${words.installedApps}</li><li aria-current="page"><bdi id="crumb">${appName}</bdi></li>
</ol></nav>
<div class="title-row">
<h1 id="page-title"><bdi>${appName}</bdi></h1>
<div class="actions" id="actions" hidden>
<details class="menu" id="more-actions" hidden><summary aria-label="${words.moreActions}">${icon('down')}</summary><div class="menu-list"></div></details>
<button type="button" class="filled" id="primary-action"></button>
</div>
</div>
<nav id="app-pages" class="tabs" aria-label="${words.appPages}" hidden></nav>
</div>`;
}
