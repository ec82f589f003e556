import { expect, it } from 'vitest';
import { contents, formOf, openCreateApp } from '../testing/createInvoice.ts';

/** A form that begins and does not go on until it is told to end. */
function beginForm() {
  const begun = Promise.withResolvers<void>();
  const end = Promise.withResolvers<void>();
  const body = new ReadableStream<Uint8Array>(
    {
      pull: async (stream) => {
        begun.resolve();
        await end.promise;
        stream.close();
      },
    },
    { highWaterMark: 0 },
  );
  // fetch needs `duplex` for a stream; the DOM's types don't know it yet.
  const headers = { 'Content-Type': 'multipart/form-data; boundary=b' };
  const init = { method: 'POST', body, duplex: 'half', headers };
  return { init, begun: begun.promise, end: end.resolve };
}

it('eight files are taken at once, and one more when one of them is done', async () => {
  const { staff, orders, upload, create } = await openCreateApp();
  const [first = 0, second = 0] = orders.free;
  const forms = Array.from({ length: 8 }, beginForm);
  const answers = forms.map(({ init }) => staff.raw('/api/invoices', init));
  await Promise.all(forms.map(({ begun }) => begun));

  const asked = { orderId: first, type: 'tax_invoice' };
  const refused = await upload(formOf({ ...asked, dataType: 'file' }));
  expect([refused.status, refused.body.code]).toEqual([429, 'rate_limited']);
  const other = { orderId: second, type: 'tax_invoice', ...contents.url };
  expect((await create(other)).status).toBe(201);

  forms[0]?.end();
  expect((await answers[0])?.status).toBe(400);
  expect((await upload(formOf({ ...asked, dataType: 'file' }))).status).toBe(201);
  for (const { end } of forms) end();
  await Promise.all(answers);
});
