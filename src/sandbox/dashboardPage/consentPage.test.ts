import { expect, test } from 'vitest';
import { renderConsentPage, renderSignInProblem } from './consentPage.ts';

const view = {
  appName: '<i>Desk</i>',
  scopes: ['offline_access', 'orders.read_write', 'toString'],
  action: '/oauth2/auth',
  hiddenFields: { state: '"><script>alert(1)</script>' },
  staff: [{ userId: 7, name: 'نورة <b>', role: 'admin', storeName: 'متجر' }],
};

test('is one form that posts what it was given, who signs in and what he decided', () => {
  const page = renderConsentPage(view);
  expect(page).toContain('<form method="post" action="/oauth2/auth">');
  expect(page).toContain('name="state" value="&quot;&gt;&lt;script&gt;');
  expect(page).toContain('<option value="7">متجر · نورة &lt;b&gt; (admin)</option>');
  expect(page).toMatch(/name="decision" value="allow">.*السماح.*Allow/);
  expect(page).toMatch(/name="decision" value="deny">.*الرفض.*Deny/);
});

test('says scopes in words, and names those that it has no words for', () => {
  const page = renderConsentPage(view);
  expect(page).toContain('keep working while you are away');
  expect(page).toContain('issue invoices and send them to customers');
  expect(page).toContain('<bdi dir="ltr">toString</bdi>');
});

test('holds no script and no markup of others', () => {
  expect(renderConsentPage(view)).not.toMatch(/<script|<i>/);
  expect(renderSignInProblem('<img src=x>')).not.toContain('<img');
});
