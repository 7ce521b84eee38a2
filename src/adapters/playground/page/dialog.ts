/** A form over the page, in the browser's own dialog: Esc closes it, and the focus stays inside until then. */

import type { Result } from './api';
import { toDom } from './dom';
import { drawForm, fieldId } from './form';
import type { Labels } from './labels/labels';
import { drawNotice, type Platform } from './panels';
import type { ActAnswer, Form } from './protocol';
import { drawSlackMessage } from './slack/blocks';
import { drawTeamsCard } from './teams/card';

export interface DialogOptions {
  readonly labels: Labels;
  /** Sends what was filled in; the dialog stays open where there is something to mend. */
  readonly onSubmit: (values: Readonly<Record<string, string>>) => Promise<Result<ActAnswer>>;
  readonly onClose: () => void;
}

/** Opens the form, as this platform looks. */
export function openDialog(form: Form, platform: Platform, { labels, onSubmit, onClose }: DialogOptions): void {
  const dialog = document.createElement('dialog');
  dialog.className = `form-dialog ${platform}`;
  dialog.lang = form.locale;
  dialog.setAttribute('aria-labelledby', 'form-title');
  dialog.append(toDom(drawForm(form)));
  partOf(dialog, '.form-passed').append(...drawPassedOn(form, platform, labels));
  document.body.append(dialog);

  const fields = partOf(dialog, 'form');
  const submit = partOf<HTMLButtonElement>(dialog, '.form-submit');

  async function send(): Promise<void> {
    submit.disabled = true;
    const result = await onSubmit(readValues(form, dialog));
    submit.disabled = false;
    if ('problem' in result) showTrouble(dialog, labels.problem, result.problem[form.locale]);
    else if (result.value.errors !== undefined) showErrors(form, dialog, result.value.errors, labels);
    else dialog.close();
  }

  fields.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!submit.disabled) void send();
  });
  partOf(dialog, '.form-cancel').addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    onClose();
  });
  dialog.showModal();
  dialog.querySelector<HTMLElement>('input, textarea, select')?.focus();
}

function drawPassedOn({ teams, slack, locale }: Form, platform: Platform, { copy }: Labels): Node[] {
  if (platform === 'slack') return drawSlackMessage(slack, { copy, locale }).map(toDom);
  // Without the card's own frame: the dialog is the card.
  return [...drawTeamsCard(teams, { labels: { copy }, locale, onPress: () => {} }).childNodes];
}

function readValues(form: Form, dialog: HTMLElement): Record<string, string> {
  return Object.fromEntries(form.fields.map(({ id }) => [id, controlOf(dialog, id)?.value ?? '']));
}

/** Each error stands at its field, and the focus goes to the first. */
function showErrors(form: Form, dialog: HTMLElement, errors: Readonly<Record<string, string>>, labels: Labels): void {
  const wrong = form.fields.filter(({ id }) => errors[id] !== undefined);
  for (const { id } of form.fields) {
    const error = errors[id];
    const place = partOf(dialog, `#${fieldId(id)}-error`);
    place.textContent = error ?? '';
    place.hidden = error === undefined;
    controlOf(dialog, id)?.setAttribute('aria-invalid', String(error !== undefined));
  }
  const [first] = wrong;
  const elsewhere = Object.keys(errors).find((id) => !wrong.some((field) => field.id === id));
  if (elsewhere === undefined) partOf(dialog, '.form-trouble').replaceChildren();
  else showTrouble(dialog, labels.problem, errors[elsewhere] ?? '');
  if (first !== undefined) controlOf(dialog, first.id)?.focus();
}

function showTrouble(dialog: HTMLElement, title: string, text: string): void {
  partOf(dialog, '.form-trouble').replaceChildren(toDom(drawNotice(title, text)));
}

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

function controlOf(dialog: HTMLElement, id: string): Control | null {
  return dialog.querySelector<Control>(`#${fieldId(id)}`);
}

function partOf<T extends HTMLElement>(dialog: HTMLElement, selector: string): T {
  const part = dialog.querySelector<T>(selector);
  if (part === null) throw new Error(`The form has no ${selector}.`);
  return part;
}
