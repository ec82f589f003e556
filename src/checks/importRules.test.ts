import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importsOf, violation } from './importRules.ts';

const files = globSync(['src/**/*.ts', 'src/**/*.tsx', 'e2e/**/*.ts']).sort();

describe('who imports whom', () => {
  it('reads every kind of import', () => {
    const source = [
      "import { a } from './a.ts';",
      "import type { B } from '../contract/b.ts';",
      "import './style.css';",
      'const c = await import("../sandbox/c.ts");',
      "export { d } from './d.ts';",
      'import {\n  e,\n  type F,\n} from "./e.ts";',
    ].join('\n');
    expect(importsOf('src/proxy/x.ts', source).map((found) => found.target)).toEqual([
      'src/proxy/a.ts',
      'src/contract/b.ts',
      'src/proxy/style.css',
      'src/sandbox/c.ts',
      'src/proxy/d.ts',
      'src/proxy/e.ts',
    ]);
  });

  it.each([
    ['src/contract/order.ts', "import { Hono } from 'hono';"],
    ['src/dashboard/components/Card.tsx', "import { x } from '../invoices/x.ts';"],
    ['src/dashboard/invoices/x.ts', "import { y } from '../deliveries/DeliveryRow.tsx';"],
    ['src/dashboard/invoices/x.ts', "import { Money } from '../../contract/common.ts';"],
    ['src/dashboard/invoices/x.ts', "import { y } from './create/InvoiceCreatePage.tsx';"],
    ['src/dashboard/invoices/create/x.ts', "import { Money } from '../../../contract/common.ts';"],
    ['src/dashboard/app/x.ts', "import { y } from '../../proxy/createProxy.ts';"],
    ['src/proxy/routes/x.ts', "import { y } from '../../sandbox/store.ts';"],
    ['src/proxy/start.ts', "import { y } from '../sandbox/main.ts';"],
    ['src/sandbox/rules.ts', "import { Money } from '../contract/common.ts';"],
    ['src/sandbox/rules.ts', "import type { y } from '../proxy/settings.ts';"],
    ['e2e/invoices.spec.ts', "import { y } from '../src/dashboard/paths.ts';"],
    ['src/other/x.ts', "import { y } from '../contract/order.ts';"],
  ])('refuses, in %s, %s', (file, source) => {
    const [found] = importsOf(file, source);
    expect(found && violation(found)).toEqual(expect.any(String));
  });

  it('finds none against the rules in this repository', () => {
    expect(files.length).toBeGreaterThan(20);
    const found = files
      .flatMap((file) => importsOf(file, readFileSync(file, 'utf8')))
      .filter((one) => !one.file.endsWith('importRules.test.ts'))
      .flatMap((one) => {
        const why = violation(one);
        return why === null ? [] : [`${one.file} imports ${one.target}: ${why}`];
      });
    expect(found).toEqual([]);
  });
});
