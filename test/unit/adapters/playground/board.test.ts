import { createBoard, MOST_MESSAGES, type NewMessage } from '../../../../src/adapters/playground/board';
import { createBoards, MOST_BOARDS } from '../../../../src/adapters/playground/boards';
import { toView } from '../../../../src/adapters/playground/views';
import { FOUND_EN, FOUND_ZH } from '../../../fixtures/replies';

const now = () => 1_000;
const post: NewMessage = { author: 'you', post: { text: '0xC004F074', door: 'mention' } };

function idsOf(board: ReturnType<typeof createBoard>): string[] {
  return board.read().conversations.flatMap(({ messages }) => messages.map(({ id }) => id));
}

describe('a board', () => {
  test('keeps messages in the order of their sending, and shows private chats only once something is said', () => {
    const board = createBoard(now);
    expect(board.read().conversations.map(({ name }) => name)).toEqual(['channel', 'triage']);
    const first = board.add('channel', post);
    const second = board.add('channel', { author: 'hexfix', under: first.id, view: toView(FOUND_EN) });
    const copy = board.add('chat-colleague', { author: 'hexfix', view: toView(FOUND_EN) });
    expect(board.read().conversations).toEqual([
      { name: 'channel', messages: [first, second] },
      { name: 'triage', messages: [] },
      { name: 'chat-colleague', messages: [copy] },
    ]);
    expect(board.find(copy.id)).toEqual({ conversation: 'chat-colleague', message: copy });
  });

  test('has a new revision after every change, and none that another board has', () => {
    const board = createBoard(now);
    const revisions = [board.read().revision, createBoard(now).read().revision];
    const { id } = board.add('channel', post);
    revisions.push(board.read().revision);
    board.change(id, { view: toView(FOUND_EN) });
    revisions.push(board.read().revision);
    expect(new Set(revisions).size).toBe(4);
  });

  test('changes a message in place; the same view again is no change', () => {
    const board = createBoard(now);
    const { id, revision } = board.add('channel', { author: 'hexfix', view: toView(FOUND_EN) });
    const before = board.read().revision;
    expect(board.change(id, { view: toView(FOUND_EN) })).toBe(true);
    expect(board.read().revision).toBe(before);
    expect(board.change(id, { view: toView(FOUND_ZH) })).toBe(true);
    expect(board.find(id)?.message).toMatchObject({ id, view: { locale: 'zh-CN' } });
    expect(board.find(id)?.message.revision).toBeGreaterThan(revision);
    expect(board.change('unknown', {})).toBe(false);
  });

  test('lets the oldest thread go as a whole when a conversation is full, with its key', () => {
    const board = createBoard(now);
    const first = board.add('channel', post);
    const reply = board.add('channel', { author: 'hexfix', under: first.id }, 'key');
    const rest = Array.from({ length: MOST_MESSAGES - 2 }, () => board.add('channel', post));
    const elsewhere = board.add('triage', post);
    expect(idsOf(board)).toHaveLength(MOST_MESSAGES + 1);
    expect(board.findByKey('key')?.message).toEqual(reply);
    const newest = board.add('channel', post);
    expect(idsOf(board)).toEqual([...rest, newest, elsewhere].map(({ id }) => id));
    expect(board.findByKey('key')).toBeUndefined();
  });
});

describe('the boards', () => {
  test('are one a session', () => {
    const boards = createBoards(now);
    expect(boards.find('a')).toBeUndefined();
    expect(boards.latest()).toBeUndefined();
    const board = boards.open('a');
    expect(boards.open('b')).not.toBe(board);
    expect(boards.open('a')).toBe(board);
    expect(boards.find('a')).toBe(board);
    expect(boards.latest()).toBe('a');
  });

  test('are let go when there are too many, the one used least lately first', () => {
    const boards = createBoards(now);
    const names = Array.from({ length: MOST_BOARDS }, (_, index) => `session-${index}`);
    for (const name of names) boards.open(name);
    boards.find('session-0');
    boards.open('one-more');
    expect(boards.find('session-1')).toBeUndefined();
    expect(boards.find('session-0')).toBeDefined();
    expect(boards.find('one-more')).toBeDefined();
  });
});
