/** A hand-off as the ticket system is told of it. Ids of people and places are the platform's own; names never leave us. */

import { type CaseMove, deriveCase } from '../cases/case';
import type { Outgoing } from '../outbox/outgoing';
import { describeTried } from '../resolver/so-far';
import type { Effect, StoredCase } from '../store/ports';
import type { BotParts } from './parts';
import { linkToAnswer } from './show-case';

const TYPES: Readonly<Partial<Record<CaseMove['followUp']['move'], string>>> = {
  'get-help': 'hand-off.requested',
  claim: 'hand-off.claimed',
  assign: 'hand-off.assigned',
  close: 'hand-off.closed',
  // Whoever says that it works now has closed it.
  worked: 'hand-off.closed',
  reopen: 'hand-off.reopened',
};

/** The event for the move that gave rise to the effect; `undefined` for a move that is none of the ticket system's business. */
export async function composeEvent(
  { key, version }: Effect,
  { head, moves, cards }: StoredCase,
  parts: Pick<BotParts, 'knowledge' | 'messenger'>,
): Promise<Outgoing | undefined> {
  const move = moves.find((each) => each.version === version);
  const type = move && TYPES[move.followUp.move];
  // As it stood then: events that come late must not tell of the future.
  const state = deriveCase(head, moves.slice(0, version));
  const { handOff, codes, tried, method } = state;
  if (move === undefined || type === undefined || handOff === undefined) return undefined;
  const { locale } = handOff;
  const [lead] = codes;
  const body = {
    case: head.id,
    version,
    platform: head.platform,
    codes,
    title: (lead === undefined ? undefined : parts.knowledge.find(lead)?.title[locale]) ?? null,
    method: method ?? null,
    locale,
    state: handOff.state,
    requester: handOff.requester,
    agent: handOff.agent ?? null,
    details: handOff.details ?? null,
    tried: tried.flatMap(({ step, person, atMs }) => {
      const words = describeTried(step, parts.knowledge, locale);
      return words === undefined ? [] : [{ text: words.step, result: words.result, by: person, at: isoTime(atMs) }];
    }),
    link: (await linkToAnswer(state, cards, parts)) ?? null,
    at: isoTime(move.atMs),
  };
  return { kind: 'webhook', event: { id: key, type, atMs: move.atMs, body } };
}

function isoTime(atMs: number): string {
  return new Date(atMs).toISOString();
}
