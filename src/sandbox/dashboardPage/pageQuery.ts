import { z } from 'zod';

export const Language = z.enum(['ar', 'en']);
export type Language = z.infer<typeof Language>;

const widths = ['1280', '768', '390'] as const;

/** A path of the app: one slash first, so that it can never name another host. */
const AppPath = z.string().regex(/^\/(?![/\\])/);

const Id = z.coerce.number().int().positive();

/** Every page: Arabic unless English is asked for, and the device's theme unless one is. */
const Look = z.object({
  lang: Language.catch('ar'),
  theme: z.enum(['light', 'dark']).optional().catch(undefined),
});
export type Look = z.infer<typeof Look>;

/**
 * The dashboard page's address. A value that makes no sense counts as not said.
 * `lifetime` is how many seconds the frame's tokens live; `tokens=bad` makes each of them expired.
 */
const DashboardQuery = Look.extend({
  theme: z.enum(['light', 'dark']).catch('light'),
  width: z.enum(widths).or(z.literal('full')).catch('full'),
  path: AppPath.catch('/'),
  lifetime: z.enum(['normal', '10']).catch('normal'),
  tokens: z.enum(['good', 'bad']).catch('good'),
  panel: z.enum(['open', 'closed']).catch('closed'),
});
export type DashboardQuery = z.infer<typeof DashboardQuery>;

/** The storefront's address: who is signed in (`none`: nobody), and which order is on the page. */
const StorefrontQuery = Look.extend({
  customer: z.literal('none').or(Id).optional().catch(undefined),
  order: Id.optional().catch(undefined),
});
export type StorefrontQuery = z.infer<typeof StorefrontQuery>;

type Query = Readonly<Record<string, string>>;

export const readLook = (query: Query): Look => Look.parse(query);
export const readDashboardQuery = (query: Query): DashboardQuery => DashboardQuery.parse(query);

/** Where Salla's dashboard shows a page of the app: `/embedded/app/{appId}/{route}`. */
export const appRouteOf = (appId: string) => `/embedded/app/${appId}`;

const switches: readonly string[] = Object.keys(DashboardQuery.shape);

/** The dashboard page at an app's route: what is not one of the sandbox's switches belongs to the app's page. */
export function readAppRoute(url: URL, appId: string): DashboardQuery {
  const own = new URLSearchParams();
  const said: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    if (switches.includes(name)) said[name] = value;
    else own.append(name, value);
  }
  const route = url.pathname.slice(appRouteOf(appId).length) || '/';
  return readDashboardQuery({ ...said, path: own.size === 0 ? route : `${route}?${own}` });
}

export const readStorefrontQuery = (query: Query): StorefrontQuery => StorefrontQuery.parse(query);

/** Where the frame opens: always within the app, whatever the path says. */
export function frameAddress(framedAppUrl: string, path: string): string {
  const address = new URL(path, framedAppUrl);
  return address.origin === new URL(framedAppUrl).origin ? address.href : `${framedAppUrl}/`;
}

/** The same address with other values, for a link on the page. */
export function addressWith(
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value));
  }
  return `${path}?${search}`;
}
