import react from '@vitejs/plugin-react';
import { defineConfig, type HtmlTagDescriptor, type Plugin, type Rolldown } from 'vite';

/** The module behind the entry that draws the first view of a tab. */
const firstView = '/src/dashboard/app/startInTab.tsx';

/**
 * The entry loads the first view's code dynamically, so that it can ask for words and data at once. The
 * page names that code as well: the browser fetches it beside the entry instead of after it.
 */
function preloadFirstView(): Plugin {
  return {
    name: 'preload-first-view',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (html, { bundle = {} }) => {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const start = chunks.find((chunk) => chunk.facadeModuleId?.endsWith(firstView));
        if (start === undefined) throw new Error(`no chunk begins at ${firstView}`);
        const missing = [...withImports(start, bundle)].filter((name) => !html.includes(name));
        return missing.map(modulePreload);
      },
    },
  };
}

function withImports(
  chunk: Rolldown.OutputChunk,
  bundle: Rolldown.OutputBundle,
  seen = new Set<string>(),
): Set<string> {
  seen.add(chunk.fileName);
  for (const name of chunk.imports) {
    const imported = bundle[name];
    if (imported?.type === 'chunk' && !seen.has(name)) withImports(imported, bundle, seen);
  }
  return seen;
}

function modulePreload(fileName: string): HtmlTagDescriptor {
  const attrs = { rel: 'modulepreload', crossorigin: true, href: `/${fileName}` };
  return { tag: 'link', attrs, injectTo: 'head' };
}

/**
 * The libraries of every page, as one file: the browser asks for six files at a time, and each costs a
 * round trip. They also change less often than the pages do.
 */
const libraries = /node_modules\/(react|react-dom|scheduler|@tanstack|i18next|@hugeicons)\//;

/** Our own parts of every page, likewise; without those that MUI draws, and without what they import. */
const parts =
  /src\/dashboard\/(components\/(?!Material)\w+|host\/(Host|HostProvider)|i18n\/(format|useTranslation)|api\/(\w+Queries|problemWords)|components\/webAddress|invoices\/listEntry)\.(tsx?|module\.css)$/;

/** What one page alone uses comes with that page: the first view is two (a tab's and the frame's). */
const minShareCount = 2;

export default defineConfig({
  plugins: [react(), preloadFirstView()],
  // The embedded SDK checks the host's origin only where this says production.
  define: { 'process.env.NODE_ENV': JSON.stringify(process.env.NODE_ENV ?? 'production') },
  build: {
    outDir: 'dist',
    target: 'es2022',
    assetsInlineLimit: 0,
    // One small style sheet, in the page from the start.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'libraries', test: libraries, minShareCount },
            { name: 'parts', test: parts, minShareCount, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
});
