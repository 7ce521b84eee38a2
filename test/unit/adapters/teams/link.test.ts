import { linkToMessage } from '../../../../src/adapters/teams/link';

const HERE = { serviceUrl: 'https://smba.trafficmanager.net/amer/', bot: '28:bot', tenant: 'the-tenant' };

function link(conversation: string, team?: string) {
  const address = linkToMessage({ ...HERE, conversation, ...(team !== undefined && { team }) }, '1700000000002');
  if (address === undefined) return undefined;
  const { origin, pathname, searchParams } = new URL(address);
  return [origin, ...pathname.split('/').slice(1).map(decodeURIComponent), Object.fromEntries(searchParams)];
}

test('leads to a message in a thread of a channel', () => {
  expect(link('19:c@thread.tacv2;messageid=1700000000001', 'the-group')).toEqual([
    'https://teams.microsoft.com',
    ...['l', 'message', '19:c@thread.tacv2', '1700000000002'],
    {
      tenantId: 'the-tenant',
      groupId: 'the-group',
      parentMessageId: '1700000000001',
      createdTime: '1700000000002',
    },
  ]);
});

test('leads to a message that begins a thread', () => {
  expect(link('19:c@thread.tacv2')?.at(-1)).toMatchObject({ parentMessageId: '1700000000002' });
});

test('leads to a message in a group chat', () => {
  expect(link('19:g@thread.v2')).toEqual([
    'https://teams.microsoft.com',
    ...['l', 'message', '19:g@thread.v2', '1700000000002'],
    { tenantId: 'the-tenant', context: '{"contextType":"chat"}' },
  ]);
});

test('does not exist for a chat with the bot', () => {
  expect(link('a:1')).toBeUndefined();
});
