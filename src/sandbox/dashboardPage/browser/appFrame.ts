import { element } from './element.ts';

const slowAfterMilliseconds = 10_000;

/** The place where the app is framed: the frame, the overlay until the app is ready, what stands in its stead. */
export interface AppFrame {
  window(): Window | null;
  width(): number;
  /** Loads the app anew. A refresh (a new token that the app asked for) is counted in `data-refreshes`. */
  open(address: string, why: 'open' | 'refresh'): void;
  ready(): void;
  showLoading(shown: boolean): void;
  /** Leaves the app, as Salla does after `destroy` and when it goes to another page. */
  leave(forPage: 'closed' | 'elsewhere'): void;
}

export function appFrame(): AppFrame {
  const area = element(document, '#frame-area', HTMLElement);
  const overlay = element(document, '#overlay', HTMLElement);
  const slow = element(document, '#slow', HTMLElement);
  const notices = {
    closed: element(document, '#closed', HTMLElement),
    elsewhere: element(document, '#elsewhere', HTMLElement),
  };
  let frame = element(area, 'iframe', HTMLIFrameElement);
  let refreshes = 0;
  let slowTimer = 0;

  /** A new element rather than a new address: the reload leaves no step in the browser's history. */
  function replaceFrame(address: string): void {
    const fresh = document.createElement('iframe');
    for (const name of ['id', 'title', 'allow']) {
      fresh.setAttribute(name, frame.getAttribute(name) ?? '');
    }
    fresh.dataset.refreshes = String(refreshes);
    fresh.src = address;
    frame.replaceWith(fresh);
    frame = fresh;
  }

  function showNotice(shown: keyof typeof notices | null): void {
    notices.closed.hidden = shown !== 'closed';
    notices.elsewhere.hidden = shown !== 'elsewhere';
    frame.hidden = shown !== null;
    if (shown !== null) notices[shown].focus();
  }

  return {
    window: () => frame.contentWindow,
    width: () => frame.clientWidth,
    open(address, why) {
      if (why === 'refresh') refreshes += 1;
      area.dataset.state = 'loading';
      overlay.hidden = false;
      slow.hidden = true;
      window.clearTimeout(slowTimer);
      slowTimer = window.setTimeout(() => {
        slow.hidden = false;
      }, slowAfterMilliseconds);
      replaceFrame(address);
      showNotice(null);
    },
    ready() {
      area.dataset.state = 'ready';
      overlay.hidden = true;
      window.clearTimeout(slowTimer);
    },
    showLoading(shown) {
      if (area.dataset.state === 'ready') overlay.hidden = !shown;
    },
    leave(forPage) {
      area.dataset.state = forPage;
      overlay.hidden = true;
      window.clearTimeout(slowTimer);
      frame.src = 'about:blank';
      showNotice(forPage);
    },
  };
}
