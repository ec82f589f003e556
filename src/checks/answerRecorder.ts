import { brotliDecompressSync, gunzipSync } from 'node:zlib';

/** The request and its answer as text, by title, in the order of the requests. */
export type Recording = Map<string, string>;

export interface RecordedCall {
  /** `GET /api/session`. */
  line: string;
  headers?: Record<string, string>;
  /** Sent as application/json. */
  json?: unknown;
  body?: string;
  /** Recorded instead of a body that is too long to read. */
  shownBody?: string;
}

export type RecordedAnswer = Awaited<ReturnType<ReturnType<typeof createAnswerRecorder>['ask']>>;

/** Headers of nearly every answer. They are written for the first answer, and for later ones only if they differ from it. */
const ofEveryAnswer = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'permissions-policy',
  'referrer-policy',
  'x-content-type-options',
  'x-request-id',
];

/** Makes requests and records them with their answers. A title is used once. */
export function createAnswerRecorder() {
  const recording: Recording = new Map();
  const mask = createMask();
  let usual: Map<string, string> | null = null;

  async function ask(
    fetch: (path: string, init: RequestInit) => Promise<Response>,
    title: string,
    call: RecordedCall,
  ) {
    if (recording.has(title)) throw new Error(`two requests are called "${title}"`);
    const [method = '', path = ''] = call.line.split(' ');
    const body = call.json === undefined ? call.body : JSON.stringify(call.json);
    const headers = {
      'Accept-Language': 'en',
      ...(call.json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...call.headers,
    };
    const answer = await fetch(path, { method, headers, ...(body === undefined ? {} : { body }) });
    const text = await readText(answer);
    const requestId = answer.headers.get('x-request-id');
    const answered = new Map(
      [...answer.headers].map(([name, value]) => [name, mask(value, requestId)]),
    );
    usual ??= answered;
    const shown = [...answered].filter(
      ([name, value]) =>
        !ofEveryAnswer.includes(name) || usual === answered || value !== usual?.get(name),
    );
    const missing = ofEveryAnswer.filter((name) => !answered.has(name));
    recording.set(
      title,
      [
        mask(call.line, null),
        ...Object.entries(headers).map(([name, value]) => mask(`${name}: ${value}`, null)),
        ...toLines(mask(call.shownBody ?? body ?? '', null)),
        `--- ${answer.status}`,
        ...shown.map(([name, value]) => `${name}: ${value}`),
        ...missing.map((name) => `(no ${name})`),
        ...toLines(mask(text, requestId)),
      ].join('\n'),
    );
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: /^[[{]/.test(text) ? JSON.parse(text) : null,
    };
  }

  return { ask, recording };
}

/** Replaces values that are random, or that depend on the proxy's internals. */
function createMask() {
  const ids = new Map<string, string>();
  const nameOf = (id: string) => {
    const name = ids.get(id) ?? `<id ${ids.size + 1}>`;
    ids.set(id, name);
    return name;
  };
  return (text: string, requestId: string | null): string => {
    // Every request has a new id. The mask still shows that body and header have the same one.
    const own = requestId === null ? text : text.replaceAll(requestId, '<request id>');
    return (
      own
        // Signed tokens (JWT): callers don't read them.
        .replace(/\beyJ[\w-]+\.[\w-]+\.[\w-]+/g, '<token>')
        // Salla's tokens, in webhooks: the sandbox signs them with a random secret.
        .replace(/("(?:access|refresh)_token":")[^"]+/g, '$1<token>')
        // Signatures of webhooks (HMAC): they depend on those tokens.
        .replace(/\b[0-9a-f]{64}\b/g, '<signature>')
        // Nonces of pages: random bytes.
        .replace(/('nonce-|"nonce":")[\w+/]+=*/g, '$1<nonce>')
        // The state of a sign-in: an id without hyphens.
        .replace(/\b(first|again)[0-9a-f]{32}\b/g, '$1<state>')
        // Ids, numbered by their first appearance: the proxy may generate more or fewer for itself.
        .replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, nameOf)
    );
  };
}

/** The body as text. Compressed bodies are decompressed, because their bytes depend on the version of zlib. */
async function readText(answer: Response): Promise<string> {
  const bytes = Buffer.from(await answer.arrayBuffer());
  const encoding = answer.headers.get('content-encoding');
  const plain =
    encoding === 'br'
      ? brotliDecompressSync(bytes)
      : encoding === 'gzip'
        ? gunzipSync(bytes)
        : bytes;
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain);
}

/** JSON is formatted, so that differences can be read; only if the exact bytes can be told from it. */
function toLines(text: string): string[] {
  if (text === '') return [];
  return ['', ...(isPlainJson(text) ? formatJson(JSON.parse(text)) : visible(text)).split('\n')];
}

/** Short objects and lists on one line, others with one entry per line. */
function formatJson(value: unknown, indent = ''): string {
  const line = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || line.length <= 90) return line;
  const deeper = `${indent} `;
  const isList = Array.isArray(value);
  const parts = Object.entries(value).map(([name, part]) => {
    const shown = formatJson(part, deeper);
    return isList ? `${deeper}${shown}` : `${deeper}${JSON.stringify(name)}: ${shown}`;
  });
  const [open, close] = isList ? '[]' : '{}';
  return `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

function isPlainJson(text: string): boolean {
  try {
    return JSON.stringify(JSON.parse(text)) === text;
  } catch {
    return false;
  }
}

/** Makes characters visible that editors and git hide or change. */
function visible(text: string): string {
  return text.replaceAll('\r', '\\r').replaceAll('\ufeff', '\\ufeff').replaceAll('\0', '\\0');
}

const heading = '=== ';

export function formatRecording(recording: Recording): string {
  return [...recording].map(([title, text]) => `${heading}${title}\n${text}\n`).join('\n');
}

export function parseRecording(text: string): Recording {
  const parts = `\n${text}`.split(`\n${heading}`).slice(1);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), part.slice(end + 1).replace(/\n$/, '')];
    }),
  );
}

/** The lines that differ, `-` recorded and `+` answered; empty if the two are the same. */
export function differences(recorded: string, answered: string): string {
  if (recorded === answered) return '';
  const before = recorded.split('\n');
  const after = answered.split('\n');
  if (before.length === after.length) {
    return before
      .flatMap((line, at) => (line === after[at] ? [] : [`  - ${line}`, `  + ${after[at]}`]))
      .join('\n');
  }
  const shortest = Math.min(before.length, after.length);
  let start = 0;
  while (start < shortest && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shortest - start && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const middle = (lines: readonly string[], sign: string) =>
    lines.slice(start, lines.length - end).map((line) => `  ${sign} ${line}`);
  return [`    ${before[start - 1] ?? ''}`, ...middle(before, '-'), ...middle(after, '+')].join(
    '\n',
  );
}
