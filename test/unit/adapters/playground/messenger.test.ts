import { createBoards } from '../../../../src/adapters/playground/boards';
import { createMessenger } from '../../../../src/adapters/playground/messenger';
import { PERSONAS, personaOf, personId } from '../../../../src/adapters/playground/personas';
import { CONVERSATIONS, formatPlace, isMember, parsePlace } from '../../../../src/adapters/playground/place';
import { toRichText } from '../../../../src/reply/rich-text';
import { aSending } from '../../../fixtures/a-sending';
import { FOUND_EN, FOUND_ZH } from '../../../fixtures/replies';

const GONE = { name: 'SendFailure', outcome: 'refused' };

function start() {
  const boards = createBoards(() => 0);
  return { boards, messenger: createMessenger(boards) };
}

describe('a place', () => {
  test('comes back as it was given out', () => {
    for (const conversation of CONVERSATIONS) {
      for (const place of [
        { session: 's', conversation },
        { session: 's', conversation, thread: 't' },
      ]) {
        expect(parsePlace(formatPlace(place))).toEqual(place);
      }
    }
  });

  test.each(['', 's', '/channel', 's/nowhere', 's/channel/t/x', 's/chat-nobody'])('is nothing like %j', (text) => {
    expect(parsePlace(text)).toBeUndefined();
  });

  test('is open to its members alone', () => {
    const members = CONVERSATIONS.map((name) => PERSONAS.filter((persona) => isMember(persona, name)));
    expect(members).toEqual([[...PERSONAS], ['agent'], ['you'], ['colleague'], ['agent']]);
  });
});

test('a person is known by the browser’s name and the part that is played', () => {
  for (const persona of PERSONAS) expect(personaOf(personId('a-b_c', persona))).toBe(persona);
  for (const other of ['', 'agent-', 'x.admin', 'x.agent.y']) expect(personaOf(other)).toBeUndefined();
});

describe('what the outbox sends', () => {
  test('lands in the thread and can be found by its key and redrawn', async () => {
    const { boards, messenger } = start();
    const { id } = boards.open('s').add('channel', { author: 'you' });
    const place = `s/channel/${id}`;
    const posted = await messenger.post(place, FOUND_EN, aSending('key'));
    expect(posted).toEqual({ conversation: 's/channel', place, message: expect.any(String) });
    expect(boards.open('s').find(posted.message)?.message).toMatchObject({ under: id, author: 'hexfix' });
    expect(await messenger.findPosted(place, 'key')).toEqual(posted);
    expect(await messenger.findPosted(place, 'other')).toBe('absent');
    await messenger.redraw(place, posted.message, FOUND_ZH);
    expect(boards.open('s').find(posted.message)?.message.view).toMatchObject({ locale: 'zh-CN' });
  });

  test('as a mark is put on the post and taken off again', async () => {
    const { boards, messenger } = start();
    const { id } = boards.open('s').add('channel', { author: 'you' });
    await messenger.mark?.('s/channel', id, 'seen');
    await messenger.mark?.('s/channel', id, 'solved');
    expect(boards.open('s').find(id)?.message.mark).toBe('solved');
    await messenger.mark?.('s/channel', id, undefined);
    expect(boards.open('s').find(id)?.message.mark).toBeUndefined();
  });

  test('can be taken away, and once more', async () => {
    const { boards, messenger } = start();
    const { message } = await messenger.post('s/channel', FOUND_EN, aSending('key'));
    await messenger.remove('s/channel', message);
    await messenger.remove('s/channel', message);
    expect(boards.open('s').find(message)).toBeUndefined();
  });

  test('to the help desk is a message of its own, also for a browser that is not known any more', async () => {
    const { boards, messenger } = start();
    const place = messenger.triagePlace('s/channel/t') ?? '';
    const posted = await messenger.post(place, FOUND_EN, aSending('key'));
    expect(posted).toMatchObject({ conversation: 's/triage', place: 's/triage' });
    expect(boards.find('s')?.read().conversations[1]?.messages).toHaveLength(1);
  });

  test('to one person goes into their private chat', async () => {
    const { boards, messenger } = start();
    const posted = await messenger.postPrivately('s/channel/t', personId('p', 'colleague'), FOUND_EN, aSending('key'));
    expect(posted).toMatchObject({ conversation: 's/chat-colleague', place: 's/chat-colleague' });
    expect(boards.find('s')?.find(posted.message)?.conversation).toBe('chat-colleague');
  });

  test('is refused for good where nothing can be sent', async () => {
    const { boards, messenger } = start();
    boards.open('s');
    await expect(messenger.post('nonsense', FOUND_EN, aSending('key'))).rejects.toMatchObject(GONE);
    await expect(messenger.post('s/channel/gone', FOUND_EN, aSending('key'))).rejects.toMatchObject(GONE);
    await expect(messenger.postPrivately('s/channel', 'nobody', FOUND_EN, aSending('key'))).rejects.toMatchObject(GONE);
    await expect(messenger.redraw('s/channel', 'gone', FOUND_EN)).rejects.toMatchObject(GONE);
    await expect(messenger.redraw('unknown/channel', 'gone', FOUND_EN)).rejects.toMatchObject(GONE);
    expect(
      boards
        .open('s')
        .read()
        .conversations.flatMap(({ messages }) => messages),
    ).toEqual([]);
  });

  test('names people in the language of the reply', async () => {
    const { boards, messenger } = start();
    const text = [...toRichText('By '), { kind: 'person', id: personId('p', 'agent'), text: 'somebody' } as const];
    const sections = [{ kind: 'prose', text }] as const;
    for (const [reply, name] of [
      [FOUND_EN, 'Robin (IT support)'],
      [FOUND_ZH, '小周（IT 支持）'],
    ] as const) {
      const { message } = await messenger.post('s/triage', { ...reply, sections }, aSending(name));
      const view = boards.open('s').find(message)?.message.view;
      expect(JSON.stringify(view?.teams)).toContain(name);
      expect(JSON.stringify(view?.slack)).toContain(name);
      expect(view?.summary).toContain(name);
    }
  });
});

test('the agent alone is of the help desk', async () => {
  const { messenger } = start();
  const agents = await Promise.all(PERSONAS.map((persona) => messenger.isAgent('s/channel', personId('p', persona))));
  expect(agents).toEqual([false, false, true]);
});

test('the weekly report goes to the browser that looked last, if any has', () => {
  const { boards, messenger } = start();
  expect(messenger.digest()).toBeUndefined();
  boards.open('a');
  boards.open('b');
  expect(messenger.digest()?.place).toBe('b/triage');
});

test('the page has no links to its messages, and no triage for what is no place', async () => {
  const { messenger } = start();
  expect(await messenger.linkTo('s/channel', 'm')).toBeUndefined();
  expect(messenger.triagePlace('nonsense')).toBeUndefined();
});
