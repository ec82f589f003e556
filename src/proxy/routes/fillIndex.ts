import type { Boot } from '../../contract/boot.ts';
import { languages } from '../../contract/languages.ts';

const placeholder = 'lang="ar" dir="rtl" data-theme="system"';

/** The built index.html with language, theme and the boot data filled in. */
export function fillIndex(template: string, boot: Boot): string {
  const direction = languages[boot.language].direction;
  const theme = boot.theme ?? 'system';
  const attributes = `lang="${boot.language}" dir="${direction}" data-theme="${theme}"`;
  const data = `<script type="application/json" id="boot">${toScriptData(boot)}</script>`;
  // Functions, for a replacement text would give "$&" in a store's name a meaning.
  return template.replace(placeholder, () => attributes).replace('<!--boot-->', () => data);
}

/** JSON that can't end its script element, whatever names it holds. */
function toScriptData(boot: Boot): string {
  return JSON.stringify(boot).replace(/[<>&\u2028\u2029]/g, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
