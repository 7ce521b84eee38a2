/** Files on Slack: the shared contract, and what only Slack does. */

import { ALL_SCOPES, type SlackDriver, startSlack } from '../fixtures/slack/driver';
import { eventCallback, fileObject, messageEvent } from '../fixtures/slack/payloads';
import { eventRequest, send } from '../fixtures/slack/signed-sender';
import { WORKSPACE } from '../fixtures/slack/workspace';
import { file, fileContract } from './file-contract';

const CODE = '0xC004F038';
const { botToken, channel, dm } = WORKSPACE;

fileContract('Slack', async () => {
  const driver = await startSlack();
  return { ...driver, asked: driver.api.files.asked };
});

describe('a file on Slack', () => {
  let driver: SlackDriver;
  const start = async (scopes?: readonly string[]) => {
    driver = await startSlack(scopes);
  };
  afterEach(() => driver.close());

  /** What Slack tells of a file instead of all that there is to know. */
  async function post(told: Readonly<Record<string, unknown>>, where: string = dm): Promise<void> {
    const ts = '1750000000.000100';
    await send(
      driver.hexfix.eventsUrl,
      eventRequest(eventCallback(messageEvent({ text: '', ts, channel: where, files: [told] }))),
    );
    await driver.hexfix.settled();
  }

  function shelve(name: string, text = `error ${CODE}`): string {
    return driver.api.files.put(file(name, Buffer.from(text)), new URL(driver.api.url).origin);
  }

  test('is loaded with the bot token', async () => {
    await start();
    await driver.post({ where: 'dm', text: '', files: [file('a.log')] });
    expect(driver.api.files.asked.map(({ authorization }) => authorization)).toEqual([`Bearer ${botToken}`]);
  });

  test('that comes with a mention, which Slack tells of twice, is answered once', async () => {
    await start();
    await driver.post({ where: 'channel', mentionsBot: true, text: 'what is this?', files: [file('a.log')] });
    expect(driver.screen()).toHaveLength(1);
    expect(driver.screen()[0]?.text).toContain(CODE);
  });

  test('that nobody asked about is answered only for a code beyond doubt', async () => {
    await start();
    await driver.post({
      where: 'channel',
      text: 'the log',
      files: [file('a.log', Buffer.from('1603 files in 5 folders'))],
    });
    await driver.post({ where: 'channel', text: 'the log', files: [file('b.log', Buffer.alloc(1_048_577, 'x'))] });
    await driver.post({ where: 'channel', text: 'the log', files: [{ ...file('c.log'), served: 'gone' }] });
    expect(driver.screen()).toEqual([]);
    await driver.post({ where: 'channel', text: 'the log', files: [file('d.log')] });
    expect(driver.screen()[0]?.text).toContain(CODE);
  });

  test('without the scope for it is told of, with what to do, to the person and to the operator', async () => {
    await start(ALL_SCOPES.filter((scope) => scope !== 'files:read'));
    await driver.post({ where: 'dm', text: '', files: [file('a.log')] });
    expect(driver.screen()[0]?.text).toContain('files:read');
    expect(driver.hexfix.log).toContainEqual(
      expect.objectContaining({ fields: { code: 'sign_in_page' }, message: expect.stringContaining('files:read') }),
    );
  });

  test('of another workspace is looked up first', async () => {
    await start();
    const address = shelve('a.log');
    driver.api.fileObjects.set('F1', fileObject('F1', 'a.log', address));
    await post({ id: 'F1', mode: 'file_access', file_access: 'check_file_info', created: 0, timestamp: 0 });
    expect(driver.screen()[0]?.text).toContain(CODE);
  });

  test('of another workspace that cannot be looked up for lack of the scope is told of', async () => {
    await start(ALL_SCOPES.filter((scope) => scope !== 'files:read'));
    await post({ id: 'F1', mode: 'file_access', file_access: 'check_file_info', created: 0, timestamp: 0 });
    expect(driver.screen()[0]?.text).toContain('files:read');
  });

  test('that is a snippet of text is read, whatever its name', async () => {
    await start();
    await post(fileObject('F1', 'Untitled', shelve('Untitled'), { mode: 'snippet', filetype: 'text' }), channel);
    expect(driver.screen()[0]?.text).toContain(CODE);
  });

  test.each(['external', 'tombstone', 'hidden_by_limit'])('that is %s is left alone', async (mode) => {
    await start();
    await post(fileObject('F1', 'a.log', shelve('a.log'), { mode }));
    expect(driver.api.files.asked).toEqual([]);
    expect(driver.api.calls.map(({ method }) => method)).not.toContain('files.info');
  });

  test('leaves nothing of itself in the log', async () => {
    await start();
    await driver.post({ where: 'dm', text: '', files: [file('secret-name.log', Buffer.from(`secret ${CODE}`))] });
    expect(JSON.stringify(driver.hexfix.log)).not.toMatch(/secret|xoxb/);
  });
});
