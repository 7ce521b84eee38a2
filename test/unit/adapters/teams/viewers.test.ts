import type { TeamsActivity } from '../../../../src/adapters/teams/activity';
import { createViewers } from '../../../../src/adapters/teams/viewers';
import { stampReply } from '../../../../src/reply/stamp';
import { FOUND_EN } from '../../../fixtures/replies';

const GROUP = '19:0123@thread.v2';
const PLACE = { serviceUrl: 'https://smba.trafficmanager.net/teams/', conversation: GROUP, bot: '28:b', tenant: 't' };
const REPLY = stampReply(FOUND_EN, { case: 'A'.repeat(22), version: 1 });
const OTHER = stampReply(FOUND_EN, { case: 'B'.repeat(22), version: 1 });

function by(id: string): TeamsActivity {
  return {
    ...{ type: 'message', channelId: 'msteams', serviceUrl: PLACE.serviceUrl, from: { id }, recipient: { id: '28:b' } },
    conversation: { id: GROUP, conversationType: 'groupChat' },
  };
}

test('remembers who has asked and pressed, a case at a time, the latest first', () => {
  const viewers = createViewers();
  for (const person of ['29:a', '29:b', '29:a']) viewers.ofActivity(by(person), REPLY);
  viewers.ofActivity(by('29:c'), OTHER);
  expect(viewers.at(PLACE, REPLY)).toEqual(['29:a', '29:b']);
  expect(viewers.at(PLACE, FOUND_EN)).toEqual([]);
});

test('remembers no more than Teams takes', () => {
  const viewers = createViewers();
  for (let person = 0; person < 70; person += 1) viewers.ofActivity(by(`29:${person}`), REPLY);
  expect(viewers.at(PLACE, REPLY)).toHaveLength(60);
  expect(viewers.at(PLACE, REPLY)?.[0]).toBe('29:69');
});

test('knows of none where one person alone reads', () => {
  const viewers = createViewers();
  const chat = { ...by('29:a'), conversation: { id: 'a:1', conversationType: 'personal' } };
  expect(viewers.ofActivity(chat, REPLY)).toBeUndefined();
  expect(viewers.at({ ...PLACE, conversation: 'a:1' }, REPLY)).toBeUndefined();
});
