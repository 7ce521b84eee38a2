/** The real bot over a real folder: what people see of an overlay, and of a change to it. */

import { createSymptomSearch } from '../../../src/knowledge/search';
import type { LiveKnowledge } from '../../../src/overlay/live';
import { openOverlay } from '../../../src/overlay/open-overlay';
import type { Reply } from '../../../src/reply/reply';
import { answered, type House, openHouse, payloadOf, post, press } from '../bot/harness';
import { both, entry, organization, removeOverlays, writeInto, writeOverlay } from './fixture';

// Every card of ours that shows something of the organization is drawn.
jest.setTimeout(60_000);

const log: string[] = [];
const logger = {
  error: (_fields: object, message: string) => void log.push(message),
  warn() {},
  info() {},
};

let directory: string;
let live: LiveKnowledge;
let house: House;

beforeEach(async () => {
  log.length = 0;
  directory = writeOverlay({
    'organization.json': organization({
      helpDesk: [{ text: both('Phone: 555-0100', '电话：555-0100'), showOn: ['help'] }],
      links: [{ title: both('Status', '状态'), url: 'https://intranet.contoso.com/status', showOn: ['help'] }],
      triage: [{ codes: ['0xA007*'], slack: 'C0NETWORK' }],
    }),
    'codes/own.json': [entry()],
  });
  live = await openOverlay(directory, logger);
  house = await openHouse({ live: live.knowledge });
});
afterEach(async () => {
  await house.close();
  removeOverlays();
});

/** As the timer of the program does: a change is read when it has been the same twice. */
async function comeToRest(): Promise<void> {
  await live.poll();
  await live.poll();
}

async function ask(text: string, message: string): Promise<Reply> {
  return answered(house, text, { message });
}

async function allSteps(reply: Reply): Promise<string> {
  const { card } = await house.bot.onPress(press(payloadOf(reply, 'all-steps')));
  return JSON.stringify(card?.sections);
}

it('answers with the real KMS host', async () => {
  const steps = await allSteps(await ask('it says 0xC004F074', '1'));
  expect(steps).toContain('Test-NetConnection -ComputerName kms.contoso.com -Port 1688');
  expect(steps).not.toContain('<kms_host>');
});

it('answers a code of the organization’s own, unasked', async () => {
  expect((await ask('the VPN says 0xA0070001', '1')).title).toBe('0xA0070001 · The profile is missing');
});

it('answers by what has been changed, from the next post on', async () => {
  const before = await ask('the VPN says 0xA0070001', '1');
  writeInto(directory, 'codes/own.json', [entry({ title: both('The new profile is missing', '缺少新的配置文件') })]);
  writeInto(directory, 'organization.json', organization({ kmsHosts: [{ host: 'kms2.contoso.com' }] }));
  await comeToRest();
  expect((await ask('the VPN says 0xA0070001', '2')).title).toContain('The new profile');
  expect(await allSteps(await ask('it says 0xC004F074', '3'))).toContain('kms2.contoso.com');
  // A button of the time before leads on by what is known now.
  const { card } = await house.bot.onPress(press(payloadOf(before, 'language')));
  expect(card?.title).toContain('缺少新的配置文件');
});

it('finds by its symptoms what has been added', async () => {
  const { search } = createSymptomSearch(live.knowledge);
  expect(search('gadget blinks purple')).toEqual([]);
  const symptoms = { en: ['the gadget blinks purple'], 'zh-CN': ['设备闪紫光'] };
  writeInto(directory, 'codes/own.json', [entry({ symptoms })]);
  await comeToRest();
  expect(search('gadget blinks purple')[0]?.code).toBe('0xA0070001');
});

it('forgets a code that has been taken out', async () => {
  writeInto(directory, 'codes/own.json', []);
  await comeToRest();
  expect(await house.bot.onMessage(post('0xA0070001', { door: 'dm' }))).toMatchObject({ reply: { kind: 'unknown' } });
});

it('stays with what it knew when a change is broken, and says what is wrong', async () => {
  writeInto(directory, 'codes/own.json', [entry({ title: both('New', '新的'), scope: 'ours' })]);
  writeInto(directory, 'organization.json', '{');
  await comeToRest();
  await comeToRest();
  expect((await ask('the VPN says 0xA0070001', '1')).title).toContain('The profile is missing');
  expect(await allSteps(await ask('it says 0xC004F074', '2'))).toContain('kms.contoso.com');
  expect(log).toHaveLength(1);
  expect(log[0]).toContain(`${directory}/codes/own.json:5:5: [0].scope: Invalid option`);
  expect(log[0]).toContain(`${directory}/organization.json:1:2: the file is not JSON`);
});

it('shows beside the call for help what the organization says of itself', async () => {
  const reply = await ask('it says 0xC004F074', '1');
  const { aside } = await house.bot.onPress(press(payloadOf(reply, 'get-help')));
  expect(aside?.kind).toBe('help-sheet');
  expect(aside?.summary).toContain('Contoso IT\n- Phone: 555-0100');
  expect(JSON.stringify(aside?.sections)).toContain('https://intranet.contoso.com/status');
  expect(reply.summary).not.toContain('555-0100');
});

it('leads a hand-off to the channel that the organization has named for the code', async () => {
  await house.close();
  house = await openHouse({ live: live.knowledge, triage: 'C0DEFAULT' });
  for (const [text, message] of [
    ['the VPN says 0xA0070001', '1'],
    ['it says 0xC004F074', '2'],
  ] as const) {
    const reply = await ask(text, message);
    const { form } = await house.bot.onPress(press(payloadOf(reply, 'get-help')));
    expect(JSON.stringify(form?.sections)).toContain('555-0100');
    const { payload: _none, ...from } = press(undefined);
    await house.bot.onSubmit({ ...from, token: JSON.parse(JSON.stringify(form?.token)), values: {} });
  }
  await house.settled();
  const triage = house.shown.filter(({ reply }) => reply.kind === 'triage');
  expect(triage.map(({ place }) => place)).toEqual(['C0NETWORK', 'C0DEFAULT']);
});
