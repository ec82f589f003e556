import { globSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { importsOf } from './importRules.ts';

const manifest = z
  .object({
    dependencies: z.record(z.string(), z.string()),
    scripts: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));

/** Development alone: what builds the dashboard or serves it unbuilt. */
const isForDevelopment = (file: string) =>
  /\.test\.ts$|\/testing\//.test(file) || file === 'src/proxy/dev.ts';

const packageOf = (target: string) =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');

it('what serves needs no package that `npm ci --omit=dev` leaves out', () => {
  const files = globSync(['src/{contract,proxy,sandbox}/**/*.ts']).filter(
    (file) => !isForDevelopment(file),
  );
  const missing = files.flatMap((file) =>
    importsOf(file, readFileSync(file, 'utf8'))
      .filter(({ target, typeOnly }) => !typeOnly && !/^(src|e2e)\//.test(target))
      .map(({ target }) => packageOf(target))
      .filter((name) => !isBuiltin(name) && !(name in manifest.dependencies))
      .map((name) => `${file}: ${name}`),
  );
  expect(missing).toEqual([]);
  // Scripts run the Node of this package, which reads TypeScript, whatever Node npm runs on.
  expect(manifest.scripts.serve).toMatch(/^exec node /);
  expect(manifest.dependencies).toHaveProperty('node');
});
