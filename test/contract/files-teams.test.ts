/** Files on Teams: the shared contract, and what only Teams does. */

import { file, fileContract } from './file-contract';
import type { TeamsDriver } from './teams/driver';
import { CHAT } from './teams/people';
import { startRealTeams } from './teams/real';

const CODE = '0xC004F038';

fileContract('Microsoft Teams', async () => {
  const driver = await startRealTeams();
  return { ...driver, asked: driver.fake.files.asked };
});

describe('a file on Teams', () => {
  let driver: TeamsDriver;
  beforeEach(async () => {
    driver = await startRealTeams();
  });
  afterEach(() => driver.close());

  test('is loaded without any token', async () => {
    await driver.post({ where: 'dm', text: '', files: [file('a.log')] });
    expect(driver.fake.files.asked.map(({ authorization }) => authorization)).toEqual([undefined]);
    expect(driver.screen()[0]?.text).toContain(CODE);
  });

  test('in a channel is not handed to the bot, which says so to whoever mentions it', async () => {
    await driver.post({ where: 'channel', mentionsBot: true, text: '', files: [file('a.log')] });
    const [answer] = driver.screen();
    expect(answer?.text).toContain('only in the personal chat');
    // The digits of its id look like codes.
    expect(answer?.text).not.toMatch(/C004F070|8007232B/i);
  });

  test('in a channel is passed over in silence where nobody asked', async () => {
    await driver.post({ where: 'channel', text: 'the log', files: [file('a.log')] });
    expect(driver.screen()).toEqual([]);
  });

  test('in a personal chat that Teams keeps back all the same is no matter of the kind of chat', async () => {
    const mark = '<div></div><attachment id="b1d5c3a0-0000-4000-8000-00000000000f"></attachment>';
    const attachments = [{ contentType: 'text/html', content: mark }];
    driver.fake.conversations.add(CHAT);
    await driver.send(JSON.stringify(driver.activity({ text: '', attachments })));
    await driver.settled();
    expect(driver.screen()).toHaveLength(1);
    expect(driver.screen()[0]?.text).not.toContain('personal chat');
  });

  test('in a personal chat has an id that is no error code', async () => {
    await driver.post({ where: 'dm', text: '', files: [file('a.zip')] });
    expect(driver.screen()[0]?.text).not.toMatch(/C004F070|8007232B/i);
  });
});
