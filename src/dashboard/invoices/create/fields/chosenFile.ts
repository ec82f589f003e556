import {
  CreateInvoice,
  maximumPdfBytes,
  pdfHeadBytes,
} from '../../../../contract/createInvoice.ts';
import type { ChosenFile } from '../createForm.ts';

/**
 * Reads a file that a person chose; null where it can't be read (a folder, or gone meanwhile). What is judged and
 * shown is what will be sent, whatever happens to the file on the disk: its bytes are kept, and called a PDF.
 */
export async function readChosenFile(file: File): Promise<ChosenFile | null> {
  try {
    const head = new Uint8Array(await file.slice(0, pdfHeadBytes).arrayBuffer());
    if (file.size > maximumPdfBytes) return { file, size: file.size, head };
    const { name, lastModified } = file;
    const bytes = await file.arrayBuffer();
    const kept = new File([bytes], name, { type: 'application/pdf', lastModified });
    return { file: kept, size: kept.size, head };
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Whether the contract takes it. */
export function isTaken({ size, head }: ChosenFile): boolean {
  const asked = { orderId: 1, type: 'tax_invoice', dataType: 'file', file: { size, head } };
  return CreateInvoice.safeParse(asked).success;
}
