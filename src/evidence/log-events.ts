/**
 * Reads events of the log that carry their code in a sentence: failed activations (8198 and its kin), publishing to DNS
 * (12293), and KMS events of which only the beginning was pasted.
 */

import { compact } from './compact';
import type { EventFacts, EventId } from './facts';
import { readResult } from './kms-events';
import type { Page } from './page';

const TRACES = [
  'event',
  'slui.exe',
  'sppuinotify',
  'genuine',
  'license acquisition',
  'rules engine',
  'token based',
  'token-based',
  'key man',
  'activation request has been',
  '事件',
  'hr=0x',
];

const IDS = '8196|8198|8200|8208|8209|8229|12288|12289|12290|12293|12321';

/** The number behind a label that ends in ID: `Event ID: 8198`, `事件 ID:8198`, `<EventID Qualifiers='49152'>8198`. */
const LABELED = `(?:\\bID|EventID(?: Qualifiers=["']\\d{1,6}["'])?|\\bevent|事件)["']?[ \\t]{0,12}[>:=#]?[ \\t"']{0,4}(?<id>${IDS})(?!\\d)`;

/** Words that only one event has; the file's name and the equals sign are the same in every language. */
const SENTENCES: readonly (readonly [string, EventId])[] = [
  ['sppuinotify\\.dll', 8196],
  ['License Activation \\(slui\\.exe\\)|\\(slui\\.exe\\)(?=[^\\n]{0,120}\\n?\\s{0,4}hr=)', 8198],
  ['License acquisition failure', 8200],
  ['Acquisition of genuine ticket failed', 8208],
  ['Genuine state set to non-genuine', 8209],
  ['rules engine failed to perform', 8229],
  ['has sent an activation request to the key', 12288],
  ['has processed an activation response from', 12289],
  ['An activation request has been processed', 12290],
  ['Publishing the Key Manage?ment Service', 12293],
  ['Token[ -]Based Activation failed', 12321],
];
const ANCHOR = new RegExp([LABELED, ...SENTENCES.map(([words], index) => `(?<s${index}>${words})`)].join('|'), 'gi');

/** Events of which another reader reads the string. */
const KMS_EVENTS: readonly EventId[] = [12288, 12289, 12290];

/** How far behind its beginning an event's code stands. */
const LONGEST_EVENT = 900;
const CODE =
  /(?:(?<![a-z])hr\s?=\s?|Error ?Code\s?:\s?|Info\s?:\s{0,4}|^\S{0,12}\s{0,2}[:,-]?\s{0,2})(0x[0-9a-f]{1,8})(?![0-9a-z])/i;
const TRIGGER = /Trigger=(\w{1,40})/i;
const TRIGGERS: ReadonlyMap<string, NonNullable<EventFacts['trigger']>> = new Map([
  ['userlogon', 'user-logon'],
  ['networkavailable', 'network-available'],
  ['timerevent', 'timer'],
]);

/** An event and where it begins. */
export interface LogEvent {
  readonly facts: EventFacts;
  readonly start: number;
}

interface Anchor {
  readonly id: EventId;
  readonly start: number;
  readonly end: number;
  /** The event's own words, not only its number, which people also mention. */
  readonly isSaid: boolean;
}

/** The events in a text, in order; `taken` says which stretches another reader has read. */
export function readLogEvents(page: Page, taken: (start: number, end: number) => boolean): readonly LogEvent[] {
  if (!page.mentions(TRACES)) return [];
  const anchors = findAnchors(page.text);
  return anchors.flatMap((anchor, index): LogEvent[] => {
    const limit = Math.min(anchors[index + 1]?.start ?? page.text.length, anchor.start + LONGEST_EVENT);
    if (KMS_EVENTS.includes(anchor.id) && taken(anchor.start, limit)) return [];
    const text = page.text.slice(anchor.end, limit);
    const facts = describe(anchor.id, text);
    const isNews = anchor.isSaid || facts.code !== undefined || facts.succeeded !== undefined;
    return isNews ? [{ facts, start: anchor.start }] : [];
  });
}

/** Where events begin. The words that follow an event's number belong to the same event. */
function findAnchors(text: string): readonly Anchor[] {
  const anchors: Anchor[] = [];
  for (const match of text.matchAll(ANCHOR)) {
    const said = SENTENCES.find((_, index) => match.groups?.[`s${index}`] !== undefined)?.[1];
    const id = said ?? toEventId(match.groups?.id);
    if (id === undefined) continue;
    const anchor = { id, start: match.index, end: match.index + match[0].length, isSaid: said !== undefined };
    const last = anchors.at(-1);
    const isSame = last?.id === id && !last.isSaid && anchor.isSaid && anchor.start - last.end < LONGEST_EVENT;
    if (isSame) anchors.pop();
    anchors.push(anchor);
  }
  return anchors;
}

function toEventId(text: string | undefined): EventId | undefined {
  return SENTENCES.find(([, id]) => String(id) === text)?.[1];
}

function describe(id: EventId, text: string): EventFacts {
  const result = readResult(CODE.exec(text)?.[1]);
  const trigger = TRIGGER.exec(text)?.[1]?.toLowerCase();
  return compact<EventFacts>({
    id,
    // The zero of 8209 is the state's number, not a success.
    ...(id === 8209 ? {} : result),
    trigger: id === 8198 && trigger !== undefined ? (TRIGGERS.get(trigger) ?? 'other') : undefined,
  });
}
