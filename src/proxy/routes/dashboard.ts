import { randomBytes } from 'node:crypto';
import { isPagePath } from '../../contract/pagePaths.ts';
import { chooseEncoding, encodeFast } from '../http/compression.ts';
import { ProblemError } from '../http/ProblemError.ts';
import type { RequestContext } from '../http/requestEnv.ts';
import { type PolicySources, pagePolicy } from '../http/securityHeaders.ts';
import { readStaticFiles, type StaticFile } from '../http/staticFiles.ts';
import { toProblemResponse } from '../http/toProblem.ts';
import { type AuthenticateDeps, authenticate } from '../sessions/authenticate.ts';
import { isEmbedded, toBoot } from './bootData.ts';
import { fillIndex } from './fillIndex.ts';
import { toSessionAnswer } from './session.ts';

export interface DashboardDeps extends AuthenticateDeps {
  /** Where `vite build` put the dashboard. */
  folder: string;
  policy: PolicySources;
  installUrl: string;
}

/** Answers every address that no route took: the build's files, and index.html for the rest. */
export function createDashboard(parts: DashboardDeps) {
  let files: Map<string, StaticFile> | null = null;

  return async (context: RequestContext): Promise<Response> => {
    files ??= readStaticFiles(parts.folder);
    const { method, path } = context.req;
    const file = path === '/index.html' ? undefined : files.get(path);
    const isPage = isPagePath(path);
    if (method !== 'GET' && method !== 'HEAD') {
      // Answered and not thrown, so that an address which takes another method can still say so.
      if (file === undefined && !isPage) {
        return toProblemResponse(new ProblemError('not_found'), context.var);
      }
      const headers = { Allow: 'GET, HEAD' };
      throw new ProblemError('bad_request', { status: 405, detail: 'method_not_allowed', headers });
    }
    if (file !== undefined) return sendFile(context, file);
    if (path.startsWith('/assets/')) return context.text('Not found', 404);
    const template = files.get('/index.html');
    if (template === undefined) {
      return context.text('The dashboard is not built yet: run "npm run build".', 503);
    }
    return sendPage(context, parts, template, isPage ? 200 : 404);
  };
}

async function sendPage(
  context: RequestContext,
  parts: DashboardDeps,
  template: StaticFile,
  status: 200 | 404,
): Promise<Response> {
  const nonce = randomBytes(16).toString('base64');
  const { raw } = context.req;
  // In the frame identity comes from Salla's token alone, whatever cookies the browser sends.
  const caller = isEmbedded(raw) ? null : await authenticate(context, parts);
  const session = caller === null ? null : toSessionAnswer(caller.session);
  const boot = toBoot(raw, { nonce, session, installUrl: parts.installUrl });
  const html = Buffer.from(fillIndex(new TextDecoder().decode(template.bytes), boot));
  const headers = {
    'Content-Type': template.contentType,
    'Content-Security-Policy': pagePolicy(parts.policy, nonce),
    'Cache-Control': 'no-store',
    Vary: 'Accept-Encoding',
  };
  const encoding = chooseEncoding(context.req.header('accept-encoding'));
  if (encoding === null) return context.body(html, status, headers);
  const encoded = await encodeFast(html, encoding);
  return context.body(encoded, status, { ...headers, 'Content-Encoding': encoding });
}

async function sendFile(context: RequestContext, file: StaticFile): Promise<Response> {
  const headers: Record<string, string> = {
    'Content-Type': file.contentType,
    'Cache-Control': file.hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
    ETag: file.etag,
    Vary: 'Accept-Encoding',
  };
  const known = context.req.header('if-none-match')?.split(',') ?? [];
  if (known.some((tag) => tag.trim().replace(/^W\//, '') === file.etag)) {
    return context.body(null, 304, headers);
  }
  const encoding = chooseEncoding(context.req.header('accept-encoding'));
  const encoded = encoding === null ? null : await file.encoded(encoding);
  if (encoding === null || encoded === null) return context.body(file.bytes, 200, headers);
  return context.body(encoded, 200, { ...headers, 'Content-Encoding': encoding });
}
