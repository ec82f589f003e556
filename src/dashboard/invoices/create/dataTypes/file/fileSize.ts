import type { TFunction } from 'i18next';
import type { Language } from '../../../../../contract/languages.ts';
import { formatNumber } from '../../../../i18n/format.ts';

const kilobyte = 1024;
const megabyte = kilobyte * kilobyte;

/** `640 bytes`, `2.4 MB`. Rounded up, so that a file one byte over the limit doesn't read as the limit. */
export function formatFileSize(
  bytes: number,
  t: TFunction<'createFields'>,
  language: Language,
): string {
  if (bytes < kilobyte) return t('file.bytes', { count: bytes });
  const inUnits = (unit: number, steps: number) =>
    formatNumber(Math.ceil((bytes / unit) * steps) / steps, language);
  return bytes < megabyte
    ? t('file.kilobytes', { size: inUnits(kilobyte, 1) })
    : t('file.megabytes', { size: inUnits(megabyte, 100) });
}
