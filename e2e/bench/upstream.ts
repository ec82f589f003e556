/** The upstream of the bench: answers every call with one page of 60 invoices after DELAY_MS. `node upstream.ts PORT DELAY_MS` */
import { createServer } from 'node:http';

const money = (amount: number) => ({ amount: amount.toFixed(2), currency: 'SAR' });

const items = (seed: number) =>
  [1, 2].map((line) => ({
    id: seed * 10 + line,
    product_id: String(977_135_000 + seed),
    item_id: 588_287_000 + seed,
    name: 'عباية قطنية سوداء مقاس 54',
    sku: `SKU-${seed}-${line}`,
    quantity: line,
    type: 'product',
    price: money(100 + seed),
    discount: money(0),
    tax: { percent: '15.00', amount: money((100 + seed) * 0.15 * line) },
    total: money((100 + seed) * 1.15 * line),
  }));

const invoices = Array.from({ length: 60 }, (_, index) => ({
  id: 4_479_538_730 + index,
  order_id: 3_557_892_161 + index,
  invoice_number: `INV-${100_000 + index}`,
  uuid: `acde070d-8c4c-4f0d-9d8a-162843c1${String(index).padStart(4, '0')}`,
  type: index % 9 === 0 ? 'Credit Note' : 'Tax Invoice',
  date: '2026-10-03 10:10:40',
  payment_method: 'mada',
  qr_code: null,
  sub_total: money(100 + index),
  shipping_cost: { ...money(15), taxable: true },
  cod_cost: { ...money(0), taxable: true },
  discount: money(0),
  tax: { percent: '15.00', amount: money((115 + index) * 0.15) },
  total: money((115 + index) * 1.15),
  items: items(index),
}));

const body = Buffer.from(
  JSON.stringify({
    status: 200,
    success: true,
    data: invoices,
    pagination: {
      count: 60,
      total: 600,
      perPage: 60,
      currentPage: 1,
      totalPages: 10,
      links: {},
    },
  }),
);
const [port = 0, delay = 0] = process.argv.slice(2).map(Number);

const server = createServer((_request, response) => {
  setTimeout(() => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
    response.end(body);
  }, delay);
});
server.keepAliveTimeout = 60_000;
server.listen(port, '127.0.0.1', () => process.stdout.write('ready\n'));
