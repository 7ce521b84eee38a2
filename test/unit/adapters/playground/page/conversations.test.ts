import { describeChanges } from '../../../../../src/adapters/playground/page/changes';
import { drawForm } from '../../../../../src/adapters/playground/page/form';
import { en } from '../../../../../src/adapters/playground/page/labels/en';
import { drawPanel, ownerOf } from '../../../../../src/adapters/playground/page/panels';
import type { Board, BoardMessage, Form, View } from '../../../../../src/adapters/playground/page/protocol';
import { toThreads } from '../../../../../src/adapters/playground/page/threads';
import { type Child, type Tree, textOf } from '../../../../../src/adapters/playground/page/tree';
import { CONVERSATIONS, isMember } from '../../../../../src/adapters/playground/place';

function message(id: string, rest: Partial<BoardMessage> = {}): BoardMessage {
  return { id, revision: 1, author: 'hexfix', atMs: 0, ...rest };
}

function viewOf(title: string): View {
  return { kind: 'found', locale: 'en', title, summary: title, teams: {}, slack: { text: '', blocks: [] } };
}

test('threads come newest first, each from its start', () => {
  const posts = [message('a'), message('b'), message('a1', { under: 'a' }), message('a2', { under: 'a' })];
  expect(toThreads(posts).map(({ first, replies }) => [first.id, ...replies.map(({ id }) => id)])).toEqual([
    ['b'],
    ['a', 'a1', 'a2'],
  ]);
});

describe('what is new', () => {
  const board = (messages: readonly BoardMessage[]): Board => ({
    revision: 'r',
    conversations: [
      { name: 'channel', messages },
      { name: 'triage', messages: [] },
    ],
  });
  const shown = (id: string, revision: number) => message(id, { revision, view: viewOf(`Title ${id}`) });

  test('is told by its title and place: what was posted, and what was redrawn', () => {
    const before = board([shown('a', 1), shown('b', 2)]);
    expect(describeChanges(before, board([shown('a', 3), shown('b', 2), shown('c', 4)]), en)).toBe(
      'Channel: Title a. Channel: Title c.',
    );
  });

  test('is nothing where only people have posted, or something went away', () => {
    const before = board([shown('a', 1)]);
    expect(describeChanges(before, board([message('p', { author: 'you', revision: 2 })]), en)).toBe('');
  });

  test('is a number where it is much', () => {
    const news = ['a', 'b', 'c', 'd'].map((id) => shown(id, 1));
    expect(describeChanges(undefined, board(news), en)).toBe('4 messages have changed.');
  });
});

test('only those can press whom the server lets', () => {
  for (const name of CONVERSATIONS) {
    const owner = ownerOf(name);
    expect(isMember('agent', name)).toBe(owner === undefined || owner === 'agent');
    expect(isMember('colleague', name)).toBe(owner === undefined || owner === 'colleague');
    const offered = textOf(drawPanel('teams', name, en)).includes('Act as');
    expect(offered).toBe(owner !== undefined);
  }
});

describe('a form', () => {
  const form: Form = {
    locale: 'zh-CN',
    title: '请求',
    submit: '发送',
    cancel: '取消',
    fields: [
      { kind: 'text', id: 'one', label: 'One', required: true, hint: 'Hint one', lines: 'one', longest: 10 },
      { kind: 'text', id: 'many', label: 'Many', required: false, hint: 'Hint many', lines: 'many', longest: 99 },
      { kind: 'choice', id: 'chosen', label: 'Chosen', required: false, initial: 'b', options: options('a', 'b') },
      { kind: 'choice', id: 'open', label: 'Open', required: false, options: options('a', 'b') },
      { kind: 'person', id: 'who', label: 'Who', required: true },
    ],
    token: {},
    teams: {},
    slack: { blocks: [] },
    people: [{ id: 'p.agent', persona: 'agent' }],
  };

  function options(...values: string[]) {
    return values.map((value) => ({ value, label: value.toUpperCase() }));
  }

  const trees = allTrees([drawForm(form)]);
  const byId = (id: string) => trees.find(({ attributes }) => attributes.id === id);

  test('labels every field, and tells hints and errors of it', () => {
    for (const { id, label, required } of form.fields) {
      const control = byId(`field-${id}`);
      const words = trees.find(({ tag, attributes }) => tag === 'label' && attributes.for === `field-${id}`);
      expect(words && textOf(words)).toBe(required ? label : `${label}（可选）`);
      expect('required' in (control?.attributes ?? {})).toBe(required);
      for (const described of control?.attributes['aria-describedby']?.split(' ') ?? ['nothing']) {
        expect(byId(described)).toBeDefined();
      }
    }
    expect([byId('field-one')?.attributes.maxlength, byId('field-many')?.tag]).toEqual(['10', 'textarea']);
  });

  test('begins with what is known, or with nothing chosen', () => {
    const chosen = (id: string) =>
      allTrees(byId(id)?.children ?? []).map(({ attributes }) => [attributes.value, 'selected' in attributes]);
    expect(chosen('field-chosen')).toEqual([
      ['a', false],
      ['b', true],
    ]);
    expect(chosen('field-open')).toEqual([
      ['', true],
      ['a', false],
      ['b', false],
    ]);
    expect(chosen('field-who')).toEqual([
      ['', true],
      ['p.agent', false],
    ]);
  });
});

function allTrees(children: readonly Child[]): Tree[] {
  return children.flatMap((child) => (typeof child === 'string' ? [] : [child, ...allTrees(child.children)]));
}
