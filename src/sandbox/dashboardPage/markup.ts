/** HTML that may be sent as it is: what was put into it has been escaped. */
export class Markup {
  readonly #source: string;

  constructor(source: string) {
    this.#source = source;
  }

  toString(): string {
    return this.#source;
  }
}

type Hole = Markup | string | number | false | null | undefined | readonly Hole[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function fill(hole: Hole): string {
  if (hole === false || hole === null || hole === undefined) return '';
  if (hole instanceof Markup) return hole.toString();
  if (typeof hole === 'string' || typeof hole === 'number') {
    return String(hole).replace(/[&<>"']/g, (character) => entities[character] ?? '');
  }
  return hole.map(fill).join('');
}

/**
 * A template of HTML. Text is escaped, other markup and lists of it go in as they are, and false, null and
 * undefined leave nothing. Attributes must be quoted.
 *
 *     html`<p title="${title}">${names.map((name) => html`<bdi>${name}</bdi>`)}</p>`
 */
export function html(strings: TemplateStringsArray, ...holes: readonly Hole[]): Markup {
  const parts = strings.map((text, at) => text + fill(holes[at]));
  return new Markup(parts.join(''));
}

/** Data for a page's script. No text in it can end the script element. */
export function jsonBlock(id: string, data: unknown): Markup {
  const json = new Markup(JSON.stringify(data).replace(/</g, '\\u003c'));
  return html`<script type="application/json" id="${id}">${json}</script>`;
}
