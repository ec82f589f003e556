/** `npm run bench`: measures what is promised and needs nothing but this repository, and prints a table. Needs `npm run build`. */
import { benchPage } from './pageBench.ts';
import { benchProxy } from './proxyBench.ts';
import { table } from './table.ts';

const figures = [...(await benchPage()), ...(await benchProxy())];
process.stdout.write(`${table(figures)}\n`);
