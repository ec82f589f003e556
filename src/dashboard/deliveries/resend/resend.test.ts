import { QueryClient } from '@tanstack/react-query';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Language } from '../../../contract/languages.ts';
import type { Confirmation } from '../../host/Host.ts';
import { words as arabic } from '../../i18n/ar.ts';
import { words as english } from '../../i18n/en.ts';
import { createI18n } from '../../i18n/i18n.ts';
import { type ResendSurroundings, type ResendTarget, resend } from './resend.ts';

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
  cacheControl: string | null;
  body: { allowRepeat?: boolean; undoSeconds?: number } | null;
}

/** The proxy's side of the conversation: what it answers, and what it was asked. */
function serve(answers: {
  order?: object | 'down';
  sent?: object[];
  undo?: number;
  /** Whether the proxy would hold it back, at each preview. */
  recent?: boolean[];
  posts?: (object | 'lost')[];
}) {
  const calls: Call[] = [];
  const posts = [...(answers.posts ?? [])];
  const recent = [...(answers.recent ?? [])];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    const key = headers.get('idempotency-key');
    const cacheControl = headers.get('cache-control');
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : null;
    calls.push({ path, key, cacheControl, body });
    if (path === '/api/store') return Response.json({ data: { undoSeconds: answers.undo ?? 5 } });
    if (path === '/api/deliveries/preview')
      return Response.json({ data: { orders: 1, sentRecently: recent.shift() ? 1 : 0 } });
    if (path === '/api/orders/7' && answers.order === 'down') return down();
    if (path === '/api/orders/7')
      return Response.json({ data: { ...order, ...Object(answers.order) } });
    if (init.method === 'GET') return Response.json({ data: answers.sent ?? [] });
    const answer = posts.shift();
    if (answer === 'lost' || answer === undefined) throw new TypeError('the connection broke');
    return Response.json({ data: { batchId: 'b1', deliveries: [], skipped: [], ...answer } });
  });
  return {
    calls,
    posts: () => calls.filter(({ path }) => path === '/api/deliveries'),
  };
}

function down(): Response {
  const problem = { code: 'salla_unavailable', detail: 'Salla is not answering.', requestId: 'r1' };
  return Response.json(problem, { status: 502 });
}

const press = (...replies: boolean[]) => pressIn('en', {}, ...replies);

const newClient = () =>
  new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 15_000 } } });

/** Presses Resend and answers the questions in turn; a question more is declined. */
async function pressIn(
  language: Language,
  { queryClient = newClient(), ...more }: Partial<ResendTarget> & { queryClient?: QueryClient },
  ...replies: boolean[]
) {
  const asked: Confirmation[] = [];
  let keys = 0;
  const surroundings: ResendSurroundings = {
    host: {
      confirm: async (question) => {
        asked.push(question);
        return replies.shift() ? 'confirmed' : 'declined';
      },
    },
    queryClient,
    t: createI18n(language, words[language]).getFixedT(language, 'deliveries'),
    language,
    now: () => now,
    randomId: () => {
      keys += 1;
      return `key-${keys}`;
    },
  };
  const result = await resend({ orderId: 7, invoiceId: 9, ...more }, surroundings);
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
        'Salla last accepted an email for this order 3 hours ago, sent by Sara.',
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

  it.each([
    ['966551112233@shop-demo.salla.sa', /filled in for a customer who gave none/],
    ['0551112233@my-shop.com', /phone number stands before/],
    ['demo777@email.partners', /filled in for a customer who gave none/],
    ['test@test', /not a whole domain/],
    ['huda@mail,com', /comma where a dot belongs/],
    ['huda@gmail.con', /gmail\.con may be a typo for gmail\.com/],
  ])('warns that %s may be nobody’s, and sends it all the same', async (email, warning) => {
    const server = serve({ order: { customer: { ...order.customer, email } }, posts: [queued] });
    const { result, asked } = await press(true);
    expect(plain(asked[0]?.message)).toMatch(warning);
    expect(asked[0]?.variant).toBe('warning');
    expect(result).toMatchObject({ outcome: 'started' });
    expect(server.posts()).toHaveLength(1);
  });

  it('reads the order at each press, past every cache: the address may have been corrected', async () => {
    const queryClient = newClient();
    const old = serve({ order: { customer: { ...order.customer, email: 'old@example.com' } } });
    await pressIn('en', { queryClient }, false);
    expect(old.calls.find(({ path }) => path === '/api/orders/7')?.cacheControl).toBe('no-cache');

    serve({ order: { customer: { ...order.customer, email: 'new@example.com' } } });
    const { asked } = await pressIn('en', { queryClient }, false);
    expect(plain(asked[0]?.message)).toContain('n•••@example.com');
  });

  it('asks nothing where the order can not be read, though it was read a moment ago', async () => {
    const queryClient = newClient();
    serve({});
    await pressIn('en', { queryClient }, false);
    const server = serve({ order: 'down' });
    const { result, asked } = await pressIn('en', { queryClient }, true);
    expect(result).toMatchObject({ outcome: 'unread', problem: { code: 'salla_unavailable' } });
    expect(asked).toEqual([]);
    expect(server.posts()).toEqual([]);
  });

  const recent = delivery({ state: 'sent', finishedAt: '2026-11-22T09:57:00Z' });

  it('asks once about what went out minutes ago, and then sends it', async () => {
    const server = serve({ sent: [recent], recent: [true], posts: [queued] });
    const { result, asked } = await press(true);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      title: 'Sent 3 minutes ago. Send it again?',
      confirmText: 'Send again',
      variant: 'warning',
    });
    expect(result).toMatchObject({ outcome: 'started' });
    expect(server.posts()).toMatchObject([{ key: 'key-1', body: { allowRepeat: true } }]);
  });

  it('asks anew, in the same form, where a colleague sent it while the question was open', async () => {
    const skipped = { skipped: [{ orderId: 7, reason: 'sent_recently', delivery: recent }] };
    const answers = { sent: [] as object[], recent: [false, true], posts: [skipped, queued] };
    const server = serve(answers);
    const pressed = press(true, true);
    answers.sent = [recent];
    const { result, asked } = await pressed;
    expect(asked.map(({ title }) => title)).toEqual([
      'Send this invoice?',
      'Sent 3 minutes ago. Send it again?',
    ]);
    expect(result).toMatchObject({ outcome: 'started' });
    expect(server.posts()).toMatchObject([
      { key: 'key-1', body: { allowRepeat: false } },
      { key: 'key-2', body: { allowRepeat: true } },
    ]);
  });

  it.each([
    ['en', 'It may have been sent 3 minutes ago. Send it again?', 'Salla last accepted'],
    ['ar', 'قد تكون أُرسلت قبل 3 دقائق. إرسالها مرة أخرى؟', 'قبلتها سلة'],
  ] as const)(
    'says that an unconfirmed one may have gone out (%s)',
    async (language, title, not) => {
      const open = delivery({ state: 'unconfirmed', finishedAt: '2026-11-22T09:57:00Z' });
      serve({ sent: [open], recent: [true], posts: [queued] });
      const { result, asked } = await pressIn(language, {}, true);
      expect(asked[0]?.title).toBe(title);
      expect(asked[0]?.message).not.toContain(not);
      expect(result).toMatchObject({ outcome: 'started' });
    },
  );

  it.each([
    [
      { date: '2026-11-22', time: '12:58:00' },
      'An email for this order was sent 3 minutes ago.',
      true,
    ],
    [{ date: '2026-11-22', time: null }, 'Sent 3 minutes ago.', false],
  ])(
    'says what an email did not have that left before the document was made',
    async (made, title, earlier) => {
      serve({ sent: [recent], recent: [true] });
      const document = { id: 11, type: 'credit_note', createdAt: null, ...made } as const;
      const { asked } = await pressIn('en', { invoiceId: 11, document }, false);
      expect(asked[0]?.title).toContain(title);
      expect(asked[0]?.confirmText).toBe(earlier ? 'Send' : 'Send again');
      const says = asked[0]?.message.includes('That was before this credit note was made.');
      expect(says).toBe(earlier);
    },
  );

  it('shows what is under way already without a question', async () => {
    const server = serve({ sent: [delivery({ id: 'd0', state: 'sending' })] });
    const { result, asked } = await press(true);
    expect(result).toMatchObject({ outcome: 'under_way', delivery: { id: 'd0' } });
    expect(asked).toEqual([]);
    expect(server.posts()).toEqual([]);
  });

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
