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
/** Where Salla's dashboard shows the app's pages. */
const appRoute = `/embedded/app/${appId}`;
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

/** What the panel keeps on the dashboard's address; the rest of its query is the app's. */
const switches = ['lang', 'theme', 'width', 'lifetime', 'tokens', 'panel'];

/** The dashboard's own address of the page that is framed. */
function addressOfRoute(): URL {
  const framed = new URL(address);
  const here = new URL(location.href);
  const kept = [...here.searchParams].filter(([name]) => switches.includes(name));
  here.pathname = appRoute + framed.pathname;
  here.search = framed.search;
  for (const [name, value] of kept) here.searchParams.set(name, value);
  return here;
}

/** The page of the app that an address of the dashboard shows; false for an address of Salla's own. */
function takeRoute(target: URL): boolean {
  if (target.pathname !== appRoute && !target.pathname.startsWith(`${appRoute}/`)) return false;
  const next = new URL(address);
  next.pathname = target.pathname.slice(appRoute.length) || '/';
  next.search = target.search;
  for (const name of switches) next.searchParams.delete(name);
  address = next.href;
  return true;
}

/** `/embedded/app/1000/invoices` is a page of the app; any other path is a page of Salla's own. */
function navigate(path: string, replace: boolean): void {
  if (takeRoute(new URL(path, location.origin))) {
    if (replace) history.replaceState(null, '', addressOfRoute());
    else history.pushState(null, '', addressOfRoute());
    void openApp('open');
    return;
  }
  clearHead();
  element(document, '#elsewhere-path', HTMLElement).textContent = path;
  frame.leave('elsewhere');
}

function addPage({ requestId, item }: Extract<AppMessage, { event: 'nav.addItem' }>): void {
  const id = pages.add(item);
  // The SDK knows no refusal: it gives up when it has heard nothing for 2 s.
  if (id === null) return;
  const payload = { item: { id, value: item.value } };
  channel.post({ event: 'nav.addItem.response', payload }, requestId);
}

/** The sandbox's app sells no add-ons. */
function refuseCheckout(message: Extract<AppMessage, { event: 'checkout.create' }>): void {
  const error = { code: 'addon_not_found', message: 'The app has no such add-on' };
  const payload = { success: false, status: 'failed', error, context: message.context } as const;
  channel.post({ event: 'checkout.response', payload }, message.requestId);
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
      navigate(message.path, message.replace);
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
    case 'checkout.getAddons':
      channel.post(
        { event: 'checkout.getAddons.response', payload: { success: true, addons: [] } },
        message.requestId,
      );
      break;
    case 'checkout.create':
      refuseCheckout(message);
      break;
    case 'checkout.resetCache':
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
window.addEventListener('popstate', () => {
  if (takeRoute(new URL(location.href))) void openApp('open');
});
history.replaceState(null, '', addressOfRoute());
void openApp('open');
