/** The Teams app package against Microsoft's schema, and against what the code does with what it declares. */

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { AppManifestUtils } from '@microsoft/app-manifest';
import packageJson from '../../package.json';
import type { Bot } from '../../src/bot';
import { LOCALES } from '../../src/i18n/locale';
import { createRealBot } from '../contract/real-bot';

const FOLDER = path.join(__dirname, '../../manifest/teams/mention-only');
const SCHEMAS = path.join(path.dirname(require.resolve('@microsoft/app-manifest')), 'json-schemas/teams');
const FILLED_IN: Readonly<Record<string, string>> = {
  TEAMS_APP_ID: '6a1f3c9e-0000-4000-8000-00000000000a',
  BOT_ID: '6a1f3c9e-0000-4000-8000-00000000000b',
  WEBSITE_URL: 'https://hexfix.example',
  PRIVACY_URL: 'https://hexfix.example/privacy',
  TERMS_OF_USE_URL: 'https://hexfix.example/terms',
};

const manifest = JSON.parse(
  readText('manifest.json').replaceAll(/\$\{\{(\w+)\}\}/g, (_all, name) => FILLED_IN[name] ?? ''),
);
const chinese: Readonly<Record<string, string>> = JSON.parse(readText('zh-cn.json'));
const [teamsBot] = manifest.bots;
const commands: readonly { title: string; description: string }[] = teamsBot.commandLists[0].commands;

function readText(file: string): string {
  return readFileSync(path.join(FOLDER, file), 'utf8');
}

function schema(version: string, name: string) {
  // The published patterns are not for JavaScript in all places: \a for the bell character, a bracket not escaped.
  const text = readFileSync(path.join(SCHEMAS, `v${version}`, `${name}.schema.json`), 'utf8');
  return JSON.parse(text.replaceAll('\\\\a', '\\\\x07').replaceAll('\\\\b]', '\\\\b\\\\]'));
}

describe('the manifest', () => {
  test('is valid in Microsoft’s schema, and would not be without its bot id', async () => {
    const official = schema(manifest.manifestVersion, 'MicrosoftTeams');
    expect(await AppManifestUtils.validateAgainstSchema(manifest, official)).toEqual([]);
    const spoiled = { ...manifest, bots: [{ ...teamsBot, botId: '' }] };
    expect(await AppManifestUtils.validateAgainstSchema(spoiled, official)).not.toEqual([]);
  });

  test('has the version of the product', () => {
    expect(manifest.version).toBe(packageJson.version);
  });

  test('asks for no more than messages that address the bot', () => {
    expect(teamsBot.scopes).toEqual(['personal', 'team', 'groupChat']);
    expect(teamsBot.supportsFiles).toBe(true);
    expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['authorization']));
    expect(manifest).not.toHaveProperty('webApplicationInfo');
    expect(manifest).not.toHaveProperty('composeExtensions');
    expect(manifest.validDomains).toEqual([]);
  });

  test('has nothing left to fill in but what its README names', () => {
    const readme = readFileSync(path.join(FOLDER, '../README.md'), 'utf8');
    expect(readme).toContain('TEAMS_APP_ID');
    expect(readme).toContain('BOT_ID');
    const names = [...readText('manifest.json').matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name]) => name);
    expect(names.sort()).toEqual(Object.keys(FILLED_IN).sort());
  });
});

describe('the Chinese strings', () => {
  test('are valid in Microsoft’s schema', async () => {
    const official = schema(manifest.manifestVersion, 'MicrosoftTeams.Localization');
    // Its type speaks of manifests only; the check itself is of any JSON.
    const check = AppManifestUtils.validateAgainstSchema as (value: unknown, schema: unknown) => Promise<string[]>;
    expect(await check(chinese, official)).toEqual([]);
    expect(await check({ ...chinese, 'name.long': 'Hexfix' }, official)).not.toEqual([]);
  });

  test('cover every name, description and command', () => {
    const perCommand = commands.flatMap((_command, index) =>
      ['title', 'description'].map((part) => `bots[0].commandLists[0].commands[${index}].${part}`),
    );
    const wanted = ['name.short', 'name.full', 'description.short', 'description.full', ...perCommand];
    expect(
      Object.keys(chinese)
        .filter((key) => key !== '$schema')
        .sort(),
    ).toEqual(wanted.sort());
  });

  test('stand for every language of the bot but the manifest’s own', () => {
    const tags = manifest.localizationInfo.additionalLanguages.map(
      ({ languageTag }: { languageTag: string }) => languageTag,
    );
    const all = [manifest.localizationInfo.defaultLanguageTag, ...tags];
    expect(all.sort()).toEqual(LOCALES.map((locale) => locale.toLowerCase()).sort());
  });
});

describe('a command', () => {
  let bot: Bot;
  let close: () => Promise<void>;
  beforeAll(async () => {
    ({ bot, close } = await createRealBot());
  });
  afterAll(() => close());

  const titles = [
    ...commands.map(
      ({ title }, index) => [title, 'en-US', ['help', 'found', 'found'][index], ['en', 'en', 'zh-CN'][index]] as const,
    ),
    ...commands.map(
      (_command, index) =>
        [
          chinese[`bots[0].commandLists[0].commands[${index}].title`] ?? '',
          'zh-CN',
          ['help', 'found', 'found'][index],
          ['zh-CN', 'zh-CN', 'en'][index],
        ] as const,
    ),
  ];

  test.each(titles)(
    '"%s" from a client in %s is answered with "%s" in %s',
    async (text, platformLocale, kind, locale) => {
      const inbound = {
        platform: 'teams',
        door: 'dm',
        tenant: 't',
        conversation: 'c',
        place: '',
        person: 'p',
      } as const;
      const answer = await bot.onMessage({ ...inbound, message: `${platformLocale} ${text}`, text, platformLocale });
      expect(answer?.reply).toMatchObject({ kind, locale });
    },
  );
});

describe('the icons', () => {
  /** Width, height and the RGBA bytes of a PNG whose rows are not filtered. */
  function readPng(file: string): { width: number; height: number; pixels: number[][] } {
    const bytes = readFileSync(path.join(FOLDER, file));
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
    expect(readPng(manifest.icons.color)).toMatchObject({ width: 192, height: 192 });
    expect(readPng(manifest.icons.outline)).toMatchObject({ width: 32, height: 32 });
  });

  test('fill the color icon to its edges', () => {
    expect(readPng(manifest.icons.color).pixels.every(([, , , alpha]) => alpha === 255)).toBe(true);
  });

  test('draw the outline in white on nothing', () => {
    const { pixels } = readPng(manifest.icons.outline);
    expect(pixels.every(([red, green, blue]) => red === 255 && green === 255 && blue === 255)).toBe(true);
    const alphas = pixels.map(([, , , alpha]) => alpha);
    expect(alphas[0]).toBe(0);
    expect(alphas).toContain(255);
  });
});
