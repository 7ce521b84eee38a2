/** Cards and dialogs as a person sees them: words, buttons, fields. */

import type { ShownButton, ShownForm, ShownMessage } from '../platform-driver';
import { isRecord } from './rules';

/** A dialog that is open, by what Teams was told to show. */
export interface Dialog {
  readonly title: string;
  readonly card: Readonly<Record<string, unknown>>;
}

/** An input of a dialog; its id is ours, without what the wire needs before it. */
export interface ShownInput {
  readonly wireId: string;
  readonly id: string;
  readonly label: string;
  readonly isPerson: boolean;
  readonly isRequired: boolean;
  readonly value?: string;
}

export function showMessage(id: string, thread: string, card: unknown, words: unknown): ShownMessage {
  return { id, thread, text: [String(words), ...textsOf(card)].join('\n'), buttons: buttonsOf(card) };
}

/** What concerns one person: a sentence, or a card that only they see. */
export function showAside(id: string, thread: string, shown: unknown): ShownMessage {
  return typeof shown === 'string' ? { id, thread, text: shown, buttons: [] } : showMessage(id, thread, shown, '');
}

export function showForm({ title, card }: Dialog): ShownForm {
  const fields = inputsOf(card).map(({ id, label }) => ({ id, label }));
  return { title, text: [title, ...textsOf(card)].join('\n'), fields };
}

/** The inputs of a dialog, in their order. */
export function inputsOf(card: unknown): readonly ShownInput[] {
  return nodesOf(card, (node) => String(node.type).startsWith('Input.')).map((node) => {
    const wireId = String(node.id);
    const isPerson = wireId.startsWith('person-');
    return {
      wireId,
      id: wireId.replace(/^(?:value|person)-/, ''),
      label: String(node.label),
      isPerson,
      isRequired: node.isRequired === true,
      ...(typeof node.value === 'string' && { value: node.value }),
    };
  });
}

/** Tells whether a button with this payload asks for a dialog. */
export function asksForDialog(card: unknown, payload: unknown): boolean {
  const wanted = JSON.stringify(payload);
  return nodesOf(card, isDialogButton).some(({ data }) => isRecord(data) && JSON.stringify(data.followUp) === wanted);
}

function buttonsOf(card: unknown): ShownButton[] {
  const isButton = (node: Record<string, unknown>) =>
    (node.type === 'Action.Execute' && node.verb !== 'refresh') || leadsOn(node);
  return nodesOf(card, isButton).map(({ title, data }) => ({
    label: String(title),
    payload: isRecord(data) && 'followUp' in data ? data.followUp : data,
  }));
}

/** On a card it opens a dialog; in a dialog, the next one. */
function leadsOn({ type, data }: Record<string, unknown>): boolean {
  return type === 'Action.Submit' && isRecord(data) && 'followUp' in data;
}

function isDialogButton({ type, data }: Record<string, unknown>): boolean {
  return type === 'Action.Submit' && isRecord(data) && isRecord(data.msteams) && data.msteams.type === 'task/fetch';
}

function textsOf(card: unknown): string[] {
  const texts: string[] = [];
  (function visit(node: unknown): void {
    if (Array.isArray(node)) for (const each of node) typeof each === 'string' ? texts.push(each) : visit(each);
    if (!isRecord(node) || node.type === 'Action.Execute' || node.type === 'Action.Submit') return;
    // Words for machines.
    if ('userIds' in node) return;
    for (const property of ['text', 'title', 'value', 'speak', 'label', 'placeholder']) {
      const value = node[property];
      if (typeof value === 'string') texts.push(value);
    }
    Object.values(node).forEach(visit);
  })(card);
  return texts;
}

/** The outermost nodes of a kind: what is inside of one, as its fallback, is not looked at. */
function nodesOf(root: unknown, matches: (node: Record<string, unknown>) => boolean): Record<string, unknown>[] {
  if (Array.isArray(root)) return root.flatMap((each) => nodesOf(each, matches));
  if (!isRecord(root)) return [];
  return matches(root) ? [root] : Object.values(root).flatMap((each) => nodesOf(each, matches));
}
