/** An organization's own knowledge in the terminal. */

import { EXAMPLE, entry, removeOverlays, writeOverlay } from '../overlay/fixture';
import { jsonLines, run } from './terminal';

// Every card of ours that shows something of the organization is drawn.
jest.setTimeout(60_000);
afterAll(removeOverlays);

const own = () => writeOverlay({ 'codes/a.json': entry() });
const broken = () => writeOverlay({ 'codes/a.json': entry({ scope: 'ours' }) });

describe('with --overlay', () => {
  it('explain shows the organization’s KMS host, lines and links', async () => {
    const { out } = await run(['explain', '0xC004F074', '--all', '--overlay', EXAMPLE]);
    expect(out).toContain('/skms kms.contoso.com:1688');
    expect((await run(['explain', '0xC004F074', '--overlay', EXAMPLE])).out).toContain(
      'https://intranet.contoso.com/it/activation',
    );
  });

  it('ask, search and batch know its codes', async () => {
    const directory = own();
    expect((await run(['ask', 'the VPN says 0xA0070001', '--overlay', directory])).out).toContain(
      'The profile is missing',
    );
    expect((await run(['search', 'profile missing', '--json', '--overlay', directory])).out).toContain('0xA0070001');
    const batch = await run(['batch', '--overlay', directory], { input: ['{"id":1,"text":"0xA0070001"}\n'] });
    expect(jsonLines(batch.out)).toMatchObject([{ lead: '0xA0070001', codes: [{ as: 'known' }] }]);
  });

  it('says what is wrong with a broken one, and answers nothing', async () => {
    const directory = broken();
    const { exitCode, out, err } = await run(['explain', '0xC004F074', '--overlay', directory]);
    expect([exitCode, out]).toEqual([2, '']);
    expect(err).toContain(`${directory}/codes/a.json:4:3: scope: Invalid option`);
    expect(err).toMatch(/\n {2}why {2}.*\n {2}fix {2}/);
  });
});

it('takes the folder that the settings name, and the one of the command before it', async () => {
  const directory = own();
  const asked = ['explain', '0xA0070001', '--json'];
  expect(JSON.parse((await run(asked)).out)).toMatchObject({ kind: 'unknown' });
  expect(JSON.parse((await run(asked, { overlayDir: directory })).out)).toMatchObject({ kind: 'found' });
  expect((await run([...asked, '--overlay', directory], { overlayDir: broken() })).exitCode).toBe(0);
});

describe('lint --overlay', () => {
  it('finds nothing in the example', async () => {
    expect(await run(['lint', '--overlay', EXAMPLE])).toMatchObject({ exitCode: 0, out: 'No findings.\n' });
  });

  it('prints every fault with file, line and column', async () => {
    const directory = broken();
    const { exitCode, out } = await run(['lint', '--overlay', directory]);
    expect(exitCode).toBe(1);
    expect(out).toMatch(/codes\/a\.json:4:3: scope: .*\n {2}why {2}.*\n {2}fix {2}.*\n1 finding\.\n$/);
    const { findings } = JSON.parse((await run(['lint', '--json', '--overlay', directory])).out);
    expect(findings).toMatchObject([{ what: expect.stringContaining('codes/a.json:4:3') }]);
  });

  it('leaves the settings’ folder alone: it checks ours unless it is told otherwise', async () => {
    expect((await run(['lint'], { overlayDir: broken() })).out).not.toContain('codes/a.json');
  });
});
