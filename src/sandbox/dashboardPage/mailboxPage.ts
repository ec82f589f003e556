import { dateTimeText } from './dateText.ts';
import { languageLink, page } from './document.ts';
import { icon } from './icon.ts';
import { html, type Markup } from './markup.ts';
import type { Language, Look } from './pageQuery.ts';
import type { Mail, PagesPort } from './port.ts';
import { sandboxLinks } from './sandboxLinks.ts';
import { wordsIn } from './words/words.ts';

function mailRow(mail: Mail, language: Language, port: PagesPort): Markup {
  const words = wordsIn(language);
  const via = mail.via === 'storefront' ? words.viaStorefront : words.viaMerchant;
  return html`<li class="mail card" data-order="${mail.orderId}" data-via="${mail.via}">
<h2><bdi>${mail.subject}</bdi></h2>
<p class="quiet"><time datetime="${mail.at}">${dateTimeText(mail.at, language)}</time></p>
<dl>
<div><dt>${words.mailTo}</dt><dd><bdi>${mail.to}</bdi></dd></div>
<div><dt>${words.mailOrder}</dt><dd><bdi>${port.orderNumber(mail.orderId) ?? mail.orderId}</bdi></dd></div>
</dl>
<p class="chip" data-via="${mail.via}">${icon(mail.via === 'storefront' ? 'customers' : 'store')}${via}</p>
</li>`;
}

function mailList(mails: readonly Mail[], language: Language, port: PagesPort): Markup {
  const words = wordsIn(language);
  if (mails.length > 0) {
    return html`<ol class="mails">${mails.map((mail) => mailRow(mail, language, port))}</ol>`;
  }
  return html`<div class="empty">${icon('mail')}<h2>${words.noMail}</h2><p>${words.noMailText}</p></div>`;
}

/** Every email that customers would have got, newest first; the page's script keeps it fresh. */
export function renderMailboxPage(look: Look, port: PagesPort): Markup {
  const words = wordsIn(look.lang);
  const mails = port.mailbox();
  const body = html`<header class="bar">
<strong class="badge">${words.sandbox}</strong>
${sandboxLinks(look, port.appUrl)}
${languageLink('/mailbox', look)}
</header>
<main class="column">
<h1>${words.mailboxTitle}</h1>
<p class="quiet">${words.mailboxText}</p>
<p id="count" role="status">${mails.length > 0 && words.mailCount(mails.length)}</p>
<div id="mails">${mailList(mails, look.lang, port)}</div>
</main>`;
  return page({
    look,
    title: words.mailboxTitle,
    styles: ['bar', 'mailbox'],
    script: 'mailbox',
    body,
  });
}
