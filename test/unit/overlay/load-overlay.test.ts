import { toErrorCode } from '../../../src/code/error-code';
import { loadOverlay } from '../../../src/overlay/load-overlay';
import { base, both, EXAMPLE, entry, faultsOf, load, organization, removeOverlays, SOURCES, step } from './fixture';

// Every card of ours that shows something of the organization is drawn.
jest.setTimeout(60_000);
afterAll(removeOverlays);

const OWN = toErrorCode(0xa007_0001);
const NO_KMS = toErrorCode(0x8007_232b);
const KMS_HOST = toErrorCode(0xc004_f074);

describe('an overlay', () => {
  it('that is the example of the documentation is taken', async () => {
    const { knowledge } = await loadOverlay(EXAMPLE, base);
    expect(knowledge.find(OWN)?.title.en).toBe('The VPN profile is missing');
    expect(knowledge.find(NO_KMS)?.title.en).toBe('DNS does not know our KMS host');
    expect(knowledge.procedures.get('contoso-vpn')?.start).toBe('portal');
    expect(knowledge.source('contoso-vpn-guide').url).toBe('https://intranet.contoso.com/it/vpn');
    expect(knowledge.organization?.name.en).toBe('Contoso IT');
  });

  it('may be empty', async () => {
    const { knowledge } = await load({ 'sources.json': undefined });
    expect(knowledge.entries.size).toBe(base.parts.entries.length);
  });

  it('leaves the knowledge that it is laid over as it was', async () => {
    const before = JSON.stringify(base.parts.entries);
    await load({
      'organization.json': organization(),
      'codes/a.json': { code: NO_KMS, override: { title: both('New', '新') } },
    });
    expect(JSON.stringify(base.parts.entries)).toBe(before);
  });

  it('puts its KMS host and port into our commands and sentences', async () => {
    const kmsHosts = [{ host: 'kms.contoso.com', port: 2688 }, { host: 'other.contoso.com' }];
    const { knowledge } = await load({ 'organization.json': organization({ kmsHosts }) });
    const commands = knowledge.find(KMS_HOST)?.steps.flatMap(({ command = '' }) => command.split('\n')) ?? [];
    expect(commands).toContain('cscript //nologo %windir%\\system32\\slmgr.vbs /skms kms.contoso.com:2688');
    expect(commands).toContain('Test-NetConnection -ComputerName kms.contoso.com -Port 2688');
    const everything = [...knowledge.entries.values(), ...knowledge.procedures.values()];
    expect(JSON.stringify(everything)).not.toContain('<kms_host>');
  });

  it('changes the keys of an entry that it names, and no others', async () => {
    const steps = [step({ command: 'slmgr /skms <kms_host>:1688' })];
    const ours = base.parts.entries.find(({ code }) => code === NO_KMS);
    const override = { steps, sources: [...(ours?.sources ?? []), 'own-guide'] };
    const { knowledge } = await load({
      'organization.json': organization(),
      'codes/any-name.json': [{ code: NO_KMS, override }],
    });
    const theirs = knowledge.find(NO_KMS);
    expect(theirs?.steps.map(({ command }) => command)).toEqual(['slmgr /skms kms.contoso.com:1688']);
    expect(theirs?.causes).toEqual(ours?.causes);
    expect(theirs?.twins).toEqual(ours?.twins);
  });

  it('may take the place of an entry and of a procedure of ours', async () => {
    const procedure = base.parts.procedures.find(({ id }) => id === 'dns');
    const { knowledge } = await load({
      'codes/a.json': entry({ code: '0x8A150109' }),
      'procedures/a.json': { ...procedure, title: both('Our DNS', '我们的 DNS') },
    });
    expect(knowledge.find(toErrorCode(0x8a15_0109))?.title.en).toBe('The profile is missing');
    expect(knowledge.procedures.get('dns')?.title.en).toBe('Our DNS');
  });
});

describe('an overlay is refused whole, and each fault is told at its line,', () => {
  it.each<[string, Record<string, unknown>, RegExp]>([
    ['for its syntax', { 'codes/a.json': '{\n  "code": "0xA0070001",\n}' }, /^codes\/a\.json:3:1: .*not JSON/],
    [
      'for a key that stands twice',
      { 'codes/a.json': '{ "code": 1,\n "code": 2 }' },
      /^codes\/a\.json:2:2: the key "code"/,
    ],
    ['for its schema', { 'codes/a.json': entry({ scope: 'ours' }) }, /^codes\/a\.json:4:3: scope: Invalid option/],
    [
      'for a key that nobody reads',
      { 'codes/a.json': entry({ tilte: 1 }) },
      /^codes\/a\.json:1:1: Unrecognized key: "tilte"/,
    ],
    [
      'for a language that is missing',
      { 'codes/a.json': entry({ title: { en: 'Only English' } }) },
      /^codes\/a\.json:8:3: title\.zh-CN: /,
    ],
    [
      'for a number that one language lacks',
      { 'codes/a.json': entry({ title: both('Error 25', '错误') }) },
      /^codes\/a\.json:8:3: title: .*25/,
    ],
    [
      'for a procedure that does not exist',
      { 'codes/a.json': [entry(), entry({ code: '0xA0070002', procedures: ['nowhere'] })] },
      /^codes\/a\.json:\d+:5: \[1\]\.procedures: procedures names the procedure "nowhere"/,
    ],
    [
      'for a source that does not exist',
      { 'codes/a.json': entry({ sources: ['own-guide', 'nothing'] }) },
      /^codes\/a\.json:\d+:3: sources: sources cites "nothing"/,
    ],
    [
      'for a code that nobody explains',
      { 'codes/a.json': entry({ title: both('As 0xDEADBEEF', '同 0xDEADBEEF') }) },
      /^codes\/a\.json:8:3: title: .*0xDEADBEEF, which has no entry/,
    ],
    [
      'for a step that leads nowhere',
      { 'procedures/a.json': { ...base.parts.procedures[0], start: 'nowhere' } },
      /^procedures\/a\.json:\d+:3: start: start leads to "nowhere"/,
    ],
    [
      'for an option that slmgr does not have',
      { 'codes/a.json': entry({ steps: [step({ command: 'slmgr /skm kms.contoso.com' })] }) },
      /^codes\/a\.json:\d+:5: steps\.install: .*option \/skm/,
    ],
    [
      'for an activator',
      { 'codes/a.json': entry({ title: both('Run KMSpico', '运行 KMSpico') }) },
      /^codes\/a\.json:\d+:5: title\.en: .*names KMSpico/,
    ],
    [
      'for a KMS host of strangers',
      { 'codes/a.json': entry({ steps: [step({ command: 'slmgr /skms kms.example.org' })] }) },
      /names kms\.example\.org/,
    ],
    [
      'for a code that it has twice',
      { 'codes/a.json': entry(), 'codes/b.json': [entry()] },
      /^codes\/b\.json:3:5: \[0\]\.code: 0xA0070001 stands in codes\/a\.json already/,
    ],
    [
      'for a change to an entry that does not exist',
      { 'codes/a.json': { code: '0xA0070001', override: {} } },
      /^codes\/a\.json:2:3: code: Hexfix has no entry for 0xA0070001/,
    ],
    [
      'for a change that makes an entry unsound',
      { 'codes/a.json': { code: NO_KMS, override: { methods: [] } } },
      /^codes\/a\.json:4:5: override\.methods: /,
    ],
    [
      'for a change of a wrong shape',
      { 'codes/a.json': { code: NO_KMS, override: { title: 'New' } } },
      /^codes\/a\.json:4:5: override\.title: /,
    ],
    [
      'for a source that is ours',
      { 'sources.json': { [Object.keys(base.parts.sources)[0] ?? '']: SOURCES['own-guide'] } },
      /^sources\.json:2:3: .*: Hexfix has a source/,
    ],
    [
      'for a product key',
      { 'codes/a.json': entry({ steps: [step({ command: 'slmgr /ipk BBBBB-CCCCC-DDDDD-FFFFF-GGGGG' })] }) },
      /^codes\/a\.json:\d+:7: steps\[0\]\.command: the text holds a product key/,
    ],
    [
      'for a host that is no name',
      { 'organization.json': organization({ kmsHosts: [{ host: 'kms contoso' }] }) },
      /^organization\.json:8:7: kmsHosts\[0\]\.host: write a host as its name alone/,
    ],
    [
      'for a route that leads nowhere',
      { 'organization.json': organization({ triage: [{ areas: ['update'] }] }) },
      /triage\[0\]: a route names a channel/,
    ],
    [
      'for the name of a channel',
      { 'organization.json': organization({ triage: [{ areas: ['update'], slack: '#help' }] }) },
      /triage\[0\]\.slack: write the id of a channel/,
    ],
  ])('%s', async (_name, files, expected) => {
    expect(await faultsOf(files)).toContainEqual(expect.stringMatching(expected));
  });

  it('for all of them at once', async () => {
    const faults = await faultsOf({
      'codes/a.json': '{',
      'codes/b.json': entry({ scope: 'ours' }),
      'organization.json': organization({ name: 'Contoso' }),
    });
    const files = faults.map((fault) => fault.split(':', 1)[0]);
    expect(new Set(files)).toEqual(new Set(['codes/a.json', 'codes/b.json', 'organization.json']));
  });

  it('as long as they can be read', async () => {
    const wrong = Array.from({ length: 150 }, (_, index) =>
      entry({ code: `0xA0071${String(index).padStart(3, '0')}`, scope: 'ours' }),
    );
    const faults = await faultsOf({ 'codes/a.json': wrong });
    expect(faults).toHaveLength(101);
    expect(faults.at(-1)).toMatch(/^There are \d+ faults more\.$/);
  });

  it('without the product key in what is told', async () => {
    const key = 'BBBBB-CCCCC-DDDDD-FFFFF-GGGGG';
    const faults = await faultsOf({ 'codes/a.json': entry({ title: both(key) }) });
    expect(faults.join('\n')).not.toContain('CCCCC');
  });
});

describe('a card that would not fit', () => {
  it('is refused, and says how large it is', async () => {
    const steps = Array.from({ length: 40 }, (_, index) =>
      step({ id: `step-${index}`, text: both('Do it again. '.repeat(20).trim(), '再做一次。'.repeat(20)) }),
    );
    const faults = await faultsOf({ 'codes/a.json': [entry({ steps })] });
    expect(faults).toEqual([
      expect.stringMatching(
        /^codes\/a\.json:2:3: \[0\]: the card of 0xA0070001 \(.*\) is too large for (?:Teams|Slack): \d+ of \d+$/,
      ),
    ]);
  });

  it('is refused for a procedure as well', async () => {
    const { steps, ...rest } = ownProcedure();
    const ask = both('Look here. '.repeat(1_000).trim(), '看这里。'.repeat(1_000));
    const faults = await faultsOf({ 'procedures/a.json': { ...rest, steps: { ask: { ...steps.ask, ask } } } });
    expect(faults[0]).toMatch(/^procedures\/a\.json:1:1: the card of own \(guide ask, en\) is too large for /);
  });

  it('is refused where it is one of ours that shows too much of the organization', async () => {
    const host = `${'k'.repeat(60)}.${'m'.repeat(60)}.${'s'.repeat(60)}.${'c'.repeat(60)}.com`;
    const faults = await faultsOf({ 'organization.json': organization({ kmsHosts: [{ host }] }) });
    expect(faults[0]).toMatch(/^organization\.json:1:1: the card of 0x[0-9A-F]{8} \(.*\) is too large for Slack/);
  });
});

function ownProcedure() {
  return {
    id: 'own',
    title: both('Own', '自己的'),
    start: 'ask',
    steps: {
      ask: {
        ask: both('Does it run?', '它在运行吗？'),
        runsOn: 'client',
        runsAs: 'user',
        destructive: false,
        answers: [{ id: 'yes', label: both('Yes', '是'), next: 'done' }],
        confidence: 'documented',
        sources: ['own-guide'],
      },
    },
    outcomes: { done: { kind: 'solved', text: both('Good.', '好。') } },
    sources: ['own-guide'],
  };
}
