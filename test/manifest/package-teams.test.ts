/** `npm run package:teams`, run as a process: what it writes, and what it says when it cannot. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';

const ROOT = path.join(__dirname, '../..');
const BOT_ID = '6a1f3c9e-0000-4000-8000-00000000000b';
const SETTINGS = {
  MICROSOFT_APP_ID: BOT_ID,
  TEAMS_WEBSITE_URL: 'https://hexfix.example',
  TEAMS_PRIVACY_URL: 'https://hexfix.example/privacy?for="teams"',
  TEAMS_TERMS_URL: 'https://hexfix.example/terms',
};

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'hexfix-package-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** In a folder without a `.env`, with no settings but these. */
function run(settings: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const script = path.join(ROOT, 'scripts/package-teams.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    ...{ cwd: folder, encoding: 'utf8' },
    env: { PATH: process.env.PATH, ...settings },
  });
  return { status, stdout, stderr };
}

function unzip(name: string): Record<string, Uint8Array> {
  return unzipSync(readFileSync(path.join(folder, 'out', `hexfix-teams-${name}.zip`)));
}

const readJson = (bytes: Uint8Array = new Uint8Array()) => JSON.parse(strFromU8(bytes));

test('writes both packages, with everything filled in and valid in Microsoft’s schema', async () => {
  const { findSchemaFaults } = await import('../../scripts/teams-schema.mjs');
  expect(run(SETTINGS, '--out', 'out')).toMatchObject({ status: 0, stderr: '' });
  expect(readdirSync(path.join(folder, 'out')).sort()).toEqual([
    'hexfix-teams-listening.zip',
    'hexfix-teams-mention-only.zip',
  ]);
  for (const name of ['mention-only', 'listening']) {
    const files = unzip(name);
    expect(Object.keys(files)).toEqual(['color.png', 'manifest.json', 'outline.png', 'zh-cn.json']);
    expect(strFromU8(files['manifest.json'] ?? new Uint8Array())).not.toContain('${{');
    const manifest = readJson(files['manifest.json']);
    expect(await findSchemaFaults(manifest)).toEqual([]);
    expect(await findSchemaFaults(readJson(files['zh-cn.json']))).toEqual([]);
    expect(manifest).toMatchObject({
      id: BOT_ID,
      bots: [{ botId: BOT_ID }],
      developer: { privacyUrl: SETTINGS.TEAMS_PRIVACY_URL },
    });
    const icon = readFileSync(path.join(ROOT, 'manifest/teams', name, 'color.png'));
    expect(Buffer.from(files['color.png'] ?? []).equals(icon)).toBe(true);
  }
});

test('writes the same bytes again, in any time zone', () => {
  const bytes = ['Asia/Shanghai', 'America/Los_Angeles'].map((zone) => {
    expect(run({ ...SETTINGS, TZ: zone }, '--out', 'out').status).toBe(0);
    return readFileSync(path.join(folder, 'out/hexfix-teams-listening.zip'));
  });
  expect(bytes[0]?.equals(bytes[1] ?? Buffer.alloc(0))).toBe(true);
});

test('gives the app an id of its own where there is one', () => {
  const own = '6a1f3c9e-0000-4000-8000-00000000000a';
  run({ ...SETTINGS, TEAMS_APP_ID: own }, '--out', 'out');
  expect(readJson(unzip('listening')['manifest.json'])).toMatchObject({ id: own, webApplicationInfo: { id: BOT_ID } });
});

test('names everything that is missing at once, with the reason and what to do, and writes nothing', () => {
  const { status, stderr } = run({ TEAMS_TERMS_URL: ' ' }, '--out', 'out');
  expect(status).toBe(78);
  const names = [...stderr.matchAll(/^(\w+) is not set\.\n {2}why {2}\S.*\n {2}fix {2}\S/gm)].map(([, name]) => name);
  expect(names).toEqual(['MICROSOFT_APP_ID', 'TEAMS_WEBSITE_URL', 'TEAMS_PRIVACY_URL', 'TEAMS_TERMS_URL']);
  expect(readdirSync(folder)).toEqual([]);
});

test.each([
  ['MICROSOFT_APP_ID', 'hexfix'],
  ['TEAMS_APP_ID', 'hexfix'],
  ['TEAMS_PRIVACY_URL', 'http://hexfix.example/privacy'],
])('refuses %s with the value %s, without repeating it', (name, value) => {
  const { status, stderr } = run({ ...SETTINGS, [name]: value }, '--out', 'out');
  expect(status).toBe(78);
  expect(stderr).toMatch(new RegExp(`^${name} has a value that cannot be used\\.\n`));
  expect(stderr).not.toContain(value);
});

test('refuses an option that it does not know', () => {
  expect(run(SETTINGS, '--output', 'out')).toMatchObject({ status: 2, stderr: expect.stringContaining('Usage:') });
});
