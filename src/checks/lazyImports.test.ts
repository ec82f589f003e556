import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const files = globSync(['src/dashboard/**/*.ts', 'src/dashboard/**/*.tsx']).sort();

/** Code that comes later and says nothing of what happens when it doesn't come. */
const unguarded =
  /(?<!loadPart\(\(\) => )\bimport\(|\blazyRouteComponent\b|\bReact\.lazy\b|\blazy\b[^'";]*\} from 'react'/g;

test('finds code that is fetched without a word for when it can’t be', () => {
  for (const text of [
    "const Part = lazy(() => import('./Part.tsx'));",
    "import { lazy, Suspense } from 'react';",
    "lazyRouteComponent(() => load(), 'Page')",
  ]) {
    expect([...text.matchAll(unguarded)], text).not.toEqual([]);
  }
  expect("loadPart(() => import('./Part.tsx'))").not.toMatch(unguarded);
});

test('the dashboard fetches code later through loadPart alone, which a failure state belongs to', () => {
  expect(files.length).toBeGreaterThan(20);
  const found = files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(unguarded)].map(([what]) => `${file}: ${what}`),
  );
  expect(found).toEqual([]);
});
