import { useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import {
  CreateInvoice,
  maximumPdfBytes,
  pdfHeadBytes,
} from '../../../../../contract/createInvoice.ts';
import type { ChosenFile, CreateFormValues } from '../../createForm.ts';
import { isEncryptedPdf } from './pdfEncryption.ts';

/** Sets or removes the form's file; `trouble` is why a choice failed. */
export function useFileChoice() {
  const { setValue } = useFormContext<CreateFormValues>();
  const [trouble, setTrouble] = useState<'unreadable' | 'several' | null>(null);
  const newest = useRef<File | null>(null);
  const set = (chosen: ChosenFile | null, shouldValidate: boolean) =>
    setValue('file', chosen, { shouldDirty: true, shouldTouch: true, shouldValidate });

  async function take([file, another]: readonly File[]) {
    if (file === undefined) return;
    if (another !== undefined) return setTrouble('several');
    newest.current = file;
    const chosen = await readChosenFile(file);
    if (newest.current !== file) return;
    setTrouble(chosen === null ? 'unreadable' : null);
    if (chosen !== null) set(chosen, true);
  }
  function remove() {
    newest.current = null;
    setTrouble(null);
    set(null, false);
  }
  return { trouble, take, remove };
}

/**
 * Reads a chosen file; null if it can't be read (a folder, or deleted meanwhile). The bytes are kept as a PDF file, so
 * that what is checked and shown is what will be sent, even if the file on disk changes.
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

/** Whether the contract accepts the file. */
export function isAccepted({ size, head }: Pick<ChosenFile, 'size' | 'head'>): boolean {
  const request = { orderId: 1, type: 'tax_invoice', dataType: 'file', file: { size, head } };
  return CreateInvoice.safeParse(request).success;
}
