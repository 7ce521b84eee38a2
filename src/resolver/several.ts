/** Several codes in one message: why the first comes first, the others by name, and a button that turns through them. */

import type { ErrorCode } from '../code/error-code';
import type { Finding } from '../diagnosis/finding';
import { type Labels, labelsFor } from '../i18n/labels/labels';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Action, ListSection, NoteSection } from '../reply/reply';
import { toRichText } from '../reply/rich-text';
import { button, followUpTo, type View } from './actions';
import { entryInView } from './in-view';
import { readingsOf } from './tell-reading';

/** These findings tell by themselves why their code comes first. */
const SAYS_WHY: ReadonlySet<Finding['kind']> = new Set(['leads', 'stop', 'setup']);

/** Why the lead comes first, and what else the message holds. */
export function otherCodes(view: View, knowledge: KnowledgeBase): readonly (ListSection | NoteSection)[] {
  const [lead, ...others] = view.codes;
  if (lead === undefined || others.length === 0) return [];
  const labels = labelsFor(view.locale);
  const isTold = view.findings?.some(({ kind, code }) => SAYS_WHY.has(kind) && code === lead) === true;
  return [
    ...(isTold ? [] : [whyNote(lead, others, knowledge, labels)]),
    {
      kind: 'list',
      heading: labels.several.alsoInMessage,
      items: others.map((code) => ({
        text: toRichText(`\`${code}\`${labels.separator}${nameOf(code, lead, view, knowledge)}`),
      })),
    },
  ];
}

/** One button for all other codes: each press brings the next one to the front and sends the lead to the end. */
export function otherButtons({ locale, codes: [lead, next, ...rest] }: View): readonly Action[] {
  if (lead === undefined || next === undefined) return [];
  const label = labelsFor(locale).buttons.showCode(next);
  return [button(`show-${next}`, label, followUpTo('answer', { locale, codes: [next, ...rest, lead] }))];
}

/** The title of an entry as it reads beside the lead; of another code its name, where it has one. */
function nameOf(code: ErrorCode, lead: ErrorCode, { locale, method }: View, knowledge: KnowledgeBase): string {
  const isElsewhere = knowledge.find(lead)?.scope === 'windows';
  const entry = entryInView(code, knowledge, isElsewhere ? 'none' : method);
  if (entry !== undefined) return entry.title[locale];
  const [symbol] = readingsOf(code, knowledge)[0]?.symbols ?? [];
  return symbol ?? labelsFor(locale).several.noEntry;
}

function whyNote(lead: ErrorCode, others: readonly ErrorCode[], knowledge: KnowledgeBase, labels: Labels): NoteSection {
  const text = toRichText(whyFirst(lead, others, knowledge, labels));
  return { kind: 'note', tone: 'info', label: labels.note, texts: [text] };
}

function whyFirst(
  lead: ErrorCode,
  others: readonly ErrorCode[],
  knowledge: KnowledgeBase,
  { several }: Labels,
): string {
  const roleOf = (code: ErrorCode) => knowledge.find(code)?.role;
  const collective = others.find((code) => roleOf(code) === 'collective');
  const state = others.find((code) => roleOf(code) === 'state');
  if (roleOf(lead) !== 'cause') return several.order(lead);
  if (collective !== undefined) return several.collective(lead, collective);
  if (state !== undefined) return several.state(lead, state);
  return several.order(lead);
}
