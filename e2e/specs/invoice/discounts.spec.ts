import { expect } from '@playwright/test';
import { field, fillIn, inTab } from '../../support/createPage.ts';
import { createWords } from '../../support/createWords.ts';
import { test } from '../../support/fixtures.ts';
import { signInTab } from '../../support/signIn.ts';
import { mailableOrder, orderWithoutInvoice } from '../../support/subjects.ts';
import { languages, words } from '../../support/words.ts';

const sar = (amount: number | string) => ({ amount, currency: 'SAR' });
const amounts = { sub_total: sar(400), shipping_cost: sar(30) };

for (const language of languages) {
  test(`free shipping is a line of the invoice and reduces the shipping in the form (${language})`, async ({
    page,
    server,
    sandbox,
  }) => {
    const say = words[language];
    const { invoice } = await mailableOrder(sandbox);
    const { order } = await orderWithoutInvoice(sandbox);
    const answering = (path: string, data: object) =>
      ({
        method: 'GET',
        path: `/admin/v2/orders/${path}$`,
        answer: 'body',
        body: { status: 200, success: true, data },
      }) as const;
    await sandbox.faults([
      answering(`invoices/${invoice.id}`, {
        ...amounts,
        id: invoice.id,
        order_id: invoice.order_id,
        type: 'Tax Invoice',
        date: '2026-10-05',
        cod_cost: sar(0),
        discount: sar(0),
        shipping_cost_discount: sar(30),
        tax: { percent: 15, amount: sar(60) },
        total: sar(460),
        items: [],
      }),
      answering(`${order.id}`, {
        id: order.id,
        reference_id: order.reference_id,
        amounts: {
          ...amounts,
          cash_on_delivery: sar(0),
          discounts: [
            { title: 'coupon', discount: '20.00', discounted_shipping: '0.00' },
            { title: 'free shipping', discount: '0.00', discounted_shipping: '30.00' },
          ],
          tax: { percent: '15.00', amount: sar('57.00') },
          total: sar(437),
        },
      }),
    ]);

    await signInTab(page, server.url, language);
    await page.goto(`${server.url}/invoices/${invoice.id}`);
    const totals = page.getByRole('region', { name: say.totals });
    await expect(totals.getByText(say.addsUp)).toBeVisible();
    const line = totals.locator('dl > div').filter({ hasText: say.shippingDiscount });
    await expect(line).toContainText('-30.00');

    await page.goto(`${server.url}/invoices/new?orderId=${order.id}`);
    const form = inTab(page, language);
    await fillIn(form, 'data');
    await expect(field(form, 'subTotal')).toHaveValue('380.00');
    await expect(field(form, 'shippingCost')).toHaveValue('0.00');
    await expect(field(form, 'total')).toHaveValue('437.00');
    await expect(page.getByText(createWords[language].goodsDiscount)).toContainText('20.00');
    await expect(page.getByText(createWords[language].shippingDiscount)).toContainText('30.00');
    await expect(page.getByText(say.addsUp)).toBeVisible();
  });
}
