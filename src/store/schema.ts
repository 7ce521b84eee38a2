/** The tables as they stand; `migrations.ts` makes them. Only `moves.details` holds text that a person wrote. */

import type { CaseCard, EffectKind, EffectState, OutcomeKind } from './ports';

/** Milliseconds since 1970 in UTC. */
type Time = number;
/** SQLite has no booleans. */
type Flag = 0 | 1;

export interface Schema {
  deliveries: { key: string; claimed_at: Time };
  settings: SettingsTable;
  /** What was done a short while ago, by a hashed key. */
  cooldowns: { key: string; ends_at: Time };
  installations: InstallationTable;
  /** Both hashed. */
  oauth_states: { state: string; cookie: string; ends_at: Time };
  cases: CaseTable;
  moves: MoveTable;
  /** Our messages that show a case. */
  cards: CardTable;
  effects: EffectTable;
  outcomes: OutcomeTable;
  /** Of a key, which tells nothing by itself, when the next turn is free. */
  paces: { key: string; free_at: Time };
}

export interface SettingsTable {
  key: string;
  /** Empty for a language that was chosen before the fourth step. */
  platform: string;
  tenant: string;
  level: string;
  subject: string;
  /** As JSON. */
  value: string;
  changed_at: Time;
}

export interface InstallationTable {
  platform: string;
  tenant: string;
  is_organization: Flag;
  sealed: string;
  installed_at: Time;
}

export interface CaseTable {
  id: string;
  /** The hashed key of the post that it answers. */
  post: string;
  platform: string;
  tenant: string;
  conversation: string;
  channel: string | null;
  place: string;
  shared: Flag;
  shareable: Flag;
  asker: string;
  locale: string;
  /** Separated by spaces. */
  codes: string;
  written: string | null;
  activation: Flag;
  method: string | null;
  /** As JSON. */
  opening: string | null;
  opened_at: Time;
  /** The number of moves. Who raises it has won. */
  version: number;
  /** When the last move was made. */
  moved_at: Time;
}

export interface MoveTable {
  case_id: string;
  version: number;
  person: string;
  made_at: Time;
  /** As JSON. */
  follow_up: string;
  details: string | null;
  assignee: string | null;
}

export interface CardTable {
  case_id: string;
  role: CaseCard['role'];
  conversation: string;
  place: string;
  message: string;
}

export interface EffectTable {
  key: string;
  kind: EffectKind;
  platform: string;
  tenant: string;
  case_id: string;
  version: number;
  place: string;
  message: string | null;
  state: EffectState;
  /** Those of one lane go one after the other; empty where nothing has to wait. */
  lane: string;
  /** JSON of a few words that the bot chose from. */
  note: string | null;
  /** Its place in the lane, which it keeps until it has ended: when it was queued, and for which version. */
  queued_at: Time;
  queued_version: number;
  /** The number of tries so far. */
  attempt: number;
  /** How often it was taken. Never set back: only whoever took it last may say what became of it. */
  claims: number;
  /** Its pace has been waited for. */
  has_turn: Flag;
  /** Its request was about to leave when it was last heard of. */
  begun: Flag;
  /** Why the last try failed, in a word. */
  failure: string | null;
  interrupted: Flag;
  /** A redraw that was asked for once more while it was being sent. */
  asked_again: Flag;
  /** Empty once it has ended. */
  due_at: Time | null;
  /** While it is being sent. */
  lease_ends_at: Time | null;
  ended_at: Time | null;
}

export interface OutcomeTable {
  /** When the day began, in UTC. */
  day: Time;
  tenant: string;
  platform: string;
  kind: OutcomeKind;
  code: string;
  step: string;
  locale: string;
  count: number;
}
