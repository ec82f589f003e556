/** Where the data is: in a SQLite file (`null`: in memory), or in Postgres. */
export type DatabaseAddress = { engine: 'sqlite'; file: string | null } | PostgresAddress;

/** `place` is for people to read: it has no password. */
export interface PostgresAddress {
  engine: 'postgres';
  url: string;
  place: string;
}

const shape =
  'must look like sqlite:./path/to/file.db or postgres://user:password@host:5432/database';

const sslModes = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full', 'no-verify'];

/** Reads DATABASE_URL. A mistake goes on from the variable's name and never repeats the address: it may hold a password. */
export function parseDatabaseAddress(url: string): DatabaseAddress | { mistake: string } {
  if (/^postgres(ql)?:/.test(url)) return readPostgresAddress(url);
  const file = url.startsWith('sqlite:') ? url.slice('sqlite:'.length) : '';
  if (file === '') return { mistake: shape };
  return { engine: 'sqlite', file: file === ':memory:' ? null : file };
}

/** As `readAddress`. Throws the mistake as one sentence. */
export function addressOf(url: string): DatabaseAddress {
  const address = parseDatabaseAddress(url);
  if ('mistake' in address) throw new Error(`DATABASE_URL ${address.mistake}`);
  return address;
}

function readPostgresAddress(url: string): DatabaseAddress | { mistake: string } {
  if (!URL.canParse(url)) return { mistake: shape };
  const { hostname, host, pathname, searchParams } = new URL(url);
  // A path in place of a name is the folder of a socket, as for Postgres's own programs.
  const socket = searchParams.get('host');
  if ((hostname === '' && socket === null) || pathname.length < 2) return { mistake: shape };
  const sslMode = searchParams.get('sslmode');
  if (sslMode !== null && !sslModes.includes(sslMode)) {
    return { mistake: `has an sslmode other than ${sslModes.join(', ')}` };
  }
  return { engine: 'postgres', url, place: `${socket ?? host}${pathname}` };
}
