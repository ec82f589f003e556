import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { contents, formOf, openCreateApp } from '../testing/createInvoice.ts';

const json = { 'Content-Type': 'application/json' };
const file = { orderId: 7, type: 'tax_invoice', dataType: 'file' };
const data = { orderId: 7, type: 'tax_invoice', ...contents.data };
const html = Buffer.from('<!doctype html><title>%PDF-1.7</title>');

/** A desk whose Salla must not be asked for anything. */
async function openAlone() {
  let isOpen = true;
  let calls = 0;
  const opened = await openCreateApp({
    between: (onward) => (request) => {
      if (!isOpen) calls += 1;
      return onward(request);
    },
  });
  isOpen = false;
  return { ...opened, calls: () => calls };
}

describe('a body that is wrong', () => {
  it.each([
    ['nothing in it', '{}', ['dataType', 'orderId', 'type']],
    ['a list', '[]', ['body']],
    ['a negative amount', JSON.stringify({ ...data, total: -1 }), ['total']],
    ['a number beyond numbers', JSON.stringify(data).replace('150.08', '1e309'), ['total']],
    ['too many decimals', JSON.stringify({ ...data, tax: 15.0001 }), ['tax']],
    ['marks between thousands', JSON.stringify({ ...data, total: '1,150.08' }), ['total']],
    [
      'a script for an address',
      JSON.stringify({ ...file, dataType: 'url', url: 'javascript:alert(1)//.pdf' }),
      ['url'],
    ],
    ['a file', JSON.stringify({ ...file, file: { size: 9, head: '%PDF-' } }), ['file']],
    ['a name that is not known', JSON.stringify({ ...data, discount: 5 }), ['discount']],
    [
      'an amount that would not count',
      JSON.stringify({ ...file, ...contents.order, total: 5 }),
      ['total'],
    ],
    ['a file beside amounts', JSON.stringify({ ...data, file: {} }), ['file']],
    [
      'a name that is misspelt',
      JSON.stringify({ ...data, total: undefined, Total: 5 }),
      ['Total', 'total'],
    ],
    ['several mistakes', JSON.stringify({ ...data, total: -1, tax: 'x' }), ['tax', 'total']],
  ])('is refused by its fields before Salla is asked: %s', async (_what, body, fields) => {
    const { staff, calls } = await openAlone();
    for (const [language, letters] of [
      ['en', /^[^\u0600-\u06ff]+$/],
      ['ar', /[\u0600-\u06ff]/],
    ] as const) {
      const headers = { ...json, 'Accept-Language': language };
      const answer = await staff.raw('/api/invoices', { method: 'POST', body, headers });
      const problem = JSON.parse(answer.text);
      expect([answer.status, problem.code]).toEqual([422, 'invalid_fields']);
      expect(Object.keys(problem.fields).sort()).toEqual(fields);
      for (const [sentence] of Object.values<string[]>(problem.fields)) {
        expect(sentence).toMatch(letters);
      }
    }
    expect(calls()).toBe(0);
  });

  it.each([
    ['no JSON', 'application/json', '{"orderId":', 400],
    ['no form', 'multipart/form-data; boundary=b', '{"orderId":7}', 400],
    ['a form without a boundary', 'multipart/form-data', '--b--', 400],
    ['form fields of another kind', 'application/x-www-form-urlencoded', 'orderId=7', 415],
    ['a PDF alone', 'application/pdf', '%PDF-1.7', 415],
    ['text', 'text/plain', '{}', 415],
    ['too much', 'application/json', `"${'x'.repeat(300_000)}"`, 413],
  ])('is refused: %s', async (_what, type, body, status) => {
    const { staff, calls } = await openAlone();
    const headers = { 'Content-Type': type, 'Accept-Language': 'en' };
    const answer = await staff.raw('/api/invoices', { method: 'POST', body, headers });
    expect(answer.status).toBe(status);
    if (status === 415) {
      const { detail } = JSON.parse(answer.text);
      expect(detail).toMatch(/application\/json.*multipart\/form-data/);
    }
    expect(calls()).toBe(0);
  });

  it.each(['application/json', 'multipart/form-data; boundary=b'])(
    'is refused where it is compressed, and not read: %s',
    async (type) => {
      const { staff } = await openAlone();
      const headers = { 'Content-Type': type, 'Content-Encoding': 'gzip', 'Accept-Language': 'en' };
      const body = gzipSync(JSON.stringify(data));
      const answer = await staff.raw('/api/invoices', { method: 'POST', body, headers });
      expect([answer.status, answer.headers.get('Accept-Encoding')]).toEqual([415, 'identity']);
      expect(JSON.parse(answer.text).detail).toContain('Content-Encoding');
    },
  );

  it.each([
    ['an empty', ''],
    ['too long a', 'k'.repeat(201)],
  ])('with %s key is refused', async (_what, key) => {
    const { create, calls } = await openAlone();
    const { status, body } = await create(data, key);
    expect([status, Object.keys(body.fields)]).toEqual([400, ['Idempotency-Key']]);
    expect(calls()).toBe(0);
  });
});

describe('a form that is wrong', () => {
  it.each([
    ['an empty file', formOf(file, Buffer.from('')), ['file'], 'empty'],
    ['HTML named .pdf', formOf(file, html), ['file'], 'not a PDF'],
    ['too few bytes', formOf(file, Buffer.from('%PD')), ['file'], 'not a PDF'],
    ['another data type', formOf({ ...file, dataType: 'data' }), ['dataType'], 'application/json'],
    ['an unknown field', formOf({ ...file, total: 5 }), ['total'], 'not known'],
    ['an order that is no id', formOf({ ...file, orderId: '1e3' }), ['orderId'], 'whole number'],
    ['an order beyond ids', formOf({ ...file, orderId: '9'.repeat(30) }), ['orderId'], 'whole'],
    ['a type that is none', formOf({ ...file, type: 'bill' }), ['type'], 'tax_invoice'],
  ])('is refused by its field before Salla is asked: %s', async (_what, form, fields, words) => {
    const { upload, calls } = await openAlone();
    const english = await upload(form);
    const arabic = await upload(form, null, { 'Accept-Language': 'ar' });
    expect([english.status, Object.keys(english.body.fields)]).toEqual([422, fields]);
    const [[sentence = ''] = []] = Object.values<string[]>(english.body.fields);
    expect(sentence).toContain(words);
    expect(JSON.stringify(arabic.body.fields)).toMatch(/[\u0600-\u06ff]/);
    expect(calls()).toBe(0);
  });

  it('lacks what it lacks', async () => {
    const { upload } = await openAlone();
    const form = new FormData();
    form.set('orderId', '7');
    const { status, body } = await upload(form);
    expect([status, Object.keys(body.fields).sort()]).toEqual([422, ['dataType', 'type']]);
    form.set('dataType', 'file');
    form.set('type', 'tax_invoice');
    const { fields } = (await upload(form)).body;
    expect(Object.keys(fields)).toEqual(['file']);
    expect(fields.file[0]).toContain('multipart/form-data');
  });

  it('has a field twice', async () => {
    const { upload } = await openAlone();
    const form = formOf(file);
    form.append('orderId', '8');
    const { status, body } = await upload(form);
    expect([status, Object.keys(body.fields)]).toEqual([422, ['orderId']]);
  });

  it.each(['en', 'ar'])('holds more than 10 MB (%s)', async (language) => {
    const { upload, calls } = await openAlone();
    const large = Buffer.alloc(10 * 1024 * 1024 + 1, '%PDF-');
    const headers = { 'Accept-Language': language };
    const { status, body } = await upload(formOf(file, large), null, headers);
    expect([status, body.code]).toEqual([413, 'too_large']);
    expect(body.detail).toContain('10');
    expect(calls()).toBe(0);
  });
});
