import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { deliveryStates } from '../contract/deliveryStates.ts';
import { endpoints } from '../contract/endpoints.ts';
import { problemStatus, rateLimitReasons } from '../contract/problemCodes.ts';

const document = readFileSync('docs/http-api.md', 'utf8');

const firstCells = (text: string) =>
  [...text.matchAll(/^\| `([^`]+)` \|/gm)].map(([, cell]) => cell);
const sorted = (texts: Iterable<string | undefined>) => [...new Set(texts)].sort();

it('docs/http-api.md has every endpoint of the contract, and no other', () => {
  const documented = firstCells(document).filter((cell) => /^(GET|POST|DELETE) /.test(cell ?? ''));
  const inContract = Object.values(endpoints).map(({ method, pattern }) => `${method} ${pattern}`);
  expect(sorted(documented)).toEqual(sorted(inContract));
});

it('docs/http-api.md has every problem code with its status', () => {
  const rows = [...document.matchAll(/^\| `(\w+)` \| (\d{3}) \|/gm)];
  expect(Object.fromEntries(rows.map(([, code, status]) => [code, Number(status)]))).toEqual(
    problemStatus,
  );
});

it('docs/http-api.md has every delivery state and every reason of a rate limit', () => {
  expect(firstCells(document)).toEqual(expect.arrayContaining([...deliveryStates]));
  for (const reason of rateLimitReasons) expect(document).toContain(`\`${reason}\``);
});
