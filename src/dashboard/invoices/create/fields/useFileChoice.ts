import { useRef, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import type { ChosenFile, CreateFormValues } from '../createForm.ts';
import { readChosenFile } from './chosenFile.ts';

/** Puts a file into the form or takes it out, and says why a choice came to nothing. */
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
