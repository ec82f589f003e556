import './theme/fonts.css';
import './theme/styles.css';
import { openInFrame } from './app/openInFrame.ts';
import { openInTab } from './app/openInTab.ts';
import { readBoot } from './host/boot.ts';
import { pageReload } from './host/reloading.ts';

/*
 * The entry is small and starts at once whatever takes a round trip: the words, the first data and, in
 * Salla's frame, the session. The rest of the code is on its way meanwhile.
 */
const boot = readBoot(document);
const framed = window.parent !== window;

(framed ? openInFrame(boot) : openInTab(boot)).catch(async (error: unknown) => {
  if (await pageReload.recover()) return;
  document.getElementById('not-started')?.toggleAttribute('data-shown', true);
  throw error;
});
