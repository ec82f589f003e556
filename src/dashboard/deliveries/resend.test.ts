import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Confirmation } from '../host/Host.ts';
import { words as arabic } from '../i18n/ar.ts';
import { words as english } from '../i18n/en.ts';
import { createI18n } from '../i18n/i18n.ts';
import type { Language } from '../i18n/language.ts';
import { type ResendSurroundings, resend } from './resend.ts';

const words = { ar: arabic, en: english };
const now = Date.parse('2026-11-22T10:00:00Z');
const order = {
  id: 7,
  number: 1234,
  customer: { name: 'نورة', email: 'noura@example.com', mobile: null },
  adminUrl: null,
};

function delivery(more: object = {}) {
  return {
    id: 'd1',
    batchId: 'b1',
    orderId: 7,
    invoiceId: 9,
    state: 'queued',
    reason: null,
    message: null,
    attempts: 0,
    requestedBy: { id: 1, name: 'Sara' },
    requestedAt: '2026-11-22T09:55:00Z',
    finishedAt: null,
    resolvedBy: null,
    ...more,
  };
}

interface Call {
  path: string;
  key: string | null;
  body: { allowRepeat?: boolean; undoSeconds?: number } | null;
}

/** The proxy's side of the conversation: what it answers, and what it was asked. */
function serve(answers: {
  order?: object;
  sent?: object[];
  undo?: number;
  posts?: (object | 'lost')[];
}) {
  const calls: Call[] = [];
  const posts = [...(answers.posts ?? [])];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const key = new Headers(init.headers).get('idempotency-key');
    calls.push({ path, key, body: typeof init.body === 'string' ? JSON.parse(init.body) : null });
    if (path === '/api/store') return Response.json({ data: { undoSeconds: answers.undo ?? 5 } });
    if (path === '/api/orders/7') return Response.json({ data: { ...order, ...answers.order } });
    if (init.method === 'GET') return Response.json({ data: answers.sent ?? [] });
    const answer = posts.shift();
    if (answer === 'lost' || answer === undefined) throw new TypeError('the connection broke');
    return Response.json({ data: { batchId: 'b1', deliveries: [], skipped: [], ...answer } });
  });
  return { posts: () => calls.filter(({ path }) => path === '/api/deliveries') };
}

const press = (...replies: boolean[]) => pressIn('en', ...replies);

/** Presses Resend and answers the questions in turn; a question more is declined. */
async function pressIn(language: Language, ...replies: boolean[]) {
  const asked: Confirmation[] = [];
  let keys = 0;
  const surroundings: ResendSurroundings = {
    host: {
      confirm: async (question) => {
        asked.push(question);
        return replies.shift() ?? false;
      },
    },
    queryClient: new QueryClient({ defaultOptions: { queries: { retry: false } } }),
    t: createI18n(language, words[language]).getFixedT(language, 'deliveries'),
    language,
    now: () => now,
    randomId: () => {
      keys += 1;
      return `key-${keys}`;
    },
  };
  const result = await resend({ orderId: 7, invoiceId: 9 }, surroundings);
  return { result, asked };
}

const plain = (text: string | undefined) => (text ?? '').replace(/[\u2068\u2069]/g, '');
const queued = { deliveries: [delivery()] };

describe('sending an invoice again', () => {
  afterEach(() => void vi.unstubAllGlobals());

  it('says the order, the address partly hidden, and when it last went and by whom', async () => {
    const sent = delivery({ state: 'sent', finishedAt: '2026-11-22T07:00:00Z' });
    const server = serve({ sent: [sent], posts: [queued] });
    const { result, asked } = await press(true);
    expect(plain(asked[0]?.message)).toBe(
      [
        'Order 1234 of نورة.',
        'The email goes to no•••@example.com.',
        'Salla last accepted it 3 hours ago, sent by Sara.',
      ].join('\n'),
    );
    expect(result).toMatchObject({ outcome: 'started', delivery: { id: 'd1' } });
    expect(server.posts()).toMatchObject([
      { key: 'key-1', body: { allowRepeat: false, undoSeconds: 5 } },
    ]);
  });

  it('leaves at once where the proxy lets nothing be taken back', async () => {
    const server = serve({ undo: 0, posts: [queued] });
    await press(true);
    expect(server.posts()).toMatchObject([{ body: { undoSeconds: 0 } }]);
  });

  it('sends nothing when the person says no', async () => {
    const server = serve({ posts: [queued] });
    expect((await press(false)).result).toEqual({ outcome: 'declined' });
    expect(server.posts()).toEqual([]);
  });

  it('sends nothing and asks nothing where no address is recorded', async () => {
    for (const email of [null, '', '  ']) {
      const server = serve({ order: { customer: { ...order.customer, email } } });
      const { result, asked } = await press(true);
      expect(result).toMatchObject({ outcome: 'no_email' });
      expect(asked).toEqual([]);
      expect(server.posts()).toEqual([]);
    }
  });

  it('asks again when it went out minutes ago, and then sends it under a key of its own', async () => {
    const recent = delivery({ state: 'sent', finishedAt: '2026-11-22T09:57:00Z' });
    const skipped = { skipped: [{ orderId: 7, reason: 'sent_recently', delivery: recent }] };
    const server = serve({ posts: [skipped, queued] });
    const { result, asked } = await press(true, true);
    expect(plain(asked[1]?.message)).toContain('Salla accepted it 3 minutes ago, sent by Sara.');
    expect(result).toMatchObject({ outcome: 'started' });
    expect(server.posts()).toMatchObject([
      { key: 'key-1', body: { allowRepeat: false } },
      { key: 'key-2', body: { allowRepeat: true } },
    ]);
  });

  it.each([
    ['en', 'It may have gone out 3 minutes ago, sent by Sara', 'Salla accepted'],
    ['ar', 'قد تكون الرسالة أُرسلت قبل 3 دقائق، أرسلها Sara', 'قبلتها سلة'],
  ] as const)(
    'says that an unconfirmed one may have gone out (%s)',
    async (language, says, not) => {
      const open = delivery({ state: 'unconfirmed', finishedAt: '2026-11-22T09:57:00Z' });
      const skipped = { skipped: [{ orderId: 7, reason: 'sent_recently', delivery: open }] };
      serve({ posts: [skipped, queued] });
      const { result, asked } = await pressIn(language, true, true);
      expect(plain(asked[1]?.message)).toContain(says);
      expect(asked[1]?.message).not.toContain(not);
      expect(result).toMatchObject({ outcome: 'started' });
    },
  );

  it('tries a lost answer again under the same key', async () => {
    const server = serve({ posts: ['lost', queued] });
    const { result, asked } = await press(true, true);
    expect(asked[1]?.title).toBe('No answer came');
    expect(result).toMatchObject({ outcome: 'started' });
    expect(server.posts().map(({ key }) => key)).toEqual(['key-1', 'key-1']);
  });

  it('shows the delivery that is under way already instead of a second one', async () => {
    const skipped = [{ orderId: 7, reason: 'already_queued', delivery: delivery({ id: 'd0' }) }];
    serve({ posts: [{ skipped }] });
    const { result, asked } = await press(true);
    expect(result).toMatchObject({ outcome: 'under_way', delivery: { id: 'd0' } });
    expect(asked).toHaveLength(1);
  });

  it('warns where an earlier try may have gone out', async () => {
    serve({ sent: [delivery({ state: 'unconfirmed', reason: 'timeout' })], posts: [queued] });
    const { asked } = await press(true);
    expect(asked[0]?.variant).toBe('warning');
    expect(asked[0]?.message).toContain('unconfirmed');
    expect(asked[0]?.message).not.toContain('not been sent');
  });
});
