import { html, type Markup } from './markup.ts';
import { addressWith, type Look } from './pageQuery.ts';
import { wordsIn } from './words/words.ts';

/** Where the pages' styles, scripts and fonts are served. */
export const assetsPath = '/dashboard-page';

interface PageParts {
  look: Look;
  title: string;
  /** Names of files in styles/, without `.css`, after the common look. */
  styles: readonly string[];
  /** Name of the page's script in browser/, without `.ts`. */
  script?: string;
  /** For pages whose address another part of the sandbox answers: their policy has to be in the page. */
  policy?: string;
  body: Markup;
}

function styleSheet(name: string): Markup {
  return html`<link rel="stylesheet" href="${assetsPath}/styles/${name}.css">`;
}

/** A whole page: language, direction, theme (the device's where none is asked for) and what it loads. */
export function page({ look, title, styles, script, policy, body }: PageParts): Markup {
  const { direction } = wordsIn(look.lang);
  return html`<!doctype html>
<html lang="${look.lang}" dir="${direction}" data-theme="${look.theme ?? 'system'}">
<head>
<meta charset="utf-8">
${policy !== undefined && html`<meta http-equiv="Content-Security-Policy" content="${policy}">`}
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
${['look', ...styles].map(styleSheet)}
${script !== undefined && html`<script type="module" src="${assetsPath}/browser/${script}.ts"></script>`}
</head>
<body>
${body}
</body>
</html>
`;
}

/** A link to the same page in the other language, named in that language. */
export function languageLink(
  path: string,
  query: Readonly<Record<string, string | number | undefined>> & { lang: Look['lang'] },
): Markup {
  const other = query.lang === 'ar' ? 'en' : 'ar';
  const address = addressWith(path, { ...query, lang: other });
  return html`<a href="${address}" lang="${other}" hreflang="${other}">${wordsIn(query.lang).otherLanguage}</a>`;
}
