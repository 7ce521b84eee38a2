/** What a command may touch of the process, so that tests run it without one. */

import type { Locale } from '../i18n/locale';
import type { Settings } from '../settings/settings';
import type { Simulate } from '../simulate/simulated';
import type { Installations, Store } from '../store/ports';

/** Exit codes: answered, nothing found (or findings, for the lint), wrong usage or bad input. */
export type ExitCode = 0 | 1 | 2;

/** What commands read and change of what the bot remembers. */
export type TerminalStore = RotatedStore &
  Pick<
    Store,
    | 'sumOutcomes'
    | 'changeSettings'
    | 'listSettings'
    | 'listEffects'
    | 'findEffectState'
    | 'redeliver'
    | 'outboxStats'
    | 'purge'
    | 'close'
  >;

/** Where sealed credentials stand. */
export type RotatedStore = Pick<Installations, 'findInstallation' | 'listInstallations' | 'reseal'>;

/** What a change of keys came to, in installations. */
export interface Rotation {
  /** Sealed with the first key now, and with another one before. */
  readonly resealed: number;
  /** Sealed with the first key before, or by somebody else meanwhile. */
  readonly current: number;
  /** The organizations whose installation opens with none of the keys. */
  readonly unreadable: readonly string[];
}

export interface Io {
  readonly stdin: AsyncIterable<string | Buffer>;
  /** True when somebody would have to type the input. */
  readonly stdinIsTerminal: boolean;
  /** Resolves when more may be written, so that a long output does not pile up in memory. */
  write(text: string): Promise<void>;
  complain(text: string): void;
  /** Columns to wrap at. */
  readonly width: number;
  readonly color: boolean;
  /** The store that the configuration names; `undefined` where no bot has ever run. Close it after use. */
  openStore(): Promise<TerminalStore | undefined>;
  /** Seals with the first key what others have sealed; `undefined` where the configuration has no keys. */
  rotateKeys(store: RotatedStore): Promise<Rotation | undefined>;
  /** What holds on a platform where nobody has set anything. */
  defaultsOn(platform: string): Settings;
  /** Loaded for the command that needs it alone: it puts the whole program together. */
  readonly simulate: Simulate;
  now(): number;
  /** The folder of the organization's own knowledge, where the settings name one. */
  readonly overlayDir?: string;
  /** The language of the terminal. */
  readonly locale: Locale;
}

/** Everything on standard input as text. */
export async function readAll(io: Io): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of io.stdin)
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  return text + decoder.decode();
}

/** The lines of standard input, one at a time: the whole of it need not fit into memory. */
export async function* readLines(io: Io): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of io.stdin) {
    const lines = (rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
