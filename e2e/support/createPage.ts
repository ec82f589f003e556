/** The create page, in a tab or in Salla's frame. */
import type { FrameLocator, Locator, Page } from '@playwright/test';
import { createWords, type DataType, type InvoiceType } from './createWords.ts';
import { openInFrame } from './frame.ts';
import { signInTab } from './signIn.ts';
import type { Server } from './startServer.ts';
import type { Language } from './words.ts';

export type CreatePage = {
  page: Page;
  /** The app's own document. */
  app: Page | FrameLocator;
  language: Language;
  /** The page's one filled button; in the frame the host draws it. */
  submit: Locator;
};

type Wanted = { language: Language; orderId?: number; type?: InvoiceType };

function pathOf({ orderId, type }: Wanted): string {
  const search = new URLSearchParams({
    ...(orderId && { orderId: String(orderId) }),
    ...(type && { type }),
  });
  return `/invoices/new?${search}`;
}

/** The create page in a tab that already shows it. */
export function inTab(
  page: Page,
  language: Language,
  type: InvoiceType = 'tax_invoice',
): CreatePage {
  const name = createWords[language].create[type];
  return { page, app: page, language, submit: page.getByRole('button', { name }) };
}

export async function openCreateInTab(
  page: Page,
  server: Server,
  wanted: Wanted,
): Promise<CreatePage> {
  const { language, type } = wanted;
  await signInTab(page, server.url, language);
  await page.goto(server.url + pathOf(wanted));
  return inTab(page, language, type);
}

export async function openCreateInFrame(
  page: Page,
  server: Server,
  wanted: Wanted,
): Promise<CreatePage> {
  const { language } = wanted;
  const { app } = await openInFrame(page, server.sandboxUrl, { language, path: pathOf(wanted) });
  return { page, app, language, submit: page.locator('#primary-action') };
}

/** The card of a data type. */
export function card({ app, language }: CreatePage, dataType: DataType): Locator {
  const say = createWords[language];
  return app
    .getByRole('group', { name: say.source })
    .getByRole('radio', { name: say.cards[dataType], exact: true });
}

export type FieldName = keyof (typeof createWords)['en']['fields'];

/** The input of a field. */
export function field({ app, language }: CreatePage, name: FieldName): Locator {
  return app.getByRole('textbox', { name: createWords[language].fields[name], exact: true });
}

export const pdfBytes = Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n1 0 obj\n<<>>\nendobj\n');

/** The file input. */
export function fileInput({ app, language }: CreatePage): Locator {
  return app.getByLabel(createWords[language].chooseFile);
}

/** Chooses a file as the browser's dialog does. */
export async function chooseFile(
  form: CreatePage,
  file: { name: string; buffer: Buffer; mimeType?: string },
): Promise<void> {
  const { mimeType = 'application/pdf' } = file;
  await fileInput(form).setInputFiles({ ...file, mimeType });
}

/** Chooses a data type and fills its fields. */
export async function fillIn(form: CreatePage, dataType: DataType): Promise<void> {
  await card(form, dataType).check();
  if (dataType === 'data') await field(form, 'invoiceNumber').fill('INV-2026/001');
  if (dataType === 'url') await field(form, 'url').fill('https://files.example/invoice.pdf');
  if (dataType === 'file') await chooseFile(form, { name: 'invoice.pdf', buffer: pdfBytes });
}
