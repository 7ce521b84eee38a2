/** The Teams app packages against Microsoft's schema, and against what the code does with what they declare. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import packageJson from '../../package.json';
import type { Bot } from '../../src/bot';
import { LOCALES } from '../../src/i18n/locale';
import { createRealBot } from '../contract/real-bot';

const FOLDER = path.join(__dirname, '../../manifest/teams');
const FILLED_IN: Readonly<Record<string, string>> = {
  TEAMS_APP_ID: '6a1f3c9e-0000-4000-8000-00000000000a',
  MICROSOFT_APP_ID: '6a1f3c9e-0000-4000-8000-00000000000b',
  TEAMS_WEBSITE_URL: 'https://hexfix.example',
  TEAMS_PRIVACY_URL: 'https://hexfix.example/privacy',
  TEAMS_TERMS_URL: 'https://hexfix.example/terms',
};

interface Command {
  readonly title: string;
  readonly description: string;
  readonly prompt?: string;
}

const manifests = { 'mention-only': readManifest('mention-only'), listening: readManifest('listening') };
const chinese = { 'mention-only': readChinese('mention-only'), listening: readChinese('listening') };
const NAMES = ['mention-only', 'listening'] as const;

function readText(name: string, file: string): string {
  return readFileSync(path.join(FOLDER, name, file), 'utf8');
}

function readManifest(name: string) {
  return JSON.parse(
    readText(name, 'manifest.json').replaceAll(/\$\{\{(\w+)\}\}/g, (_all, variable) => FILLED_IN[variable] ?? ''),
  );
}

function readChinese(name: string): Readonly<Record<string, string>> & { readonly $schema: string } {
  return JSON.parse(readText(name, 'zh-cn.json'));
}

/** Every string that people read, by the path that a file of another language names it by. */
function stringsOf({ name, description, bots, composeExtensions }: (typeof manifests)['listening']) {
  const strings = new Map<string, string>();
  const add = (prefix: string, value: object, parts: readonly string[]) => {
    for (const [part, text] of Object.entries(value)) if (parts.includes(part)) strings.set(`${prefix}.${part}`, text);
  };
  add('name', name, ['short', 'full']);
  add('description', description, ['short', 'full']);
  for (const [list, { commands }] of bots[0].commandLists.entries()) {
    for (const [at, command] of commands.entries())
      add(`bots[0].commandLists[${list}].commands[${at}]`, command, ['title', 'description', 'prompt']);
  }
  for (const [at, command] of composeExtensions[0].commands.entries()) {
    const prefix = `composeExtensions[0].commands[${at}]`;
    add(prefix, command, ['title', 'description']);
    for (const [place, parameter] of (command.parameters ?? []).entries())
      add(`${prefix}.parameters[${place}]`, parameter, ['title', 'description']);
  }
  return strings;
}

describe.each(NAMES)('the package %s', (name) => {
  const manifest = manifests[name];
  const [teamsBot] = manifest.bots;
  const [extension] = manifest.composeExtensions;

  test('is valid in Microsoft’s schema, and would not be without its bot id', async () => {
    const { findSchemaFaults } = await import('../../scripts/teams-schema.mjs');
    expect(await findSchemaFaults(manifest)).toEqual([]);
    expect(await findSchemaFaults({ ...manifest, bots: [{ ...teamsBot, botId: '' }] })).not.toEqual([]);
  });

  test('is valid in Microsoft’s schema in Chinese, and would not be with a string of no use', async () => {
    const { findSchemaFaults } = await import('../../scripts/teams-schema.mjs');
    expect(await findSchemaFaults(chinese[name])).toEqual([]);
    const spoiled: { $schema: string } & Record<string, string> = { ...chinese[name], 'name.long': 'Hexfix' };
    expect(await findSchemaFaults(spoiled)).not.toEqual([]);
  });

  test('has its manifest and its strings in the same version of the schema', () => {
    expect(chinese[name].$schema).toBe(manifest.$schema.replace('.schema.json', '.Localization.schema.json'));
    expect(manifest.$schema).toContain(`/v${manifest.manifestVersion}/`);
  });

  test('has the version of the product', () => {
    expect(manifest.version).toBe(packageJson.version);
  });

  test('holds the files that the manifest names, and no other', () => {
    const languages = manifest.localizationInfo.additionalLanguages.map(({ file }: { file: string }) => file);
    const named = ['manifest.json', manifest.icons.color, manifest.icons.outline, ...languages];
    expect(readdirSync(path.join(FOLDER, name)).sort()).toEqual(named.sort());
  });

  test('has every string in Chinese, and no other', () => {
    const { $schema: _schema, ...strings } = chinese[name];
    expect(Object.keys(strings).sort()).toEqual([...stringsOf(manifest).keys()].sort());
    expect(Object.values(strings).filter((text) => text.trim() === '')).toEqual([]);
  });

  test('stands for every language of the bot', () => {
    const tags = manifest.localizationInfo.additionalLanguages.map(
      ({ languageTag }: { languageTag: string }) => languageTag,
    );
    const all = [manifest.localizationInfo.defaultLanguageTag, ...tags];
    expect(all.sort()).toEqual(LOCALES.map((locale) => locale.toLowerCase()).sort());
  });

  test('is a bot in every place, with files in personal chats, at home in shared and private channels', () => {
    expect(teamsBot.scopes).toEqual(['personal', 'team', 'groupChat']);
    expect(teamsBot.commandLists.flatMap(({ scopes }: { scopes: string[] }) => scopes)).toEqual(teamsBot.scopes);
    expect(teamsBot.supportsFiles).toBe(true);
    expect(manifest.supportsChannelFeatures).toBe('tier1');
    expect(manifest.validDomains).toEqual([]);
  });

  test('declares the doors of the message extension as the adapter knows them', () => {
    const { commands, messageHandlers, botId } = extension;
    expect(botId).toBe(teamsBot.botId);
    expect(commands).toMatchObject([
      { id: 'search', type: 'query', context: ['compose', 'commandBox'], parameters: [{ name: 'query' }] },
      { id: 'explain', type: 'action', context: ['message', 'compose', 'commandBox'], fetchTask: true },
    ]);
    expect(messageHandlers).toEqual([
      {
        type: 'link',
        // Without an installation nobody has agreed that links are looked at.
        value: { domains: ['learn.microsoft.com', 'support.microsoft.com'], supportsAnonymizedPayloads: false },
      },
    ]);
  });

  test('has nothing left to fill in but what the settings name', () => {
    const names = [...readText(name, 'manifest.json').matchAll(/\$\{\{(\w+)\}\}/g)].map(([, variable]) => variable);
    expect([...new Set(names)].sort()).toEqual(Object.keys(FILLED_IN).sort());
    expect(readText(name, 'zh-cn.json')).not.toContain('${{');
  });
});

describe('the two packages', () => {
  const { authorization, webApplicationInfo, description, ...listening } = manifests.listening;
  const { description: _other, ...mentionOnly } = manifests['mention-only'];

  test('differ in what they may read and in what they say of it, and in nothing else', () => {
    expect(listening).toEqual(mentionOnly);
    expect(description.short).toBe(manifests['mention-only'].description.short);
    const { 'description.full': inChinese, ...strings } = chinese.listening;
    const { 'description.full': otherInChinese, ...otherStrings } = chinese['mention-only'];
    expect(strings).toEqual(otherStrings);
    expect(inChinese).not.toBe(otherInChinese);
    expect(description.full).not.toBe(manifests['mention-only'].description.full);
    for (const icon of ['color.png', 'outline.png'])
      expect(readFileSync(path.join(FOLDER, 'listening', icon))).toEqual(
        readFileSync(path.join(FOLDER, 'mention-only', icon)),
      );
  });

  test('one asks for no message that is not addressed to the bot', () => {
    expect(mentionOnly).not.toHaveProperty('authorization');
    expect(mentionOnly).not.toHaveProperty('webApplicationInfo');
  });

  test('the other asks for the messages of the teams and group chats that have it, in the name of the bot’s own app', () => {
    expect(authorization.permissions.resourceSpecific).toEqual([
      { name: 'ChannelMessage.Read.Group', type: 'Application' },
      { name: 'ChatMessage.Read.Chat', type: 'Application' },
    ]);
    expect(webApplicationInfo.id).toBe(listening.bots[0].botId);
    expect(webApplicationInfo.resource).toBe(`api://${webApplicationInfo.id}`);
  });
});

describe('what a command sends', () => {
  let bot: Bot;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ bot, close } = await createRealBot());
  });
  afterAll(() => close());

  const lists: readonly { commands: readonly Command[] }[] = manifests.listening.bots[0].commandLists;
  /** Title and prompt of each command in one language, as a client shows them. */
  const shown = (translate: (key: string, text: string) => string) =>
    lists.flatMap(({ commands }, list) =>
      commands.map(({ title, prompt }, at) => {
        const key = `bots[0].commandLists[${list}].commands[${at}]`;
        return prompt === undefined ? translate(`${key}.title`, title) : translate(`${key}.prompt`, prompt);
      }),
    );
  const cases = [
    ...shown((_key, text) => text).map((text) => [text, 'en-US', 'en'] as const),
    ...shown((key) => chinese.listening[key] ?? '').map((text) => [text, 'zh-CN', 'zh-CN'] as const),
  ].filter(([text], index, all) => all.findIndex(([other]) => other === text) === index);
  const KINDS: Readonly<Record<string, string>> = {
    ...{ help: 'help', settings: 'settings', 'my cases': 'home' },
    ...{ 帮助: 'help', 设置: 'settings', 我的问题: 'home' },
  };

  test.each(cases)('"%s" from a client in %s is answered', async (text, platformLocale, clientLocale) => {
    const who = { platform: 'teams', tenant: 't', conversation: 'c', place: '', person: 'p' } as const;
    const answer = await bot.onMessage({
      ...who,
      door: 'dm',
      message: `${platformLocale} ${text}`,
      text,
      platformLocale,
    });
    // A question is answered in the language that it is written in.
    const isChinese = /\p{Script=Han}/u.test(text);
    const locale = text in KINDS ? clientLocale : isChinese ? 'zh-CN' : 'en';
    expect(answer?.reply).toMatchObject({ kind: KINDS[text] ?? 'found', locale });
  });
});

describe('the icons', () => {
  const { icons } = manifests.listening;

  /** Width, height and the RGBA bytes of a PNG whose rows are not filtered. */
  function readPng(file: string): { width: number; height: number; pixels: number[][] } {
    const bytes = readFileSync(path.join(FOLDER, 'listening', file));
    const data: Buffer[] = [];
    for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
      if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
        data.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
    }
    const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
    const rows = inflateSync(Buffer.concat(data));
    const pixels = Array.from({ length: width * height }, (_none, index) => {
      const start = Math.floor(index / width) * (1 + width * 4) + 1 + (index % width) * 4;
      return [...rows.subarray(start, start + 4)];
    });
    return { width, height, pixels };
  }

  test('have the sizes that Teams asks for', () => {
    expect(readPng(icons.color)).toMatchObject({ width: 192, height: 192 });
    expect(readPng(icons.outline)).toMatchObject({ width: 32, height: 32 });
  });

  test('fill the color icon to its edges', () => {
    expect(readPng(icons.color).pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
  });

  test('draw the outline in white on nothing', () => {
    const { pixels } = readPng(icons.outline);
    expect(pixels.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    const alphas = pixels.map(([, , , alpha]) => alpha);
    expect(alphas[0]).toBe(0);
    expect(alphas).toContain(255);
  });
});
