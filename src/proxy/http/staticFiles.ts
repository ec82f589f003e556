import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { type Encoding, encodeSmall } from './compression.ts';

/** A file of the build as it is sent. */
export interface StaticFile {
  bytes: Uint8Array<ArrayBuffer>;
  contentType: string;
  etag: string;
  /** Its name changes with its content. */
  hashed: boolean;
  /** The bytes in an encoding, made once; null where that would save nothing. */
  encoded(encoding: Encoding): Promise<Uint8Array<ArrayBuffer> | null>;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

const worthEncoding = /^(text\/|application\/(json|manifest)|image\/svg)/;

/** The files of a folder by the path that they are asked for with. Only what is listed can be asked for. */
export function readStaticFiles(folder: string): Map<string, StaticFile> {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    names.map((name) => {
      const path = `/${relative(folder, name).split(sep).join('/')}`;
      return [path, toStaticFile(path, readFileSync(name))];
    }),
  );
}

function toStaticFile(path: string, content: Buffer): StaticFile {
  const bytes = new Uint8Array(content);
  const contentType = contentTypes[extname(path).toLowerCase()] ?? 'application/octet-stream';
  const made = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();
  return {
    bytes,
    contentType,
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
    hashed: path.startsWith('/assets/'),
    async encoded(encoding) {
      if (!worthEncoding.test(contentType)) return null;
      const begun = made.get(encoding) ?? encodeSmall(bytes, encoding);
      made.set(encoding, begun);
      return begun;
    },
  };
}
