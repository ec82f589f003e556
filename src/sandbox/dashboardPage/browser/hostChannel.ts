import type { AppMessage } from './appMessage.ts';
import { readAppMessage } from './readAppMessage.ts';

/** What the dashboard says to the app; the payloads are those of the embedded SDK. */
export type HostMessage =
  | {
      event: 'context.provide';
      payload: {
        layout: {
          theme: string;
          dir: string;
          width: number;
          locale: string;
          currency: string;
        };
      };
    }
  | { event: 'theme.change'; payload: { theme: string } }
  | { event: 'nav.actionClick'; payload: { value: string } }
  | { event: 'nav.itemClick'; payload: { id: string; value: string; url: string } }
  | { event: 'nav.addItem.response'; payload: { item: { id: string; value: string } } }
  | { event: 'ui.confirm.response'; payload: { confirmed: boolean } }
  | { event: 'checkout.getAddons.response'; payload: { success: true; addons: readonly never[] } }
  | {
      event: 'checkout.response';
      payload: {
        success: false;
        status: 'failed';
        error: { code: string; message: string };
        context: unknown;
      };
    };

export interface HostChannel {
  post(message: HostMessage, requestId?: string): void;
}

/**
 * Speaks with the app in the frame: hears that window at that origin only, and speaks to that origin only.
 * `framed` is asked each time, since a reload puts another window into its place.
 */
export function openHostChannel(
  framed: () => Window | null,
  origin: string,
  hear: (message: AppMessage) => void,
): HostChannel {
  window.addEventListener('message', ({ source, origin: sender, data }) => {
    if (source === null || source !== framed() || sender !== origin) return;
    const message = readAppMessage(data);
    if (message !== null) hear(message);
  });
  return {
    post({ event, payload }, requestId) {
      framed()?.postMessage(
        {
          event: `embedded::${event}`,
          payload,
          timestamp: Date.now(),
          source: 'merchant-dashboard',
          ...(requestId !== undefined && { requestId }),
          metadata: {},
        },
        origin,
      );
    },
  };
}
