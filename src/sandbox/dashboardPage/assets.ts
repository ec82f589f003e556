import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Hono } from 'hono';
import { assetsPath } from './document.ts';
import { withoutExperimentalWarning } from './withoutExperimentalWarning.ts';

const fonts = new URL(
  'files/',
  import.meta.resolve('@fontsource/ibm-plex-sans-arabic/package.json'),
);

function readHere(path: string): Promise<string> {
  return readFile(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
}

/**
 * Serves the pages' styles, scripts and fonts. Scripts are TypeScript on disk and lose their types on the way out:
 * there is no build step.
 */
export function mountAssets(app: Hono): void {
  app.get(`${assetsPath}/styles/:name{[a-zA-Z]+\\.css}`, async (context) => {
    const css = await readHere(`styles/${context.req.param('name')}`).catch(() => null);
    if (css === null) return context.notFound();
    return context.body(css, 200, { 'Content-Type': 'text/css; charset=utf-8' });
  });

  app.get(`${assetsPath}/browser/:name{[a-zA-Z]+\\.ts}`, async (context) => {
    const source = await readHere(`browser/${context.req.param('name')}`).catch(() => null);
    if (source === null) return context.notFound();
    const script = withoutExperimentalWarning(() => stripTypeScriptTypes(source));
    return context.body(script, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
  });

  app.get(`${assetsPath}/fonts/:name{[a-z0-9-]+\\.woff2}`, async (context) => {
    const font = await readFile(new URL(context.req.param('name'), fonts)).catch(() => null);
    if (font === null) return context.notFound();
    return context.body(new Uint8Array(font), 200, {
      'Content-Type': 'font/woff2',
      'Cache-Control': 'max-age=86400',
    });
  });
}
