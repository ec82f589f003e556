import { appFrame } from './appFrame.ts';
import type { AppMessage } from './appMessage.ts';
import { appPages } from './appPages.ts';
import { ask, takeBackQuestion } from './confirmDialog.ts';
import { element } from './element.ts';
import { openHostChannel } from './hostChannel.ts';
import { startPanel, tokenLifetime } from './panel.ts';
import { newToken } from './server.ts';
import { needText, pageSettings } from './settings.ts';
import { titleArea } from './titleArea.ts';
import { showToast } from './toasts.ts';

const settings = pageSettings();
const language = needText(settings, 'language');
const appId = needText(settings, 'appId');
/** The app's address in the frame, without what the dashboard adds to it. */
let address = needText(settings, 'frameAddress');

/** Two requests to open the app in a row open it once, for the later one. */
let openings = 0;

const frame = appFrame();
const channel = openHostChannel(frame.window, new URL(address).origin, hear);
const head = titleArea((value) => channel.post({ event: 'nav.actionClick', payload: { value } }));
const pages = appPages((id, { value, url }) =>
  channel.post({ event: 'nav.itemClick', payload: { id, value, url } }),
);

function theme(): string {
  return document.documentElement.dataset.theme ?? 'light';
}

function clearHead(): void {
  takeBackQuestion();
  head.clear();
  pages.clear();
}

/** Frames the app with a new token, as Salla puts it on the address. */
async function openApp(why: 'open' | 'refresh', lifetimeSeconds = tokenLifetime()): Promise<void> {
  openings += 1;
  const opening = openings;
  const token = await newToken(lifetimeSeconds);
  if (opening !== openings) return;
  const framed = new URL(address);
  framed.searchParams.set('token', token);
  framed.searchParams.set('theme', theme());
  framed.searchParams.set('lang', language);
  framed.searchParams.set('app_id', appId);
  clearHead();
  frame.open(framed.href, why);
}

function provideContext(): void {
  const layout = {
    theme: theme(),
    dir: document.documentElement.dir,
    width: frame.width(),
    locale: language,
    currency: needText(settings, 'currency'),
  };
  channel.post({ event: 'context.provide', payload: { layout } });
}

/** `/embedded/app/1000/invoices` is a page of the app; any other path is a page of Salla's own. */
function navigate(path: string): void {
  const appRoute = `/embedded/app/${appId}`;
  const target = new URL(path, location.origin);
  if (target.pathname === appRoute || target.pathname.startsWith(`${appRoute}/`)) {
    const route = target.pathname.slice(appRoute.length) || '/';
    const next = new URL(address);
    next.pathname = route;
    next.search = target.search;
    address = next.href;
    void openApp('open');
    return;
  }
  clearHead();
  element(document, '#elsewhere-path', HTMLElement).textContent = path;
  frame.leave('elsewhere');
}

function addPage({ requestId, item }: Extract<AppMessage, { event: 'nav.addItem' }>): void {
  const payload = { item: { id: pages.add(item), value: item.value } };
  channel.post({ event: 'nav.addItem.response', payload }, requestId);
}

async function answerQuestion(
  message: Extract<AppMessage, { event: 'ui.confirm' }>,
): Promise<void> {
  const confirmed = await ask(message.question);
  channel.post({ event: 'ui.confirm.response', payload: { confirmed } }, message.requestId);
}

function hear(message: AppMessage): void {
  switch (message.event) {
    case 'iframe.ready':
      provideContext();
      break;
    case 'ready':
      frame.ready();
      break;
    case 'destroy':
      clearHead();
      frame.leave('closed');
      break;
    case 'auth.refresh':
      void openApp('refresh');
      break;
    case 'page.setTitle':
      head.setTitle(message.title);
      break;
    case 'page.navigate':
      navigate(message.path);
      break;
    case 'page.redirect':
      location.assign(message.url);
      break;
    case 'nav.setAction':
      head.setAction(message.action);
      break;
    case 'nav.clearAction':
      head.setAction(null);
      break;
    case 'nav.addItem':
      addPage(message);
      break;
    case 'nav.updateItem':
      pages.change(message.id, message.change);
      break;
    case 'nav.removeItem':
      pages.remove(message.id);
      break;
    case 'ui.toast':
      showToast(message.toast);
      break;
    case 'ui.loading':
      frame.showLoading(message.shown);
      break;
    case 'ui.breadcrumbs':
      head.showBreadcrumbs(message.shown);
      break;
    case 'ui.confirm':
      void answerQuestion(message);
      break;
  }
}

startPanel({
  theme: (chosen) => channel.post({ event: 'theme.change', payload: { theme: chosen } }),
  expireToken: () => void openApp('open', 0),
  tokens: () => void openApp('open'),
});
for (const button of document.querySelectorAll('[data-open-app]')) {
  button.addEventListener('click', () => void openApp('open'));
}
void openApp('open');
