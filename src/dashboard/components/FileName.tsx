import { splitFileName } from '../i18n/fileName.ts';

/** The name of a file of the person's own, readable beside text of either direction. */
export function FileName({ name }: { name: string }) {
  const { before, last } = splitFileName(name);
  return (
    <bdi>
      {before}
      {last === '' ? null : <bdi dir="ltr">{last}</bdi>}
    </bdi>
  );
}
