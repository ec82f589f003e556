/** `npm run bench`: measures what is promised and needs nothing but this repository, and prints a table. Needs `npm run build`. */
import { benchCreatePage } from './createBench.ts';
import { benchCrowd } from './crowdBench.ts';
import { benchPage } from './pageBench.ts';
import { benchProxy } from './proxyBench.ts';
import { benchRecord } from './recordBench.ts';
import { benchResends } from './resendBench.ts';
import { table } from './table.ts';
import { benchUpload } from './uploadBench.ts';

const figures = [
  ...(await benchPage()),
  ...(await benchCreatePage()),
  ...(await benchProxy()),
  ...(await benchUpload()),
  ...(await benchRecord()),
  ...(await benchCrowd()),
  ...(await benchResends()),
];
process.stdout.write(`${table(figures)}\n`);
