import { routeFor } from '../../../src/bot/routing';
import type { CaseHead } from '../../../src/cases/case';
import { toErrorCode } from '../../../src/code/error-code';
import { createKnowledgeBase, loadKnowledgeParts } from '../../../src/knowledge/load';
import { organizationSchema } from '../../../src/knowledge/overlay/organization';
import type { Settings, StoredLevel } from '../../../src/settings/settings';
import { answered, type House, knowledge, openHouse, payloadOf, press } from './harness';

const UPDATES = [{ families: ['update' as const], channel: 'CUPDATES' }];
const ACTIVATION = [{ families: ['activation' as const], channel: 'CACTIVATION' }];
const HEAD: CaseHead = {
  ...{ id: 'AAAAAAAAAAAAAAAAAAAAAA', platform: 'slack', tenant: 'T1', conversation: 'C1', channel: 'C1', place: 'C1' },
  ...{ shared: true, asker: 'U1', locale: 'en', codes: [toErrorCode(0xc004f074)], activation: false, openedAtMs: 0 },
};
const UPDATE = { ...HEAD, codes: [toErrorCode(0x80240034)] };
const organization = organizationSchema.parse({
  name: { en: 'Contoso', 'zh-CN': 'Contoso' },
  triage: [{ codes: ['0xC004*'], slack: 'COVERLAY' }],
});
const overlay = createKnowledgeBase({ ...loadKnowledgeParts(), organization });

let house: House;
beforeEach(async () => {
  house = await openHouse({ triage: 'CONFIGURED' });
});
afterEach(() => house.close());

const RULES: readonly (readonly [string, readonly [StoredLevel, Settings][], CaseHead, string | undefined])[] = [
  ['the overlay’s route, where nothing is set', [], HEAD, 'COVERLAY'],
  ['the configuration, where no route fits either', [], UPDATE, undefined],
  ['the organization’s channel before the overlay', [['tenant', { triage: 'CTENANT' }]], HEAD, 'CTENANT'],
  ['the organization’s route of the family', [['tenant', { triage: 'CTENANT', routes: UPDATES }]], UPDATE, 'CUPDATES'],
  ['its channel for all other families', [['tenant', { triage: 'CTENANT', routes: UPDATES }]], HEAD, 'CTENANT'],
  ['activation by its entries', [['tenant', { routes: ACTIVATION }]], HEAD, 'CACTIVATION'],
  [
    'the channel’s own before a route of the organization',
    [
      ['tenant', { routes: ACTIVATION }],
      ['channel', { triage: 'COWN' }],
    ],
    HEAD,
    'COWN',
  ],
  ['nothing of another channel', [['channel', { triage: 'COWN' }]], { ...HEAD, channel: 'C2' }, 'COVERLAY'],
  ['nothing of a person', [['person', { triage: 'COWN' }]], HEAD, 'COVERLAY'],
  ['nothing of another organization', [['tenant', { triage: 'CTENANT' }]], { ...HEAD, tenant: 'T2' }, 'COVERLAY'],
];

it.each(RULES)('follows %s', async (_what, settings, head, channel) => {
  for (const [level, change] of settings) await house.set(level, change);
  expect((await routeFor(head, { store: house.store, knowledge: overlay }))?.slack).toBe(channel);
});

it('names a channel of Teams in its tenant', async () => {
  await house.set('tenant', { triage: '19:abc@thread.tacv2' });
  const route = await routeFor(HEAD, { store: house.store, knowledge });
  expect(route).toEqual({ teams: { channel: '19:abc@thread.tacv2', tenant: 'T1' } });
});

it('sends a request there, from a private answer too', async () => {
  await house.set('channel', { triage: 'COWN', privacy: 'private' });
  await answered(house, 'it says 0xC004F074', { channel: 'C1', door: 'command' });
  const answer = await house.bot.onMessage({
    ...{ platform: 'slack', door: 'command', tenant: 'T1', conversation: 'C1', channel: 'C1', place: 'C1' },
    ...{ message: '2', person: 'U1', text: '0xC004F074' },
  });
  const { form } = await house.bot.onPress(press(payloadOf(answer?.reply, 'get-help')));
  const { payload, ...from } = press(JSON.parse(JSON.stringify(form?.token)), {
    conversation: 'dm:U1',
    place: 'dm:U1',
  });
  await house.bot.onSubmit({ ...from, token: payload, values: {} });
  await house.settled();
  expect(house.shown.map(({ place }) => place)).toEqual(['COWN']);
});
