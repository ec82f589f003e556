import { element } from './element.ts';
import { type Fields, isFields } from './fields.ts';

/** What the server put into the page for its script. */
export function pageSettings(): Fields {
  const data: unknown = JSON.parse(element(document, '#settings', HTMLScriptElement).text);
  if (isFields(data)) return data;
  throw new Error('The page has no settings');
}

export function needText(fields: Fields, name: string): string {
  const value = fields[name];
  if (typeof value === 'string') return value;
  throw new Error(`The page's settings have no ${name}`);
}

export function needFields(fields: Fields, name: string): Fields {
  const value = fields[name];
  if (isFields(value)) return value;
  throw new Error(`The page's settings have no ${name}`);
}
