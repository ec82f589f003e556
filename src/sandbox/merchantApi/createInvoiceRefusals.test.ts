import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  amounts,
  form,
  invoicedOrder,
  orderWithoutInvoice,
  path,
  refusedFor,
} from '../testing/createInvoice.ts';
import { openSandbox } from '../testing/openSandbox.ts';

describe('what is refused, word for word', () => {
  const dataBody = { type: 'tax_invoice', data_type: 'data', invoice_number: 'A-1', ...amounts };

  it('says what is missing', async () => {
    const salla = openSandbox();
    expect(await salla.post(path, {})).toEqual(
      refusedFor({
        order_id: ['حقل order id مطلوب.'],
        type: ['حقل نوع الفاتورة مطلوب.'],
        data_type: ['حقل نوع بيانات الفاتورة  مطلوب.'],
      }),
    );
    const order_id = await orderWithoutInvoice(salla);
    const required = / مطلوب في حال ما إذا كان نوع بيانات الفاتورة {2}يساوي data\.$/;
    const answer = await salla.post(path, { order_id, type: 'tax_invoice', data_type: 'data' });
    const Refused = z.object({
      error: z.object({ fields: z.record(z.string(), z.array(z.string())) }),
    });
    const { fields } = Refused.parse(answer).error;
    expect(Object.keys(fields).toSorted()).toEqual(
      ['invoice_number', ...Object.keys(amounts)].toSorted(),
    );
    for (const [message] of Object.values(fields)) expect(message).toMatch(required);
  });

  it('names the fields of `data` letter by letter as Salla does', async () => {
    const salla = openSandbox();
    const order_id = await orderWithoutInvoice(salla);
    const end = 'مطلوب في حال ما إذا كان نوع بيانات الفاتورة  يساوي data.';
    const asked = { order_id, type: 'tax_invoice', data_type: 'data', tax: 15, tax_value: 1 };
    expect(await salla.post(path, asked)).toEqual(
      refusedFor({
        invoice_number: [`حقل ر قم الفاتورة ${end}`],
        total: [`حقل الاجمالي الكلي ${end}`],
        sub_total: [`حقل الاجمالي  ${end}`],
        shipping_cost: [`حقل سعر الشحن ${end}`],
        cash_on_delivery_cost: [`حقل سعر الدفع عند الإستلام ${end}`],
      }),
    );
  });

  it('takes amounts as numbers and as decimal text, and nothing else for one', async () => {
    const salla = openSandbox();
    const order_id = await orderWithoutInvoice(salla);
    const written = (total: string) =>
      `{"order_id":${order_id},"type":"tax_invoice","data_type":"data","invoice_number":7,"total":${total},
        "sub_total":"999.50","shipping_cost":0,"cash_on_delivery_cost":0,"tax":15,"tax_value":"35.3"}`;
    for (const total of [
      '1e309',
      '-1e309',
      '"1e3"',
      '"1,000"',
      '"٥"',
      `"${'9'.repeat(400)}"`,
      'true',
    ]) {
      expect(await salla.json(path, { method: 'POST', body: written(total) })).toEqual(
        refusedFor({ total: ['يجب على حقل الاجمالي الكلي أن يكون رقمًا.'] }),
      );
    }
    expect(await salla.json(path, { method: 'POST', body: written('"1034.8"') })).toMatchObject({
      data: { invoice_number: '7', total: { amount: 1034.8 }, sub_total: { amount: 999.5 } },
    });
  });

  it('knows no such order, type or data type', async () => {
    const salla = openSandbox();
    const refused = await salla.post(path, { ...dataBody, order_id: 1 });
    expect(refused).toEqual(refusedFor({ order_id: ['رقم الطلب خاطئ . '] }));
    expect(await salla.post(path, { ...dataBody, order_id: 1, type: 'receipt' })).toEqual(
      refusedFor({ type: ['حقل نوع الفاتورة غير صالحٍ'] }),
    );
  });

  it('refuses a second invoice and a repeated number together', async () => {
    const salla = openSandbox();
    const order_id = await orderWithoutInvoice(salla);
    await salla.post(path, { ...dataBody, order_id });
    expect(await salla.post(path, { ...dataBody, order_id })).toEqual(
      refusedFor({ type: ['تم اصدار فاتورة للطلب سابقا'], invoice_number: ['رقم الفاتورة مكرر'] }),
    );
  });

  it('refuses a credit note before a tax invoice, and takes it after', async () => {
    const salla = openSandbox();
    const note = { ...dataBody, type: 'credit_note' };
    expect(await salla.post(path, { ...note, order_id: await orderWithoutInvoice(salla) })).toEqual(
      refusedFor({ type: ['لايمكن إصدار فاتورة مسترجع لطلب ليس لديه فاتورة ضرريبية'] }),
    );
    const order_id = await invoicedOrder(salla);
    expect(await salla.post(path, { ...note, order_id })).toMatchObject({ success: true });
  });

  it('refuses everything under the default provider, and the order where a PDF stands in the way', async () => {
    const salla = openSandbox();
    const order_id = await orderWithoutInvoice(salla);
    const url = 'https://x.example/a.pdf';
    await salla.post(path, { order_id, type: 'tax_invoice', data_type: 'url', url });
    salla.sandbox.setIssuance('salla');
    expect(await salla.post(path, { order_id, type: 'tax_invoice', data_type: 'order' })).toEqual(
      refusedFor({ order: ['لا يمكن اضافة الفاتورة  هنالك فاتورة مسبقة لهذا الطلب '] }),
    );
    salla.sandbox.setIssuance('default_provider');
    expect(await salla.post(path, { ...dataBody, order_id })).toEqual(
      refusedFor({
        invoice_provider: [
          'لا يمكن اضافة فاتورة للطلب , اعدادات اصدار الفواتير في المتجر تتبع المزود الافتراضي ',
        ],
      }),
    );
  });

  it('refuses addresses and files that are no PDF', async () => {
    const salla = openSandbox();
    const order_id = await orderWithoutInvoice(salla);
    const url = 'https://x.example/a.html';
    expect(
      await salla.post(path, { order_id, type: 'tax_invoice', data_type: 'url', url }),
    ).toEqual(refusedFor({ url: ['يجب أن ينتهي  عنوان (url)  بأحد القيم التالية: .pdf'] }));
    const file = new File(['<html>'], 'invoice.pdf', { type: 'application/pdf' });
    const values = { order_id: String(order_id), type: 'tax_invoice', data_type: 'file', file };
    expect(await salla.json(path, form(values))).toEqual(
      refusedFor({ file: ['يجب أن يكون حقل ملفًا من نوع : pdf.'] }),
    );
  });

  it('refuses a file that is too large, whole', async () => {
    const salla = openSandbox();
    const file = new Blob([new Uint8Array(12 * 1024 * 1024)]);
    const answer = await salla.call(
      path,
      form({ order_id: '1', type: 'tax_invoice', data_type: 'file', file }),
    );
    expect(answer.status).toBe(413);
  });
});
