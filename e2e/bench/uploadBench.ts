import { type RunningSandbox, startSandbox } from '../../src/sandbox/main.ts';
import { sandboxAt } from '../support/sandbox.ts';
import { type Server, startServer } from '../support/startServer.ts';
import { orderWithoutInvoice } from '../support/subjects.ts';
import { growthWhile } from './residentMegabytes.ts';
import { signInEmbedded } from './signIn.ts';
import type { Figure } from './table.ts';

/** A server whose sandbox runs in this process, so that its own memory alone is measured. */
async function deskOn({ origin, sandbox }: RunningSandbox): Promise<Server> {
  const server = await startServer({
    SALLA_CLIENT_ID: 'sandbox',
    SALLA_CLIENT_SECRET: 'sandbox-secret',
    SALLA_APP_ID: '1000',
    SALLA_WEBHOOK_SECRET: 'sandbox-webhook-secret',
    SALLA_API_URL: `${origin}/admin/v2`,
    SALLA_ACCOUNTS_URL: origin,
    SALLA_INTROSPECT_URL: `${origin}/exchange-authority/v1/introspect`,
  });
  sandbox.connectApp({ appUrl: server.url, framedAppUrl: server.framedUrl });
  await sandbox.install();
  return server;
}

function pdfForm(orderId: number, bytes: number): FormData {
  const pdf = Buffer.alloc(bytes, 'a line of the file\n');
  pdf.write('%PDF-1.7\n');
  const form = new FormData();
  form.set('orderId', String(orderId));
  form.set('type', 'tax_invoice');
  form.set('dataType', 'file');
  form.set('file', new Blob([pdf], { type: 'application/pdf' }), 'invoice.pdf');
  return form;
}

/** What a PDF of 10 MB on its way to Salla costs the proxy. */
export async function benchUpload(): Promise<Figure[]> {
  const salla = await startSandbox({
    port: 0,
    appUrl: 'http://localhost',
    framedAppUrl: 'http://localhost',
  });
  const server = await deskOn(salla);
  try {
    const sandbox = sandboxAt(salla.origin);
    const authorization = await signInEmbedded(server.url, sandbox);
    const upload = async (bytes: number) => {
      const { order } = await orderWithoutInvoice(sandbox);
      const response = await fetch(`${server.url}/api/invoices`, {
        method: 'POST',
        headers: { authorization },
        body: pdfForm(order.id, bytes),
      });
      if (response.status !== 201) throw new Error(await response.text());
    };
    // The code on the way is loaded and compiled once.
    await upload(1000);
    const grown = await growthWhile(server.pid, () => upload(10 * 1024 * 1024));
    return [{ name: 'a PDF of 10 MB passes, proxy grows (MB)', measured: grown, budget: 30 }];
  } finally {
    await server.stop();
    await salla.close();
  }
}
