/** `simulate`: what would be sent in answer to a request, written here or recorded, without a platform. */

import type { Locale } from '../i18n/locale';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { FIELD_OF, isSettingName, readSetting } from '../settings/read';
import type { Settings } from '../settings/settings';
import { doorsOf, recordingFor } from '../simulate/door';
import { readRecordings } from '../simulate/read-recordings';
import type { Call } from '../simulate/recorder';
import { PLATFORMS, type Recording } from '../simulate/recording';
import type { Simulated } from '../simulate/simulated';
import type { Arguments } from './arguments';
import type { ExitCode, Io } from './io';
import { nameOf, simulateWords } from './simulate-words';
import { UsageError } from './usage-error';

/** Doors at which nothing is written. */
const WORDLESS: readonly string[] = ['home', 'ask', 'assistant'];

/** `hexfix simulate`: exit code 1 when nothing would be sent for any of the requests. */
export async function simulate(args: Arguments, knowledge: KnowledgeBase, io: Io): Promise<ExitCode> {
  const locale = args.lang ?? io.locale;
  const settings = settingsOf(args, io);
  const recordings = args.replay ? replayed(args, locale) : [written(args, locale)];
  let isSent = false;
  for (const recording of recordings) {
    const simulated = await io.simulate(recording, { knowledge, locale, settings });
    isSent ||= simulated.why === undefined;
    await io.write(args.json ? inJson(recording, simulated) : inWords(recording, simulated, locale));
  }
  return isSent ? 0 : 1;
}

function written({ platform: asked, door = 'message', rest }: Arguments, locale: Locale): Recording {
  const words = simulateWords(locale);
  const platform = PLATFORMS.find((known) => known === asked);
  if (platform === undefined) throw new UsageError(words.needsPlatform);
  const text = rest.join(' ');
  if (text === '' && !WORDLESS.includes(door)) throw new UsageError(words.needsText);
  const recording = recordingFor({ platform, door, text, locale: locale === 'en' ? 'en-US' : locale });
  if (recording === undefined) throw new UsageError(words.badDoor(platform, door, doorsOf(platform)));
  return recording;
}

function replayed({ rest }: Arguments, locale: Locale): readonly Recording[] {
  const words = simulateWords(locale);
  if (rest.length === 0) throw new UsageError(words.needsFiles);
  return rest.flatMap((name) =>
    read(name, locale).map((found) => {
      if ('fault' in found) throw new UsageError(words.badRecording(found.file, found.fault));
      return found.recording;
    }),
  );
}

function read(name: string, locale: Locale): ReturnType<typeof readRecordings> {
  try {
    return readRecordings(name);
  } catch {
    throw new UsageError(simulateWords(locale).unreadable(name));
  }
}

function settingsOf({ set, lang }: Arguments, io: Io): Settings {
  const read = set.map((pair) => {
    const [name = '', ...value] = pair.split('=');
    const reading = isSettingName(name) ? readSetting(name, value.join('='), io.now()) : undefined;
    if (!isSettingName(name) || reading === undefined || 'error' in reading || value.length === 0) {
      throw new UsageError(simulateWords(lang ?? io.locale).badSetting(pair, Object.keys(FIELD_OF)));
    }
    return [FIELD_OF[name], reading.value] as const;
  });
  return Object.fromEntries(read);
}

function inWords({ platform, door }: Recording, { answer, calls, why }: Simulated, locale: Locale): string {
  const words = simulateWords(locale);
  const lines = [
    words.heading(nameOf(platform), door),
    ...calls.flatMap(({ method, url, body }) => [
      `→ ${method} ${url}`,
      ...(body === undefined ? [] : [indent(JSON.stringify(body, null, 2))]),
    ]),
    `← ${words.answered(answer.status)}`,
    ...(answer.body === undefined ? [] : [indent(JSON.stringify(asJson(answer.body), null, 2))]),
    ...(why === undefined ? [] : [words.nothingSent(words.why[why])]),
  ];
  return `${lines.join('\n')}\n\n`;
}

function inJson({ platform, door }: Recording, { answer, calls, why }: Simulated): string {
  const body = answer.body === undefined ? {} : { body: asJson(answer.body) };
  const told = { status: answer.status, ...body };
  const line: { readonly calls: readonly Call[] } & object = {
    ...{ platform, door, sent: why === undefined },
    ...(why === undefined ? {} : { why }),
    ...{ answer: told, calls },
  };
  return `${JSON.stringify(line)}\n`;
}

function asJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}
