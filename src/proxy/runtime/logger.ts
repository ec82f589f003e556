import pino, { type Logger } from 'pino';
import type { LogLevel } from '../settings.ts';

/** Never to be seen in a log, at any depth that we write: the last guard, for nothing of this is logged on purpose. */
const secrets = [
  'authorization',
  'cookie',
  'token',
  'accessToken',
  'refreshToken',
  'access_token',
  'refresh_token',
  'client_secret',
  'body',
];

const paths = secrets.flatMap((name) => [name, `*.${name}`, `*.*.${name}`, `*.*.*.${name}`]);

/** JSON lines on standard output, written beside the work and to the end when the process exits. */
export function createLogger(level: LogLevel): Logger {
  const options = { level, base: null, redact: { paths, censor: '[secret]' } };
  return pino(options, pino.destination({ dest: 1, sync: false }));
}
