import {
  CreateInvoice,
  maximumPdfBytes,
  pdfHeadBytes,
} from '../../../../contract/createInvoice.ts';
import type { ChosenFile } from '../createForm.ts';
import { isEncryptedPdf } from './pdfEncryption.ts';

/**
 * Reads a file that a person chose; null where it can't be read (a folder, or gone meanwhile). What is judged and
 * shown is what will be sent, whatever happens to the file on the disk: its bytes are kept, and called a PDF.
 */
export async function readChosenFile(file: File): Promise<ChosenFile | null> {
  try {
    const head = new Uint8Array(await file.slice(0, pdfHeadBytes).arrayBuffer());
    if (file.size > maximumPdfBytes) return { file, size: file.size, head, encrypted: false };
    const { name, lastModified } = file;
    const bytes = await file.arrayBuffer();
    const kept = new File([bytes], name, { type: 'application/pdf', lastModified });
    const encrypted = isEncryptedPdf(new Uint8Array(bytes));
    return { file: kept, size: kept.size, head, encrypted };
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Whether the contract takes it. */
export function isTaken({ size, head }: Pick<ChosenFile, 'size' | 'head'>): boolean {
  const asked = { orderId: 1, type: 'tax_invoice', dataType: 'file', file: { size, head } };
  return CreateInvoice.safeParse(asked).success;
}
