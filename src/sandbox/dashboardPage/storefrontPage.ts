import { arabicSign, decimalsOf } from '../currency.ts';
import { dayText } from './dateText.ts';
import { languageLink, page } from './document.ts';
import { html, jsonBlock, type Markup } from './markup.ts';
import { addressWith, type StorefrontQuery } from './pageQuery.ts';
import type { PagesPort, StorefrontCustomer, StorefrontOrder } from './port.ts';
import { sandboxLinks } from './sandboxLinks.ts';
import type { Words } from './words/english.ts';
import { wordsIn } from './words/words.ts';

/** Who the page is drawn for. Signed out, it still shows an order, as a shared link would. */
interface Visit {
  customer: StorefrontCustomer | null;
  shown: StorefrontCustomer | null;
  order: StorefrontOrder | null;
}

function readVisit(query: StorefrontQuery, port: PagesPort): Visit {
  const customers = port.storefrontCustomers();
  const first =
    customers.find(
      (one) => one.email !== null && one.orders.some(({ hasInvoice }) => hasInvoice),
    ) ??
    customers[0] ??
    null;
  const customer =
    query.customer === 'none'
      ? null
      : query.customer === undefined
        ? first
        : port.storefrontCustomer(query.customer);
  const shown = customer ?? first;
  const order =
    shown?.orders.find(({ id }) => id === query.order) ??
    shown?.orders.find(({ hasInvoice }) => hasInvoice) ??
    shown?.orders[0] ??
    null;
  return { customer, shown, order };
}

function customerLinks(query: StorefrontQuery, visit: Visit, port: PagesPort): Markup {
  const words = wordsIn(query.lang);
  const link = (customer: number | 'none', current: boolean, label: Markup) =>
    html`<li><a href="${addressWith('/storefront', { lang: query.lang, theme: query.theme, customer })}"${
      current && html` aria-current="true"`
    }>${label}</a></li>`;
  const customers = port
    .storefrontCustomers()
    .map(({ id, name, email }) =>
      link(
        id,
        visit.customer?.id === id,
        html`<bdi>${name}</bdi>${email === null && html` <small>(${words.noEmail})</small>`}`,
      ),
    );
  return html`<nav class="customers" aria-label="${words.signedInAs}"><span>${words.signedInAs}</span>
<ul>${customers}${link('none', visit.customer === null, html`${words.signedOut}`)}</ul></nav>`;
}

function orderLinks(query: StorefrontQuery, { shown, order }: Visit): Markup {
  const words = wordsIn(query.lang);
  const links = (shown?.orders ?? []).map(({ id, number }) => {
    const address = addressWith('/storefront', { ...query, order: id });
    return html`<li><a href="${address}"${id === order?.id && html` aria-current="page"`}>${words.order(number)}</a></li>`;
  });
  return html`<nav class="orders" aria-label="${words.ordersOf}"><ul>${links}</ul></nav>`;
}

function orderCard(order: StorefrontOrder, query: StorefrontQuery, words: Words): Markup {
  const { currency } = order;
  const decimals = { minimumFractionDigits: decimalsOf(currency) };
  const total = order.total.toLocaleString('en', decimals);
  const sign = query.lang === 'ar' ? arabicSign(currency) : currency;
  return html`<article class="card order">
<h1>${words.order(order.number)}</h1>
<dl>
<div><dt>${words.orderDate}</dt><dd>${dayText(order.date, query.lang)}</dd></div>
<div><dt>${words.orderStatus}</dt><dd><bdi>${order.status}</bdi></dd></div>
<div><dt>${words.orderTotal}</dt><dd><bdi dir="ltr">${total}</bdi> ${sign}</dd></div>
<div><dt>${words.orderInvoice}</dt><dd>${order.hasInvoice ? words.hasInvoice : words.hasNoInvoice}</dd></div>
</dl>
<button id="send-invoice" class="filled" type="button">${words.sendInvoice}</button>
<p id="outcome" role="status"></p>
</article>`;
}

/**
 * What the page's script sends with the request. `twilight` is what a theme starts the real storefront SDK with
 * (`salla.init`), once `token` and the user are in its storage; four fields of the store keep it from asking
 * Salla for the store's settings.
 */
function settings(query: StorefrontQuery, { customer, order }: Visit, port: PagesPort): Markup {
  const words = wordsIn(query.lang);
  const { id, name, currency } = port.store;
  const api = `${port.origin}/store/v1/`;
  const preferences = { language_code: query.lang, currency_code: currency };
  const user =
    customer === null
      ? { type: 'guest', ...preferences }
      : { type: 'user', id: customer.id, ...preferences };
  return jsonBlock('settings', {
    twilight: { store: { id, name, api, url: port.origin }, user, page: { id: order?.id ?? null } },
    token: customer === null ? null : port.issueCustomerToken(customer.id),
    words: {
      sending: words.sending,
      sent: words.invoiceSent,
      notSent: words.invoiceNotSent,
      unreachable: words.storeUnreachable,
    },
  });
}

/** A customer's order page with "send me the invoice", as a store's theme has it. */
export function renderStorefrontPage(query: StorefrontQuery, port: PagesPort): Markup {
  const words = wordsIn(query.lang);
  const visit = readVisit(query, port);
  const body = html`<aside class="bar" aria-label="${words.sandbox}">
<strong class="badge">${words.sandbox}</strong>
${sandboxLinks(query, port.appUrl)}
${languageLink('/storefront', { ...query })}
${customerLinks(query, visit, port)}
</aside>
<header class="shop"><p class="shop-name"><bdi>${port.store.name}</bdi></p></header>
<main class="column">
${orderLinks(query, visit)}
${visit.order === null ? html`<h1>${words.ordersOf}</h1><p>${words.noOrders}</p>` : orderCard(visit.order, query, words)}
</main>
${settings(query, visit, port)}`;
  return page({
    look: query,
    title: `${visit.order === null ? words.storefront : words.order(visit.order.number)} · ${port.store.name}`,
    styles: ['bar', 'storefront'],
    script: 'storefront',
    body,
  });
}
