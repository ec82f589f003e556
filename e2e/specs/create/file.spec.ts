import { expect } from '@playwright/test';
import { expectCreated } from '../../support/createdInvoice.ts';
import {
  card,
  chooseFile,
  fileInput,
  openCreateInFrame,
  openCreateInTab,
  pdfBytes,
} from '../../support/createPage.ts';
import { createWords } from '../../support/createWords.ts';
import { test } from '../../support/fixtures.ts';
import { orderWithoutInvoice } from '../../support/subjects.ts';
import { languages } from '../../support/words.ts';

const tenMegabytes = 10 * 1024 * 1024;

function pdfOf(size: number): Buffer {
  const bytes = Buffer.alloc(size, 'a line of the file\n');
  bytes.write('%PDF-1.7\n');
  return bytes;
}

for (const language of languages) {
  const say = createWords[language];

  test(`a file is checked by its bytes, and anything but a PDF is refused at its field (${language})`, async ({
    page,
    server,
    sandbox,
  }) => {
    const { order } = await orderWithoutInvoice(sandbox);
    const form = await openCreateInTab(page, server, { language, orderId: order.id });
    await card(form, 'file').check();
    await form.submit.click();
    await expect(fileInput(form)).toBeFocused();
    await expect(fileInput(form)).toHaveAccessibleDescription(new RegExp(say.fileRequired));
    const wrong: readonly [Buffer, string][] = [
      [Buffer.from('<html><body>invoice</body></html>'), say.notPdf],
      [Buffer.alloc(0), say.emptyFile],
      [pdfOf(tenMegabytes + 1), say.fileTooLarge],
    ];
    for (const [buffer, why] of wrong) {
      await chooseFile(form, { name: 'invoice.pdf', buffer });
      await expect(fileInput(form)).toHaveAccessibleDescription(new RegExp(why));
      await form.submit.click();
      await expect(fileInput(form)).toBeFocused();
    }
    const locked = Buffer.from('%PDF-1.7\ntrailer << /Root 1 0 R /Encrypt 2 0 R >>');
    await chooseFile(form, { name: 'locked.pdf', buffer: locked });
    await expect(fileInput(form)).toHaveAccessibleDescription(new RegExp(say.protectedPdf));
    // Any name, and printer commands before the header: still a PDF.
    const buffer = Buffer.concat([Buffer.from('\u001b%-12345X\r\n'), pdfBytes]);
    await chooseFile(form, { name: 'فاتورة <1>.html', buffer, mimeType: 'text/html' });
    await expect(page.getByTitle(say.preview('فاتورة <1>.html'))).toBeVisible();
    await expect(page.getByText(say.protectedPdf)).toHaveCount(0);
    await form.submit.click();
    await expect(page.getByText(say.created.tax_invoice).first()).toBeVisible();
    await expectCreated(sandbox, order.id, 'tax_invoice', 'file', buffer);
  });
}

test('a PDF is dropped on the field, in Salla’s frame', async ({ page, server, sandbox }) => {
  const say = createWords.ar;
  const { order } = await orderWithoutInvoice(sandbox);
  const form = await openCreateInFrame(page, server, { language: 'ar', orderId: order.id });
  await card(form, 'file').check();
  await fileInput(form).evaluate((input, text) => {
    const dataTransfer = new DataTransfer();
    const bytes = Uint8Array.from(text, (character) => character.charCodeAt(0));
    dataTransfer.items.add(new File([bytes], 'dropped.pdf', { type: 'application/pdf' }));
    for (const type of ['dragenter', 'dragover', 'drop']) {
      const cancelable = { bubbles: true, cancelable: true };
      input.dispatchEvent(new DragEvent(type, { ...cancelable, dataTransfer }));
    }
  }, pdfBytes.toString('latin1'));
  await expect(form.app.getByTitle(say.preview('dropped.pdf'))).toBeVisible();
  await form.submit.click();
  await expect(form.app.getByText(say.created.tax_invoice)).toBeVisible();
  await expectCreated(sandbox, order.id, 'tax_invoice', 'file');
});

test('an upload shows its progress, can be canceled and restarted', async ({
  page,
  server,
  sandbox,
}) => {
  const say = createWords.en;
  const { order } = await orderWithoutInvoice(sandbox);
  const form = await openCreateInTab(page, server, { language: 'en', orderId: order.id });
  await card(form, 'file').check();
  await chooseFile(form, { name: 'invoice.pdf', buffer: pdfOf(2 * 1024 * 1024) });
  const devtools = await page.context().newCDPSession(page);
  const network = { offline: false, latency: 0, downloadThroughput: -1 };
  await devtools.send('Network.emulateNetworkConditions', {
    ...network,
    uploadThroughput: 200_000,
  });
  await form.submit.click();
  const progress = page.getByRole('progressbar');
  await expect(progress).toHaveAttribute('aria-valuenow', /^[1-9]/);
  await page.getByRole('button', { name: say.cancelUpload }).click();
  await expect(page.getByRole('alert')).toContainText(say.canceled);
  await expect(progress).toHaveCount(0);
  expect(await sandbox.invoicesOf(order.id)).toEqual([]);

  await devtools.send('Network.emulateNetworkConditions', { ...network, uploadThroughput: -1 });
  await form.submit.click();
  await expect(page.getByText(say.created.tax_invoice).first()).toBeVisible();
  expect(await sandbox.invoicesOf(order.id)).toHaveLength(1);
});
