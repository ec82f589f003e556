import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { RequestEnv } from './requestEnv.ts';
import { toProblemResponse } from './toProblem.ts';
import { limitUploads } from './uploadLimiter.ts';

/** Takes forms of 60 bytes at most, 100 bytes in all; each request is answered when its own answer is. */
function openRoom() {
  const waiting: PromiseWithResolvers<Response>[] = [];
  const app = new Hono<RequestEnv>()
    .use(limitUploads(100, 60))
    .post('/', () => {
      const answer = Promise.withResolvers<Response>();
      waiting.push(answer);
      return answer.promise;
    })
    .onError((error) => toProblemResponse(error, { language: 'en', requestId: '1' }));
  const post = async (length: number | null, type = 'multipart/form-data; boundary=b') => {
    const said = length === null ? {} : { 'Content-Length': String(length) };
    const headers = { 'Content-Type': type, ...said };
    return app.request('/', { method: 'POST', headers });
  };
  return { waiting, post };
}

describe('room for forms', () => {
  it('is there for as many bytes as they say they have', async () => {
    const { waiting, post } = openRoom();
    const taken = [post(50), post(50)];
    const refused = await post(1);
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '5']);
    expect((await refused.json()).detail).toContain('Many files');
    waiting[0]?.resolve(new Response('taken'));
    expect((await taken[0])?.status).toBe(200);
    void post(50);
    expect(waiting).toHaveLength(3);
  });

  it('is asked for by one that does not say its length as by the largest', async () => {
    const { post, waiting } = openRoom();
    void post(null);
    expect((await post(41)).status).toBe(429);
    void post(40);
    expect(waiting).toHaveLength(2);
  });

  it('is never more than what is read of one, whatever length it says', async () => {
    const { post, waiting } = openRoom();
    void post(1e12);
    void post(40);
    expect(waiting).toHaveLength(2);
  });

  it('is free again after one that failed', async () => {
    const { waiting, post } = openRoom();
    const failed = post(60);
    waiting[0]?.reject(new Error('the connection broke'));
    expect((await failed).status).toBe(500);
    void post(60);
    expect(waiting).toHaveLength(2);
  });

  it('is not asked for by anything else', async () => {
    const { waiting, post } = openRoom();
    void post(60);
    void post(60, 'application/json');
    expect(waiting).toHaveLength(2);
  });
});
