import type { Boot } from '../../contract/boot.ts';
import { callHeaders } from '../api/callHeaders.ts';
import { loadPart } from '../host/lazyPart.tsx';
import { loadWords } from '../i18n/words.ts';
import { startFirstData } from './firstData.ts';
import { preloadFont } from './preloadFont.ts';

/** Opens the dashboard in a browser tab: the session came with the page, by cookie. */
export async function openInTab(boot: Boot): Promise<void> {
  const starting = loadPart(() => import('./startInTab.tsx'));
  const words = loadWords(boot.language);
  // After the words, so that it keeps out of the code's way.
  words.then(
    () => preloadFont(boot.language),
    // Whoever starts the page says it.
    () => {},
  );
  if (boot.session !== null) {
    startFirstData(location.pathname + location.search, callHeaders(boot.language, null));
  }
  const { startInTab } = await starting;
  await startInTab(boot, await words);
}
