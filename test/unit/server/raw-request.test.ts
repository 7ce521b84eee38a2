/** What routes get of a request, with nothing added and nothing made up. */

import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { parseTarget, toRawRequest } from '../../../src/server/raw-request';

function request(parts: { readonly url?: string; readonly rawHeaders?: readonly string[] }): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), parts);
}

test('a path with a query comes as both', () => {
  const { path, query } = toRawRequest(request({ url: '/slack/oauth?code=1&state=a%20b' }));
  expect(path).toBe('/slack/oauth');
  expect(Object.fromEntries(query)).toEqual({ code: '1', state: 'a b' });
});

test.each([undefined, '*', 'host:443', 'http://elsewhere/api', '//elsewhere/api', 'api', ''])(
  'the target %p is for proxies, and none of ours',
  (url) => {
    expect(parseTarget(url)).toBeUndefined();
    const { path, query, remoteAddress } = toRawRequest(request(url === undefined ? {} : { url }));
    expect([path, query.size, remoteAddress]).toEqual(['', 0, '']);
  },
);

test('a path that cannot be read is none, and stops nothing', () => {
  expect(parseTarget('/\\\\:x:y/')).toBeUndefined();
});

test('headers go by their name in small letters', () => {
  const { headers } = toRawRequest(request({ rawHeaders: ['Host', 'here', 'X-Slack-Signature', 'v0=A'] }));
  expect(headers).toEqual({ host: 'here', 'x-slack-signature': 'v0=A' });
});

test('a header that comes twice does not count at all, in whatever case it is written', () => {
  const rawHeaders = [
    'X-Slack-Signature',
    'v0=a',
    'Host',
    'here',
    'x-slack-signature',
    'v0=b',
    'X-SLACK-SIGNATURE',
    'v0=c',
  ];
  expect(toRawRequest(request({ rawHeaders })).headers).toEqual({ host: 'here' });
});

test('the body is the one that was read, or empty', () => {
  const body = Buffer.from('{}');
  expect(toRawRequest(request({}), body).rawBody).toBe(body);
  expect(toRawRequest(request({})).rawBody).toHaveLength(0);
});
