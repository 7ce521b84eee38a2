/** The command line as values. */

import { parseArgs } from 'node:util';
import { isLocale, type Locale } from '../i18n/locale';
import { UsageError } from './usage-error';
import { wordsFor } from './words';

const FORMS = ['text', 'teams', 'slack', 'json'] as const;
/** How an answer is printed. */
export type Form = (typeof FORMS)[number];

export interface Arguments {
  readonly command: string | undefined;
  readonly rest: readonly string[];
  /** Set only when asked for; without it the message decides. */
  readonly lang: Locale | undefined;
  readonly form: Form;
  readonly json: boolean;
  readonly all: boolean;
  readonly search: boolean;
  readonly fix: boolean;
  /** The folder of an organization's own knowledge; it counts more than the settings. */
  readonly overlay: string | undefined;
  /** How many days a report is about. */
  readonly days: number;
  /** Which platform the command is about. */
  readonly platform: string | undefined;
  /** The organization that settings are of. */
  readonly tenant: string | undefined;
  /** The channel or the person in it. */
  readonly channel: string | undefined;
  readonly person: string | undefined;
  /** The door of a simulated request. */
  readonly door: string | undefined;
  /** Settings as `name=value`, made before a request is simulated. */
  readonly set: readonly string[];
  /** The rest names recorded requests. */
  readonly replay: boolean;
  /** Of messages, what they are for. */
  readonly kind: string | undefined;
  /** All messages that were refused, rather than one. */
  readonly allRefused: boolean;
  /** A message that may be there already is sent again. */
  readonly evenIfDoubled: boolean;
  /** What cannot be taken back is meant. */
  readonly yes: boolean;
  readonly help: boolean;
}

const OPTIONS = {
  lang: { type: 'string' },
  as: { type: 'string', default: 'text' },
  json: { type: 'boolean', default: false },
  all: { type: 'boolean', default: false },
  search: { type: 'boolean', default: false },
  fix: { type: 'boolean', default: false },
  overlay: { type: 'string' },
  days: { type: 'string', default: '30' },
  platform: { type: 'string' },
  tenant: { type: 'string' },
  channel: { type: 'string' },
  person: { type: 'string' },
  door: { type: 'string' },
  set: { type: 'string', multiple: true, default: [] as string[] },
  replay: { type: 'boolean', default: false },
  kind: { type: 'string' },
  'all-refused': { type: 'boolean', default: false },
  'even-if-doubled': { type: 'boolean', default: false },
  yes: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** As long as the counters are kept. */
const MOST_DAYS = 400;

/** A negative decimal code, which would otherwise be taken for options. */
const NEGATIVE_NUMBER = /^-\d+$/;

/** Reads the arguments after the program's name. Throws a `UsageError` in the terminal's language. */
export function readArguments(argv: readonly string[], locale: Locale): Arguments {
  const words = wordsFor(locale);
  const { values, positionals } = parse(argv, words.seeHelp);
  const { lang, as } = values;
  if (lang !== undefined && !isLocale(lang)) throw new UsageError(words.badLanguage(lang));
  const form = FORMS.find((known) => known === as);
  if (form === undefined) throw new UsageError(words.badFormat(as));
  const [command, ...rest] = positionals;
  const { json, all, search, fix, overlay, platform, tenant, channel, person, door, set, replay, help } = values;
  const days = Number(values.days);
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS)
    throw new UsageError(words.badDays(values.days, MOST_DAYS));
  const place = { platform, tenant, channel, person };
  const request = { door, set, replay };
  const { kind, 'all-refused': allRefused, 'even-if-doubled': evenIfDoubled, yes } = values;
  const care = { kind, allRefused, evenIfDoubled, yes };
  const output = { form: json ? 'json' : form, json } as const;
  return { command, rest, lang, ...output, all, search, fix, overlay, days, ...place, ...request, ...care, help };
}

function parse(argv: readonly string[], seeHelp: string) {
  // After "--" nothing is an option, and "-1073418124" is a code.
  const numbers = argv.filter((argument) => NEGATIVE_NUMBER.test(argument));
  const others = argv.filter((argument) => !NEGATIVE_NUMBER.test(argument));
  const separator = numbers.length > 0 && !others.includes('--') ? ['--'] : [];
  try {
    return parseArgs({ args: [...others, ...separator, ...numbers], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // Node's own message names the option; its hint about "--" in a second sentence does not help here.
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
    throw new UsageError(`${first.replace(/\.$/, '')}. ${seeHelp}`);
  }
}
