import { z } from 'zod';
import { parseDatabaseAddress } from './storage/address.ts';
import { secretKeyMissing } from './storage/secretKey.ts';

/** What the environment says, checked. `null` where it says nothing and there is no fixed default. */
export interface Settings {
  port: number;
  host: string;
  /** An origin without a path; null follows the port that is really listened on. */
  publicUrl: string | null;
  /** The Salla app; null runs the sandbox beside the proxy. */
  app: SallaApp | null;
  webhookStrategy: 'signature' | 'token';
  sallaApiUrl: string | null;
  sallaAccountsUrl: string | null;
  sallaIntrospectUrl: string | null;
  /** Sources for the policy `frame-ancestors`. */
  frameAncestors: string[];
  databaseUrl: string;
  secretKey: string | undefined;
  logLevel: LogLevel;
  /** How long an order whose invoice was sent is held back from being sent again unasked. */
  holdBackMinutes: number;
  /** How long a single resend of the dashboard's waits in which it can be taken back. */
  undoSeconds: number;
  metricsToken: string | null;
  sandboxPort: number;
  sandboxOrders: number;
  /** `light`: the sandbox's lists of orders have no customers. */
  sandboxOrderList: 'full' | 'light';
}

export interface SallaApp {
  clientId: string;
  clientSecret: string;
  appId: string;
  webhookSecret: string;
}

/** The default without a Salla app: data of the sandbox, apart from that of real stores. `npm run fresh` deletes it. */
export const sandboxDatabaseUrl = 'sqlite:./data/sandbox.db';

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const integer = (lowest: number, highest: number) => {
  const sentence = `must be a whole number from ${lowest} to ${highest}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, sentence)
    .transform(Number)
    .refine((value) => value >= lowest && value <= highest, sentence);
};

const oneOf = <const Names extends readonly string[]>(names: Names) =>
  z.enum(names, `must be one of ${names.join(', ')}`);

const address = z
  .string()
  .refine(isHttpUrl, 'must be an address that begins with http:// or https://');

const origin = address
  .transform((text) => new URL(text))
  .refine(
    (url) => `${url.origin}/` === url.href,
    'must be an origin such as https://invoices.example.sa, without path or query',
  )
  .transform((url) => url.origin);

const frameSource =
  /^('self'|'none'|https?:\/\/(\*\.)?[a-z\d]([a-z\d.-]*[a-z\d])?(:(\d{1,5}|\*))?)$/i;
const frameAncestors = z
  .string()
  .transform((text) => text.split(/[\s,]+/).filter((source) => source !== ''))
  .refine(
    (sources) => sources.every((source) => frameSource.test(source)),
    "must be origins such as https://s.salla.sa, separated by spaces, or 'none'",
  );

const databaseUrl = z.string().check(({ value, issues }) => {
  const read = parseDatabaseAddress(value);
  if ('mistake' in read) issues.push({ code: 'custom', input: value, message: read.mistake });
});

const Environment = z.object({
  PORT: integer(0, 65535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: origin.optional(),
  SALLA_CLIENT_ID: z.string().optional(),
  SALLA_CLIENT_SECRET: z.string().optional(),
  SALLA_APP_ID: z.string().optional(),
  SALLA_WEBHOOK_SECRET: z.string().optional(),
  SALLA_WEBHOOK_STRATEGY: oneOf(['signature', 'token']).default('signature'),
  SALLA_API_URL: address.optional(),
  SALLA_ACCOUNTS_URL: address.optional(),
  SALLA_INTROSPECT_URL: address.optional(),
  FRAME_ANCESTORS: frameAncestors.default(['https://s.salla.sa']),
  DATABASE_URL: databaseUrl.optional(),
  SECRET_KEY: z.string().min(16, 'must have at least 16 characters').optional(),
  LOG_LEVEL: oneOf(logLevels).optional(),
  RESEND_HOLD_BACK_MINUTES: integer(0, 1440).default(10),
  UNDO_SECONDS: integer(0, 30).default(5),
  METRICS_TOKEN: z.string().optional(),
  SANDBOX_PORT: integer(0, 65535).default(3100),
  SANDBOX_ORDERS: integer(1, 100_000).default(240),
  SANDBOX_ORDER_LIST: oneOf(['full', 'light']).default('full'),
});
type Environment = z.infer<typeof Environment>;

/** Reads the settings, or says what is wrong: a sentence per mistake, each beginning with the variable's name. */
export function parseSettings(
  environment: Readonly<Record<string, string | undefined>>,
): { settings: Settings } | { mistakes: string[] } {
  const said = Object.entries(environment).filter(([, value]) => value?.trim() !== '');
  const read = Environment.safeParse(Object.fromEntries(said));
  if (!read.success) {
    return {
      mistakes: read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`),
    };
  }
  const app = readApp(read.data);
  if ('mistakes' in app) return app;
  const { PORT, SANDBOX_PORT } = read.data;
  if (app.app === null && PORT === SANDBOX_PORT && PORT !== 0) {
    return { mistakes: ['SANDBOX_PORT must be another one than PORT.'] };
  }
  if (read.data.SECRET_KEY === undefined && /^postgres/.test(read.data.DATABASE_URL ?? '')) {
    return { mistakes: [secretKeyMissing] };
  }
  return { settings: toSettings(read.data, app.app) };
}

function readApp(read: Environment): { app: SallaApp | null } | { mistakes: string[] } {
  const { SALLA_CLIENT_ID, SALLA_CLIENT_SECRET, SALLA_APP_ID, SALLA_WEBHOOK_SECRET } = read;
  const needed = { SALLA_CLIENT_SECRET, SALLA_APP_ID, SALLA_WEBHOOK_SECRET };
  if (SALLA_CLIENT_ID === undefined) {
    // A real app whose id was mistyped must not be run as the sandbox.
    const set = Object.entries(needed).find(([, value]) => value !== undefined);
    return set === undefined
      ? { app: null }
      : { mistakes: [`SALLA_CLIENT_ID is missing, though ${set[0]} is set.`] };
  }
  const mistakes = Object.entries(needed)
    .filter(([, value]) => value === undefined)
    .map(([name]) => `${name} is missing, though SALLA_CLIENT_ID is set.`);
  if (mistakes.length > 0) return { mistakes };
  return {
    app: {
      clientId: SALLA_CLIENT_ID,
      clientSecret: SALLA_CLIENT_SECRET ?? '',
      appId: SALLA_APP_ID ?? '',
      webhookSecret: SALLA_WEBHOOK_SECRET ?? '',
    },
  };
}

function toSettings(read: Environment, app: SallaApp | null): Settings {
  return {
    port: read.PORT,
    host: read.HOST,
    publicUrl: read.PUBLIC_URL ?? null,
    app,
    webhookStrategy: read.SALLA_WEBHOOK_STRATEGY,
    sallaApiUrl: withoutEndSlash(read.SALLA_API_URL),
    sallaAccountsUrl: withoutEndSlash(read.SALLA_ACCOUNTS_URL),
    sallaIntrospectUrl: withoutEndSlash(read.SALLA_INTROSPECT_URL),
    frameAncestors: read.FRAME_ANCESTORS,
    databaseUrl:
      read.DATABASE_URL ?? (app === null ? sandboxDatabaseUrl : 'sqlite:./data/invoice-desk.db'),
    secretKey: read.SECRET_KEY,
    // Beside the sandbox a line for each request would hide the addresses that were printed.
    logLevel: read.LOG_LEVEL ?? (app === null ? 'warn' : 'info'),
    holdBackMinutes: read.RESEND_HOLD_BACK_MINUTES,
    undoSeconds: read.UNDO_SECONDS,
    metricsToken: read.METRICS_TOKEN ?? null,
    sandboxPort: read.SANDBOX_PORT,
    sandboxOrders: read.SANDBOX_ORDERS,
    sandboxOrderList: read.SANDBOX_ORDER_LIST,
  };
}

function withoutEndSlash(url: string | undefined): string | null {
  return url?.replace(/\/+$/, '') ?? null;
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
