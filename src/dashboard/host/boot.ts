import type { Boot } from '../../contract/boot.ts';
import { defaultLanguage } from '../../contract/languages.ts';

const unsaid: Boot = {
  nonce: '',
  language: defaultLanguage,
  theme: null,
  embedded: false,
  session: null,
  installUrl: null,
};

/** Reads the data block that the proxy wrote into the page. */
export function readBoot(page: Document): Boot {
  const text = page.getElementById('boot')?.textContent;
  return text ? { ...unsaid, ...JSON.parse(text) } : unsaid;
}
