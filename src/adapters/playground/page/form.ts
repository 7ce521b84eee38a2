/** A form as trees: its title, room for what is passed on, a labelled control a field, and two buttons. */

import { labelsFor } from './labels/labels';
import type { Form, FormField } from './protocol';
import { type Tree, tree } from './tree';

/** The id of a field's control. */
export function fieldId(field: string): string {
  return `field-${field.replace(/[^\w-]/g, '_')}`;
}

/** The form. What is passed on goes into the element with the class `form-passed`. */
export function drawForm(form: Form): Tree {
  return tree(
    'form',
    { novalidate: '' },
    tree('h2', { id: 'form-title' }, form.title),
    tree('div', { class: 'form-passed' }),
    ...form.fields.map((field) => drawField(field, form)),
    tree('div', { class: 'form-trouble', role: 'alert' }),
    tree(
      'div',
      { class: 'form-foot' },
      tree('button', { type: 'button', class: 'form-cancel' }, form.cancel),
      tree('button', { type: 'submit', class: 'form-submit' }, form.submit),
    ),
  );
}

function drawField(field: FormField, form: Form): Tree {
  const id = fieldId(field.id);
  const { optional } = labelsFor(form.locale);
  return tree(
    'div',
    { class: 'field' },
    tree(
      'label',
      { for: id },
      field.label,
      ...(field.required ? [] : [tree('span', { class: 'field-optional' }, optional)]),
    ),
    control(field, form),
    ...('hint' in field ? [tree('p', { class: 'field-hint', id: `${id}-hint` }, field.hint)] : []),
    tree('p', { class: 'field-error', id: `${id}-error`, hidden: '' }),
  );
}

function control(field: FormField, form: Form): Tree {
  const id = fieldId(field.id);
  const hint = 'hint' in field ? `${id}-hint ` : '';
  const attributes = { id, 'aria-describedby': `${hint}${id}-error`, ...(field.required ? { required: '' } : {}) };
  switch (field.kind) {
    case 'text': {
      const bounded = { ...attributes, maxlength: String(field.longest) };
      return field.lines === 'one'
        ? tree('input', { ...bounded, type: 'text', autocomplete: 'off', value: field.initial ?? '' })
        : tree('textarea', { ...bounded, rows: '4' }, field.initial ?? '');
    }
    case 'channel':
      return tree('input', { ...attributes, type: 'text', autocomplete: 'off', value: field.initial ?? '' });
    case 'choice':
      return select(attributes, field.options, field.initial);
    case 'person': {
      const { personas } = labelsFor(form.locale);
      return select(
        attributes,
        form.people.map(({ id: value, persona }) => ({ value, label: personas[persona] })),
      );
    }
  }
}

function select(
  attributes: Tree['attributes'],
  options: readonly { readonly value: string; readonly label: string }[],
  initial = '',
): Tree {
  const nothing = options.some(({ value }) => value === initial) ? [] : [{ value: '', label: '' }];
  return tree(
    'select',
    attributes,
    ...[...nothing, ...options].map(({ value, label }) =>
      tree('option', value === initial ? { value, selected: '' } : { value }, label),
    ),
  );
}
