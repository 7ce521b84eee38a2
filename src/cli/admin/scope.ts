/** Whose messages, and of which kind: the options that `list` and `redeliver` share. */

import type { EffectKind, EffectQuery } from '../../store/ports';
import type { Arguments } from '../arguments';
import { UsageError } from '../usage-error';
import type { AdminWords } from './words';

/** A record, so that the compiler misses no kind. */
const KINDS: Readonly<Record<EffectKind, true>> = {
  answer: true,
  words: true,
  redraw: true,
  triage: true,
  notice: true,
  copy: true,
  webhook: true,
  digest: true,
  'key-warning': true,
  'private-answer': true,
  share: true,
  remove: true,
  mark: true,
  'told-privately': true,
  'not-delivered': true,
  'switched-off': true,
};

export type Scope = Pick<EffectQuery, 'kind' | 'platform' | 'tenant'>;

/** `--kind`, `--platform` and `--tenant`. Throws a `UsageError` for a kind that there is not. */
export function readScope({ kind: asked, platform, tenant }: Arguments, words: AdminWords): Scope {
  const kinds = Object.keys(KINDS) as EffectKind[]; // The cast: its keys are the kinds, by its type.
  const kind = kinds.find((known) => known === asked);
  if (asked !== undefined && kind === undefined) throw new UsageError(words.badKind(asked, kinds));
  return {
    ...(kind === undefined ? {} : { kind }),
    ...(platform === undefined ? {} : { platform }),
    ...(tenant === undefined ? {} : { tenant }),
  };
}
