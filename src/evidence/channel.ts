/** The channel a license was sold through, from a description or a key's own channel. */

import type { Channel } from './facts';

/** What a description can say before the word "channel", which stays English in every Windows. */
const DESCRIBED: readonly (readonly [RegExp, Channel])[] = [
  [/VOLUME[_ -]?KMS[_ -]?CLIENT/i, 'kms-client'],
  [/VOLUME[_ -]?KMS/i, 'kms-host'],
  // Office calls its volume keys so, although no shop sells them.
  [/VOLUME[_ -]?MAK|RETAIL\(MAK\)/i, 'mak'],
  [/VIRTUAL[_ -]?MACHINE[_ -]?ACTIVATION/i, 'avma'],
  [/TIMEBASED[_ -]?EVAL/i, 'timebased-eval'],
  [/TIMEBASED[_ -]?SUB|SUBSCRIPTION/i, 'subscription'],
  [/TIMEBASED/i, 'timebased'],
  [/OEM/i, 'oem'],
  [/RETAIL/i, 'retail'],
];

/** The values of Product Key Channel. */
const OF_KEY: readonly (readonly [RegExp, Channel])[] = [
  [/^Volume:\s?GVLK/i, 'kms-client'],
  [/^Volume:\s?CSVLK/i, 'kms-host'],
  [/^Volume:\s?MAK/i, 'mak'],
  [/^Retail:\s?TB:\s?Eval/i, 'timebased-eval'],
  [/^Retail:\s?TB:\s?Sub/i, 'subscription'],
  [/^OEM:/i, 'oem'],
  [/^Retail/i, 'retail'],
];

/** Capitals behind a comma, because shops have a "retail channel" too and people talk about theirs. */
const DESCRIPTION =
  /(?:^|,)\s{0,3}((?:VOLUME|TIMEBASED|OEM|RETAIL|VIRTUAL[_ -]?MACHINE|SUBSCRIPTION)[\w-]{0,40}(?: ?KMS ?CLIENT| ?MAK)?(?:\(\w{1,12}\))?)\s{0,3}[cC]hannel/;

/** The channel that a description names: `Windows(R) Operating System, VOLUME_KMSCLIENT channel`. */
export function readDescribedChannel(description: string): Channel | undefined {
  const word = DESCRIPTION.exec(description)?.[1];
  return word === undefined ? undefined : DESCRIBED.find(([pattern]) => pattern.test(word))?.[1];
}

/** The channel of a key: `Volume:GVLK`. */
export function readKeyChannel(value: string): Channel | undefined {
  return OF_KEY.find(([pattern]) => pattern.test(value.trim()))?.[1];
}
