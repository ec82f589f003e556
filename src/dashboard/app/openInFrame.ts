import type { Boot } from '../../contract/boot.ts';
import { endpoints } from '../../contract/endpoints.ts';
import { api, connectApi } from '../api/api.ts';
import { callHeaders } from '../api/callHeaders.ts';
import { loadPart } from '../host/lazyPart.tsx';
import { partitionedCookieSlot, sessionStorageSlot } from '../host/reloadSlots.ts';
import {
  createRenewalMemory,
  type Renewal,
  type RenewalMemory,
  reloadWithinMs,
} from '../host/renewal.ts';
import { loadWords } from '../i18n/words.ts';
import { startFirstData } from './firstData.ts';
import { preloadFont } from './preloadFont.ts';

/** What Salla's dashboard adds to the page's address when it frames it. */
const handover = ['token', 'theme', 'lang', 'app_id'];

const renewalKey = 'invoice-desk.renewal';

/**
 * Opens the dashboard in Salla's frame. The token is read off the address (as `embedded.auth.getToken()`
 * does) and exchanged while the SDK is still loading and greeting its host.
 */
export async function openInFrame(boot: Boot): Promise<void> {
  const starting = loadPart(() => import('./startInFrame.tsx'));
  const sdk = loadPart(() => import('@salla.sa/embedded-sdk'));
  const words = loadWords(boot.language);
  // After the words, so that it keeps out of the code's way.
  words.then(
    () => preloadFont(boot.language),
    // Whoever starts the page says it.
    () => {},
  );

  const query = new URLSearchParams(location.search);
  const token = query.get('token') ?? '';
  const appId = query.get('app_id') ?? '';
  const memory = createRenewalMemory([
    sessionStorageSlot(renewalKey, () => window.sessionStorage),
    partitionedCookieSlot({ key: renewalKey, keptSeconds: reloadWithinMs / 1000 }, document),
  ]);
  const renewal = memory.answered(Date.now());
  const address = addressToShow(query, renewal, memory);

  connectApi({
    sessionToken: () => null,
    language: () => boot.language,
    sessionRefused: () => false,
  });
  // The host puts a token on the address when it loads the frame; a frame that loads itself has none.
  const opening = token === '' ? null : api(endpoints.openSession(), { body: { token } });
  opening?.then(
    (session) => startFirstData(address, callHeaders(boot.language, session.sessionToken)),
    // Whoever starts the page says it.
    () => {},
  );
  const { startInFrame } = await starting;
  const { embedded } = await sdk;
  await startInFrame({ boot, words: await words, sdk: embedded, appId, memory, opening });
}

/** Where the person was before a renewal, once; else what the host asked for. Takes the token off the address. */
function addressToShow(
  query: URLSearchParams,
  renewal: Renewal | null,
  memory: RenewalMemory,
): string {
  for (const name of handover) query.delete(name);
  const asked = query.size === 0 ? location.pathname : `${location.pathname}?${query}`;
  const address = renewal?.address || asked;
  if (renewal !== null) memory.keep({ ...renewal, address: '' });
  history.replaceState(null, '', address);
  return address;
}
