import { page } from './document.ts';
import { icon } from './icon.ts';
import { html, jsonBlock, type Markup } from './markup.ts';
import { type DashboardQuery, frameAddress } from './pageQuery.ts';
import type { PagesPort } from './port.ts';
import { pageHead, sidebar, topBar } from './sallaChrome.ts';
import { sandboxPanel } from './sandboxPanel.ts';
import type { Words } from './words/english.ts';
import { wordsIn } from './words/words.ts';

/**
 * The frame has no address yet: the script gives it one when it listens, for the app says that it is there only
 * once. There is no `sandbox` attribute, as on Salla.
 */
function frameArea(appName: string, words: Words): Markup {
  return html`<div class="frame-area" id="frame-area" data-state="loading">
<iframe id="app-frame" title="${appName}" allow="clipboard-write; fullscreen" data-refreshes="0"></iframe>
<div class="overlay" id="overlay" role="status"><span class="spinner"></span><p>${words.loadingApp}</p><p id="slow" hidden>${words.slowApp}</p></div>
<section class="notice" id="closed" hidden tabindex="-1" aria-labelledby="closed-title">
<h2 id="closed-title">${words.closedTitle}</h2><p>${words.closedText}</p>
<button type="button" class="filled" data-open-app>${words.openAgain}</button>
</section>
<section class="notice" id="elsewhere" hidden tabindex="-1" aria-labelledby="elsewhere-title">
<h2 id="elsewhere-title">${words.elsewhereTitle}</h2><p>${words.elsewhereText} <bdi id="elsewhere-path" dir="ltr"></bdi></p>
<button type="button" class="filled" data-open-app>${words.openAgain}</button>
</section>
</div>`;
}

/** What the scripts fill in: they know no words. */
function templates(words: Words): Markup {
  const toast = (type: 'success' | 'error' | 'warning' | 'info') =>
    html`<template id="toast-${type}"><div class="toast" data-type="${type}">${icon(type)}<p></p>
<button type="button" aria-label="${words.close}">${icon('close')}</button></div></template>`;
  const drawings = { add: 'add', mail: 'mail', print: 'print', other: 'apps' } as const;
  const actionIcons = Object.entries(drawings).map(
    ([name, drawing]) =>
      html`<template id="action-icon-${name}"><span class="action-icon">${icon(drawing)}</span></template>`,
  );
  return html`${actionIcons}${toast('success')}${toast('error')}${toast('warning')}${toast('info')}
<dialog id="confirm" aria-labelledby="confirm-title" aria-describedby="confirm-message">
<form method="dialog">
<h2 id="confirm-title"></h2><p id="confirm-message"></p>
<div class="buttons"><button id="confirm-no" value="no"></button><button id="confirm-yes" class="filled" value="yes"></button></div>
</form>
</dialog>`;
}

/** Salla's merchant dashboard around the framed app, and the sandbox's switches above it. */
export function renderDashboardPage(query: DashboardQuery, port: PagesPort): Markup {
  const words = wordsIn(query.lang);
  const { name } = port.app;
  const body = html`${sandboxPanel(query, port)}
<div class="stage" id="stage" data-width="${query.width}">
<div class="salla">
${topBar(port, words)}
${sidebar(name, words)}
<main>
${pageHead(name, words)}
${frameArea(name, words)}
<div class="toasts" id="toasts" role="region" aria-label="${words.toasts}"></div>
</main>
</div>
</div>
${templates(words)}
${jsonBlock('settings', {
  frameAddress: frameAddress(port.framedAppUrl, query.path),
  language: query.lang,
  currency: port.store.currency,
  appId: port.app.id,
  words: {
    done: words.done,
    failed: words.actionFailed,
    appRefused: words.appRefused,
  },
})}`;
  return page({
    look: query,
    title: `${name} · ${words.salla}`,
    styles: ['dashboard', 'frame', 'dialog', 'panel'],
    script: 'dashboard',
    body,
  });
}
