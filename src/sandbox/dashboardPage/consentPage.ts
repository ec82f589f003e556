import type { ConsentView } from './port.ts';

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** The page where a member of staff lets the app in, as a whole HTML document. */
export function renderConsentPage(view: ConsentView): string {
  const hidden = Object.entries(view.hiddenFields)
    .map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`)
    .join('');
  const staff = view.staff
    .map(
      (one) => `<option value="${one.userId}">${escape(`${one.name} · ${one.storeName}`)}</option>`,
    )
    .join('');
  return `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>${escape(view.appName)}</title>
<form method="post" action="${escape(view.action)}">${hidden}<select name="user">${staff}</select>
<button name="decision" value="allow">السماح</button><button name="decision" value="deny">رفض</button></form></html>`;
}

/** The page for a sign-in that the app asked for wrongly. */
export function renderSignInProblem(message: string): string {
  return `<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>سلة</title><p>${escape(message)}</p></html>`;
}
