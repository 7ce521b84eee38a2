/** `settings`: what an organization, its channels and its people have set, and the same changed from the terminal. */

import { personKey } from '../bot/keys';
import { FIELD_OF, isSettingName, readSetting, type SettingName } from '../settings/read';
import { FIELDS_OF, type Settings, settingsSchema } from '../settings/settings';
import { writeSetting } from '../settings/write';
import type { SettingsScope } from '../store/ports';
import type { Arguments } from './arguments';
import type { ExitCode, Io } from './io';
import { type SettingsWords, settingsWords } from './settings-words';
import { UsageError } from './usage-error';

const PLATFORMS = ['slack', 'teams', 'playground'] as const;
type Platform = (typeof PLATFORMS)[number];

const NAMES = Object.keys(FIELD_OF).filter(isSettingName);

/** What somebody says, and whose words it is; without a scope, what holds by default. */
interface Said {
  readonly scope?: SettingsScope;
  readonly settings: Settings;
}

/** `hexfix settings`: exit code 1 when no bot has run here, or nothing is set and nothing was changed. */
export async function settings(args: Arguments, io: Io): Promise<ExitCode> {
  const locale = args.lang ?? io.locale;
  const words = settingsWords(locale);
  const scope = readScope(args, words);
  const change = readPairs(args.rest, scope, words, io.now());
  const store = await io.openStore();
  if (store === undefined) {
    io.complain(words.noStore);
    return 1;
  }
  try {
    if (args.rest.length > 0) await store.changeSettings(scope, change, io.now());
    const listed = await store.listSettings(scope.platform, scope.tenant);
    const said = inOrder(listed.filter((each) => countsFor(scope, each.scope)));
    const all: readonly Said[] = [{ settings: io.defaultsOn(scope.platform) }, ...said];
    await io.write(args.json ? inJson(scope, all) : inWords(all, words));
    return said.length > 0 || args.rest.length > 0 ? 0 : 1;
  } finally {
    await store.close();
  }
}

function readScope({ platform: asked, tenant, channel, person }: Arguments, words: SettingsWords): SettingsScope {
  if (asked === undefined || tenant === undefined || tenant === '') throw new UsageError(words.needsOrganization);
  const platform = PLATFORMS.find((known) => known === asked);
  if (platform === undefined) throw new UsageError(words.badPlatform(asked));
  if (channel === '' || person === '') throw new UsageError(words.emptyId);
  if (channel !== undefined && person !== undefined) throw new UsageError(words.channelOrPerson);
  return { platform, tenant, ...levelOf(platform, tenant, channel, person) };
}

function levelOf(
  platform: Platform,
  tenant: string,
  channel: string | undefined,
  person: string | undefined,
): Pick<SettingsScope, 'level' | 'subject'> {
  if (channel !== undefined) return { level: 'channel', subject: channel };
  if (person !== undefined) return { level: 'person', subject: personKey({ platform, tenant, person }) };
  return { level: 'tenant', subject: '' };
}

function readPairs(pairs: readonly string[], { level }: SettingsScope, words: SettingsWords, nowMs: number): Settings {
  const may = NAMES.filter((name) => FIELDS_OF[level].includes(FIELD_OF[name]));
  const read = pairs.map((pair) => {
    const [name = '', ...rest] = pair.split('=');
    if (!isSettingName(name) || rest.length === 0) throw new UsageError(words.notAPair(pair, may));
    if (!may.includes(name)) throw new UsageError(words.notHere(name, level, may));
    const text = rest.join('=');
    if (text.trim() === '') return [FIELD_OF[name], undefined] as const;
    const reading = readSetting(name, text, nowMs);
    if ('error' in reading) throw new UsageError(words.badValue(pair, reading.error, name));
    return [FIELD_OF[name], reading.value] as const;
  });
  // Of one name the last value counts; the schema knows again which value belongs to which field.
  return settingsSchema.parse(Object.fromEntries(read));
}

/** Asked for the organization, everybody in it; asked for a channel or a person, also what stands above it. */
function countsFor(asked: SettingsScope, { level, subject }: SettingsScope): boolean {
  return asked.level === 'tenant' || level === 'tenant' || (level === asked.level && subject === asked.subject);
}

const ORDER: readonly SettingsScope['level'][] = ['tenant', 'channel', 'person'];

function inOrder<One extends { readonly scope: SettingsScope }>(said: readonly One[]): readonly One[] {
  return ORDER.flatMap((level) => said.filter(({ scope }) => scope.level === level));
}

function inWords(all: readonly Said[], words: SettingsWords): string {
  const parts = all.map(({ scope, settings: set }) => [headingOf(scope, words), ...linesOf(set)].join('\n'));
  if (all.length === 1) parts.push(words.nothingSet);
  return `${parts.join('\n\n')}\n`;
}

function headingOf(scope: SettingsScope | undefined, words: SettingsWords): string {
  return scope === undefined ? words.byDefault : words.heading[scope.level](scope.subject);
}

/** As it is typed. */
function linesOf(set: Settings): readonly string[] {
  return NAMES.flatMap((name) => {
    const text = writeSetting(name, set);
    return text === undefined ? [] : [`  ${name}=${text.includes(' ') ? `"${text}"` : text}`];
  });
}

function inJson({ platform, tenant }: SettingsScope, all: readonly Said[]): string {
  const of = (level: SettingsScope['level'] | undefined) =>
    all
      .filter(({ scope }) => scope?.level === level)
      .map(({ scope, settings: set }) => [scope?.subject ?? '', byName(set)] as const);
  const [[, byDefault] = ['', {}]] = of(undefined);
  const [[, organization] = ['', {}]] = of('tenant');
  const channels = Object.fromEntries(of('channel'));
  const people = Object.fromEntries(of('person'));
  return `${JSON.stringify({ platform, tenant, default: byDefault, organization, channels, people })}\n`;
}

function byName(set: Settings): Partial<Record<SettingName, unknown>> {
  const named = NAMES.map((name) => [name, set[FIELD_OF[name]]] as const);
  return Object.fromEntries(named.filter(([, value]) => value !== undefined));
}
