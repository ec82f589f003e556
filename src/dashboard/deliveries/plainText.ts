import { withoutDirectionMarks } from '../../contract/plainCharacters.ts';

const longest = 60;

/**
 * Text from outside as it may stand inside a sentence of toasts and questions, which are plain
 * text: kept short, on one line, and isolated so that its direction turns nothing around it.
 */
export function plainText(text: string): string {
  const letters = Array.from(withoutDirectionMarks(text).replace(/\s+/g, ' ').trim());
  const short =
    letters.length > longest ? `${letters.slice(0, longest).join('')}…` : letters.join('');
  return `\u2068${short}\u2069`;
}
