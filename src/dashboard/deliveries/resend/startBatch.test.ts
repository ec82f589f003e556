import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DeliveryPreview } from '../../../contract/batch.ts';
import type { Language } from '../../../contract/languages.ts';
import type { Confirmation } from '../../host/Host.ts';
import { words as arabic } from '../../i18n/ar.ts';
import { words as english } from '../../i18n/en.ts';
import { addWords, createI18n } from '../../i18n/i18n.ts';
import { startBatch } from './startBatch.ts';

const words = { ar: arabic, en: english };

interface Call {
  path: string;
  key: string | null;
  body: { orders: object[]; allowRepeat?: boolean; undoSeconds?: number };
}

const preview = { orders: 12, sentRecently: 0, alreadyQueued: 0, toSend: 12, secondsLeft: 40 };

/** The proxy's side: what it foresees (with `repeat` where repeats are allowed), and how it answers the request. */
function serve(
  foreseen: Partial<DeliveryPreview>,
  { repeat = {}, posts = ['taken'] }: { repeat?: Partial<DeliveryPreview>; posts?: string[] } = {},
) {
  const calls: Call[] = [];
  const answers = [...posts];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const body = JSON.parse(String(init.body));
    calls.push({ path, key: new Headers(init.headers).get('idempotency-key'), body });
    if (path.endsWith('/preview')) {
      const data = { ...preview, ...foreseen, ...(body.allowRepeat ? repeat : {}) };
      return Response.json({ data });
    }
    if (answers.shift() !== 'taken') throw new TypeError('the connection broke');
    return Response.json({ data: { batchId: 'b7', deliveries: [], skipped: [] } });
  });
  return { posts: () => calls.filter(({ path }) => path === '/api/deliveries') };
}

const orders = Array.from({ length: 12 }, (_, index) => ({ orderId: index + 1 }));

interface Press {
  language?: Language;
  creditNotes?: number;
  replies?: boolean[];
}

/** Presses Resend and answers the questions in turn; a question more is declined. */
async function press({ language = 'en', creditNotes = 0, replies = [true] }: Press = {}) {
  const asked: Confirmation[] = [];
  const i18n = createI18n(language, words[language]);
  await addWords(i18n, 'batches');
  let keys = 0;
  const result = await startBatch(
    { orders, creditNotes },
    {
      host: {
        confirm: async (question) => {
          asked.push(question);
          return replies.shift() ? 'confirmed' : 'declined';
        },
      },
      t: i18n.getFixedT(language, 'batches'),
      deliveryWords: i18n.getFixedT(language, 'deliveries'),
      language,
      randomId: () => {
        keys += 1;
        return `key-${keys}`;
      },
    },
  );
  return { result, asked, said: asked.map(({ message }) => message.split('\n')) };
}

describe('sending many invoices again', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('asks once what will happen, and sends it under one key', async () => {
    const server = serve({ sentRecently: 2, alreadyQueued: 1, toSend: 9, secondsLeft: 110 });
    const { result, asked, said } = await press({ creditNotes: 3 });
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      title: 'Send the invoices of 9 orders?',
      confirmText: 'Send 9 emails',
    });
    expect(said[0]).toEqual([
      'Each order gets one email, however many of its invoices are selected.',
      '3 credit notes are among what you selected.',
      '2 orders are skipped: they were sent minutes ago, or may have been. You can send them all the same from the page that follows.',
      'One order is skipped: it is already being sent.',
      'It takes about 2 minutes. You can close the page meanwhile.',
    ]);
    expect(result).toEqual({ outcome: 'started', batchId: 'b7' });
    expect(server.posts()).toMatchObject([{ key: 'key-1', body: { orders, allowRepeat: false } }]);
    expect(server.posts()[0]?.body.undoSeconds ?? 0).toBe(0);
  });

  it('says nothing of what there is none of', async () => {
    serve({});
    expect((await press()).said[0]).toHaveLength(2);
  });

  it.each([
    [1, 'إرسال فاتورة طلب واحد؟', 'أرسل رسالة واحدة'],
    [2, 'إرسال فاتورتي طلبين؟', 'أرسل رسالتين'],
    [3, 'إرسال فواتير 3 طلبات؟', 'أرسل 3 رسائل'],
    [11, 'إرسال فواتير 11 طلبًا؟', 'أرسل 11 رسالة'],
    [100, 'إرسال فواتير 100 طلب؟', 'أرسل 100 رسالة'],
    [1000, 'إرسال فواتير 1,000 طلب؟', 'أرسل 1,000 رسالة'],
  ])('counts %i as it is said in Arabic', async (toSend, title, confirmText) => {
    serve({ toSend });
    expect((await press({ language: 'ar' })).asked[0]).toMatchObject({ title, confirmText });
  });

  it.each([
    [4, 'It takes a few seconds.', 'يستغرق ذلك بضع ثوانٍ.'],
    [33, 'It takes about 40 seconds', 'يستغرق ذلك نحو 40 ثانية'],
    [60, 'It takes about a minute', 'يستغرق ذلك نحو دقيقة'],
    [61, 'It takes about 2 minutes', 'يستغرق ذلك نحو دقيقتين'],
    [440, 'It takes about 8 minutes', 'يستغرق ذلك نحو 8 دقائق'],
    [null, 'It goes out as fast as Salla allows', 'تُرسل بأسرع ما تسمح به سلة'],
  ])('says that %s seconds take a while', async (secondsLeft, inEnglish, inArabic) => {
    serve({ secondsLeft });
    expect((await press()).said[0]?.at(-1)).toContain(inEnglish);
    expect((await press({ language: 'ar' })).said[0]?.at(-1)).toContain(inArabic);
  });

  it('sends nothing when the person says no', async () => {
    const server = serve({});
    expect((await press({ replies: [false] })).result).toEqual({ outcome: 'declined' });
    expect(server.posts()).toEqual([]);
  });

  it('asks about a repeat where all went out a short while ago', async () => {
    const server = serve(
      { sentRecently: 11, alreadyQueued: 1, toSend: 0, secondsLeft: 0 },
      { repeat: { toSend: 11, secondsLeft: 20 } },
    );
    const { result, asked } = await press();
    expect(asked).toMatchObject([{ variant: 'warning', confirmText: 'Send 11 again' }]);
    expect(asked[0]?.message).toContain('These customers can get a second email.');
    expect(result).toMatchObject({ outcome: 'started' });
    expect(server.posts()).toMatchObject([{ body: { allowRepeat: true } }]);
  });

  it('asks and sends nothing where all are under way', async () => {
    const server = serve({ alreadyQueued: 12, toSend: 0 });
    const { result, asked } = await press();
    expect(result).toEqual({ outcome: 'under_way', orders: 12 });
    expect(asked).toEqual([]);
    expect(server.posts()).toEqual([]);
  });

  it('tries a lost answer again under the same key', async () => {
    const server = serve({}, { posts: ['lost', 'taken'] });
    const { result, asked } = await press({ replies: [true, true] });
    expect(asked[1]?.title).toBe('No answer came');
    expect(result).toMatchObject({ outcome: 'started' });
    expect(server.posts().map(({ key }) => key)).toEqual(['key-1', 'key-1']);
  });
});
