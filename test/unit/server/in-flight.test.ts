import type { RawRequest, RawResponse, Route } from '../../../src/ops/http';
import { limitInFlight } from '../../../src/server/in-flight';

const REQUEST: RawRequest = {
  headers: {},
  rawBody: Buffer.alloc(0),
  path: '/',
  query: new URLSearchParams(),
  remoteAddress: '127.0.0.1',
};
const TOO_BUSY = { status: 503, headers: { 'retry-after': '1' } };

/** Two routes whose requests end when they are told to. */
function start(most: number) {
  const ends: { resolve: (response: RawResponse) => void; reject: (error: Error) => void }[] = [];
  const handle = () => new Promise<RawResponse>((resolve, reject) => ends.push({ resolve, reject }));
  const health: Route = { method: 'GET', path: '/healthz', handle: async () => ({ status: 200 }) };
  let turnedAway = 0;
  const routes: Route[] = [{ method: 'POST', path: '/a', handle }, { method: 'POST', path: '/b', handle }, health];
  const asked = limitInFlight(routes, most, () => (turnedAway += 1)).map((route) => () => route.handle(REQUEST));
  return { asked, ends, turnedAway: () => turnedAway };
}

describe('requests under way', () => {
  it('are so many of all routes together; one more is turned away at once', async () => {
    const { asked, ends, turnedAway } = start(2);
    const [a, b] = asked;
    const first = a?.();
    const second = b?.();
    expect(await a?.()).toEqual(TOO_BUSY);
    expect(await b?.()).toEqual(TOO_BUSY);
    expect([ends.length, turnedAway()]).toEqual([2, 2]);
    for (const { resolve } of ends) resolve({ status: 200 });
    expect(await Promise.all([first, second])).toEqual([{ status: 200 }, { status: 200 }]);
  });

  it('make room when they end, also when they end badly', async () => {
    const { asked, ends } = start(1);
    const [a] = asked;
    const failing = a?.();
    ends[0]?.reject(new Error('broken'));
    await expect(failing).rejects.toThrow('broken');
    const next = a?.();
    ends[1]?.resolve({ status: 201 });
    expect(await next).toEqual({ status: 201 });
  });

  it('keep nobody from asking whether the server lives', async () => {
    const { asked } = start(0);
    expect(await asked[0]?.()).toEqual(TOO_BUSY);
    expect(await asked[2]?.()).toEqual({ status: 200 });
  });
});
