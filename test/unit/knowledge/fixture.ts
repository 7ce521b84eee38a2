/** A small, sound knowledge folder on disk that a test may spoil in one place. */

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

type Json = Record<string, unknown>;

const both = (en: string, chinese: string) => ({ en, 'zh-CN': chinese });

/** An entry without a finding, in the schema's key order. */
export function soundEntry(changes: Json = {}): Json {
  return {
    code: '0xC004F038',
    symbol: 'SL_E_VL_NOT_ENOUGH_COUNT',
    scope: 'activation',
    role: 'cause',
    methods: ['kms-client'],
    title: both('KMS count too low', 'KMS 计数过低'),
    message: both('The count reported by your KMS is insufficient.', '你的密钥管理服务(KMS)报告的计数不足。'),
    messageOrigin: both('windows', 'documentation'),
    aliases: { en: [], 'zh-CN': [] },
    causes: [
      {
        text: both('Fewer than 25 clients have asked the KMS host.', '向 KMS 主机请求激活的客户端少于 25 台。'),
        confidence: 'documented',
        sources: ['guide'],
      },
    ],
    steps: [
      {
        id: 'read-count',
        text: both('Read the current count on the KMS host.', '在 KMS 主机上查看当前计数。'),
        command: 'cscript //nologo %windir%\\system32\\slmgr.vbs /dli',
        runsOn: 'kms-host',
        runsAs: 'user',
        destructive: false,
        confidence: 'documented',
        sources: ['guide'],
      },
    ],
    warnings: [],
    related: [],
    procedures: ['count'],
    sources: ['guide'],
    ...changes,
  };
}

/** A procedure without a finding: one step, two outcomes. */
export function soundProcedure(changes: Json = {}): Json {
  return {
    id: 'count',
    title: both('KMS count', 'KMS 计数'),
    start: 'read',
    steps: {
      read: {
        ask: both('What is the current count?', '当前计数是多少？'),
        runsOn: 'kms-host',
        runsAs: 'user',
        destructive: false,
        answers: [
          { id: 'enough', label: both('25 or more', '25 或更多'), next: 'activate' },
          { id: 'few', label: both('Fewer than 25', '少于 25'), next: 'more-clients' },
        ],
        confidence: 'documented',
        sources: ['guide'],
      },
    },
    outcomes: {
      activate: { kind: 'solved', text: both('Activate the client.', '激活客户端。') },
      'more-clients': { kind: 'hand-off', text: both('Add clients.', '增加客户端。') },
    },
    sources: ['guide'],
    ...changes,
  };
}

export function soundFiles(): Record<string, unknown> {
  return {
    'sources/guides.json': {
      guide: {
        title: both('Activation guide', '激活指南'),
        url: 'https://learn.microsoft.com/windows-server/get-started/activation-error-codes',
        date: '2025-01-15',
        lists: ['0xC004F038'],
      },
    },
    'components.json': {
      components: [
        {
          id: 'win32',
          from: '0x80070000',
          to: '0x8007FFFF',
          name: both('Windows', 'Windows'),
          hint: both('A system call failed.', '系统调用失败。'),
          confidence: 'documented',
        },
        {
          id: 'dns',
          from: '0x80072328',
          to: '0x8007270F',
          name: both('DNS', 'DNS'),
          hint: both('A DNS query failed.', 'DNS 查询失败。'),
          confidence: 'documented',
        },
      ],
    },
    'codes/0xC004F038.json': soundEntry(),
    'procedures/count.json': soundProcedure(),
  };
}

const made: string[] = [];

/** Writes a knowledge folder and returns its path. A string is written as it is, `undefined` leaves the file out. */
export function writeKnowledge(changes: Record<string, unknown> = {}): string {
  const directory = mkdtempSync(join(tmpdir(), 'hexfix-knowledge-'));
  made.push(directory);
  for (const [path, content] of Object.entries({ ...soundFiles(), ...changes })) {
    if (content === undefined) continue;
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
  }
  return directory;
}

export function readKnowledge(directory: string, path: string): unknown {
  return JSON.parse(readFileSync(join(directory, path), 'utf8'));
}

/** For `afterAll`: removes every folder that was written. */
export function removeKnowledge(): void {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
}
