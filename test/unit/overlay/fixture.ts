/** The folder of an overlay that a test may write to, change and spoil. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FaultError } from '../../../src/errors';
import { loadOverlay, loadOverlayBase, type Overlaid } from '../../../src/overlay/load-overlay';

export const EXAMPLE = join(__dirname, '..', '..', '..', 'examples', 'overlay');
export const base = loadOverlayBase();

export const both = (en: string, chinese: string = en) => ({ en, 'zh-CN': chinese });

type Json = Record<string, unknown>;

/** An organization that has a KMS host and one line for those who need help. */
export function organization(changes: Json = {}): Json {
  return {
    name: both('Contoso IT', 'Contoso IT 部门'),
    kmsHosts: [{ host: 'kms.contoso.com', port: 1688 }],
    linkHosts: ['intranet.contoso.com'],
    ...changes,
  };
}

/** A short entry of the organization's own. */
export function entry(changes: Json = {}): Json {
  return {
    code: '0xA0070001',
    symbol: null,
    scope: 'windows',
    area: 'network',
    role: 'cause',
    methods: [],
    title: both('The profile is missing', '缺少配置文件'),
    message: {},
    messageOrigin: {},
    aliases: { en: [], 'zh-CN': [] },
    causes: [
      { text: both('Nobody has installed it.', '没有人安装它。'), confidence: 'documented', sources: ['own-guide'] },
    ],
    steps: [step()],
    warnings: [],
    related: [],
    procedures: [],
    sources: ['own-guide'],
    ...changes,
  };
}

export function step(changes: Json = {}): Json {
  return {
    id: 'install',
    text: both('Install the profile.', '安装配置文件。'),
    runsOn: 'client',
    runsAs: 'user',
    destructive: false,
    confidence: 'documented',
    sources: ['own-guide'],
    ...changes,
  };
}

export const SOURCES = { 'own-guide': { title: both('Guide', '指南'), url: null, date: '2026-09-01' } };

const made: string[] = [];

/** Writes an overlay and returns its folder. A string or bytes are written as they are, the rest as JSON. */
export function writeOverlay(files: Json = {}): string {
  const directory = mkdtempSync(join(tmpdir(), 'hexfix-overlay-'));
  made.push(directory);
  for (const [path, content] of Object.entries({ 'sources.json': SOURCES, ...files })) {
    if (content !== undefined) writeInto(directory, path, content);
  }
  return directory;
}

export function writeInto(directory: string, path: string, content: unknown): void {
  const file = join(directory, path);
  mkdirSync(dirname(file), { recursive: true });
  const isRaw = typeof content === 'string' || Buffer.isBuffer(content);
  writeFileSync(file, isRaw ? content : JSON.stringify(content, null, 2));
}

/** For `afterAll`. */
export function removeOverlays(): void {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
}

export function load(files: Json): Promise<Overlaid> {
  return loadOverlay(writeOverlay(files), base);
}

/** What is said of an overlay that is refused, each fault without the folder before it. Fails when it is taken. */
export async function faultsOf(files: Json): Promise<string[]> {
  const directory = writeOverlay(files);
  try {
    await loadOverlay(directory, base);
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    expect(error.exitCode).toBe(78);
    return error.faults.map(({ what }) => what.replace(`${directory}/`, ''));
  }
  throw new Error('the overlay was taken');
}
