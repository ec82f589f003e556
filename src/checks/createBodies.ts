import fc from 'fast-check';

/** A body as somebody may send it: in our names, a file as its bytes. */
export type Body = Readonly<Record<string, unknown>>;

const someOrder = 2_450_000_001;

const pdfOf = (size: number) => {
  const bytes = new Uint8Array(size);
  bytes.set(new TextEncoder().encode('%PDF-1.7').subarray(0, size));
  return bytes;
};
const bytesOf = (text: string) => new TextEncoder().encode(text);
const tenMegabytes = 10 * 1024 * 1024;

/** What JSON's 1e309 is read as. */
const jsonInfinity = Number.POSITIVE_INFINITY;

const oddValue = fc.oneof(
  fc.constantFrom(null, '', ' ', true, false, 0, 1, '0', 'null', jsonInfinity),
  fc.constantFrom([], {}, ['data'], { toString: 'data' }),
  fc.string({ maxLength: 5 }),
  fc.double({ noNaN: true }),
);
const mostly = <Value>(likely: fc.Arbitrary<Value>, weight = 8) =>
  fc.oneof({ weight, arbitrary: likely }, { weight: 1, arbitrary: oddValue });

const hundredths = fc.integer({ min: 0, max: 9_999_999 }).map((count) => count / 100);
const oddAmount = fc.oneof(
  fc.integer({ min: 0, max: 9_999_999 }).map((count) => count / 1000),
  fc.double({ min: -100, max: 100, noNaN: true }),
  fc.double({ min: 1e9, noNaN: true }),
  fc.constantFrom(
    9_999_999_999,
    9_999_999_999.5,
    10_000_000_000,
    jsonInfinity,
    -0,
    0.1 + 0.2,
    1e-7,
  ),
  fc.constantFrom('12.50', '-1', '1,000', '1e3', '١٢', '9'.repeat(400), '12.', ' 12 '),
);
const amount = mostly(
  fc.oneof({ weight: 30, arbitrary: hundredths }, { weight: 1, arbitrary: oddAmount }),
  60,
);
const percent = mostly(
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(0, 5, 15, 15.5, 100) },
    { weight: 1, arbitrary: oddAmount },
  ),
  40,
);

const invoiceNumber = mostly(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom('INV-2026/001', '7', 'فاتورة ١٢', ' A_1.2#3 ', 'x'.repeat(50)),
    },
    { weight: 1, arbitrary: fc.constantFrom('x'.repeat(51), '-1', 'A\n1', '<b>', 'A  -', 12, 1.5) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  ),
);

const likelyUrl = fc.constantFrom(
  'https://files.example/invoice.pdf',
  'https://files.example/%D9%81.pdf',
  'HTTPS://files.example:8443/a.pdf',
  'https://files.example/download?name=a.pdf',
  ' https://files.example/a.pdf\n',
);
const oddUrl = fc.oneof(
  fc.constantFrom(
    'http://files.example/a.pdf',
    'javascript:alert(1)//.pdf',
    'data:application/pdf,.pdf',
    '//files.example/a.pdf',
    'a.pdf',
    'https://.pdf',
    'https:files.example/a.pdf',
    'https:///files.example/a.pdf',
    'https:\\\\files.example\\a.pdf',
    'https://files.example\\a.pdf',
    'https://files.example/a\tb.pdf',
    'https://files.example/a b.pdf',
    'https://files.example/\u202efdp.pdf',
    'https://files.example/\ud800.pdf',
    'https://user@files.example/a.pdf',
    'https://user:word@files.example/a.pdf',
    'https://@files.example/a.pdf',
    'https://files.example/#.pdf',
    'https://files..example/a.pdf',
    'https://files/a.pdf',
    'https://[::1]/a.pdf',
    'https://files.example:99999/a.pdf',
    'https://files.example/a.pdf?download=1',
    'https://files.example/a.html',
    'https://files.example/a.PDF',
    'https://files.example/a.Pdf',
    `https://files.example/${'a'.repeat(2000)}.pdf`,
  ),
  fc.webUrl(),
  fc.webUrl().map((url) => `${url}.pdf`),
);
const url = mostly(
  fc.oneof({ weight: 2, arbitrary: likelyUrl }, { weight: 1, arbitrary: oddUrl }),
  10,
);

/** Made once: a run would make them a thousand times. */
const files = [0, 4, 5, 2000, tenMegabytes, tenMegabytes + 1].map(pdfOf);
const oddHeads = [
  '\u{feff}%PDF-1.7',
  '\n%PDF-1.7',
  '\u001b%-12345X\r\n%PDF-1.7',
  `${'\0'.repeat(1019)}%PDF-1.4`,
];
const noPdfs = [
  '<html><body>%PDF-1.7</body></html>',
  '\u{feff}\n<!doctype html>%PDF-1.7',
  `${'\0'.repeat(1020)}%PDF-1.4`,
  '%pdf-1.7',
  'PK\u0003\u0004 invoice.pdf %PDF-1.7',
];
const file = mostly(
  fc.constantFrom(
    ...files,
    ...[...oddHeads, ...noPdfs].map(bytesOf),
    new Uint8Array(tenMegabytes + 1),
  ),
);

const orderId = fc.oneof(
  { weight: 12, arbitrary: fc.constant(someOrder) },
  { weight: 1, arbitrary: fc.constantFrom(String(someOrder), 0, -1, 1.5, 2 ** 53, 1e20) },
  { weight: 1, arbitrary: oddValue },
);
const type = mostly(fc.constantFrom('tax_invoice', 'credit_note'), 12);
const dataType = mostly(fc.constantFrom('data', 'data', 'url', 'file', 'order'), 16);

/** Around what is right: mostly whole, each field now and then absent, odd, or of another data type. */
export const anyBody: fc.Arbitrary<Body> = fc
  .tuple(
    fc.record({
      orderId,
      type,
      dataType,
      invoiceNumber,
      subTotal: amount,
      shippingCost: amount,
      cashOnDeliveryCost: amount,
      tax: percent,
      taxValue: amount,
      total: amount,
      url,
      file,
    }),
    fc.dictionary(
      fc.constantFrom('discount', 'order_id', 'invoiceProvider', '__proto__'),
      oddValue,
    ),
    fc.uniqueArray(fc.nat({ max: 11 }), { maxLength: 2 }),
  )
  .map(([fields, extra, absent]) => ({
    ...extra,
    ...Object.fromEntries(Object.entries(fields).filter((_, at) => !absent.includes(at))),
  }));
