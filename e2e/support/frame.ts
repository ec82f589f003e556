import type { FrameLocator, Page } from '@playwright/test';
import type { Language } from './words.ts';

/** The sandbox's copy of Salla's dashboard with the app in its frame. */
export type Dashboard = { page: Page; app: FrameLocator };

/** Opens a page of the app inside the sandbox's dashboard and waits until the host lifts its overlay. */
export async function openInFrame(
  page: Page,
  sandboxOrigin: string,
  options: { language: Language; theme?: 'light' | 'dark'; path?: string; lifetimeSeconds?: 10 },
): Promise<Dashboard> {
  const search = new URLSearchParams({
    lang: options.language,
    theme: options.theme ?? 'light',
    path: options.path ?? '/invoices',
    ...(options.lifetimeSeconds && { lifetime: String(options.lifetimeSeconds) }),
  });
  await page.goto(`${sandboxOrigin}/?${search}`);
  await page.locator('#frame-area[data-state="ready"]').waitFor();
  return { page, app: page.frameLocator('#app-frame') };
}
