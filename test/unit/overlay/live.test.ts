import { FaultError } from '../../../src/errors';
import { createKnowledgeBase } from '../../../src/knowledge/load';
import { createLiveKnowledge } from '../../../src/overlay/live';
import { base } from './fixture';

/** A folder that is written to by hand: what is there, and the mark of it. */
function openSource() {
  const state = { mark: '1', next: () => createKnowledgeBase(base.parts), loads: 0 };
  const log: string[] = [];
  const source = {
    mark: async () => state.mark,
    load: async () => {
      state.loads += 1;
      return state.next();
    },
  };
  const logger = {
    error: (_fields: object, message: string) => void log.push(`error: ${message}`),
    warn: (_fields: object, message: string) => void log.push(`warn: ${message}`),
    info: (_fields: object, message: string) => void log.push(`info: ${message}`),
  };
  return { state, log, open: () => createLiveKnowledge(source, logger) };
}

const fault = new FaultError([{ what: 'codes/a.json:3:1: wrong', why: 'w', fix: 'f' }], 78);

describe('live knowledge', () => {
  it('is loaded once, and stays what it is while nothing changes', async () => {
    const { state, open } = openSource();
    const live = await open();
    const before = live.current();
    await live.poll();
    await live.poll();
    expect(live.current()).toBe(before);
    expect(state.loads).toBe(1);
  });

  it('rejects at the start when it cannot be used', async () => {
    const { state, open } = openSource();
    state.next = () => {
      throw fault;
    };
    await expect(open()).rejects.toBe(fault);
  });

  it('takes a change over once it has come to rest, behind the same object', async () => {
    const { state, log, open } = openSource();
    const live = await open();
    const next = createKnowledgeBase({ ...base.parts, entries: [] });
    state.next = () => next;
    state.mark = '2';
    await live.poll();
    state.mark = '3';
    await live.poll();
    expect(state.loads).toBe(1);
    await live.poll();
    expect(live.current()).toBe(next);
    expect(live.knowledge.entries.size).toBe(0);
    expect(live.knowledge.codes.size).toBe(0);
    expect(log).toEqual(['info: The overlay has changed. It is in use from now on.']);
  });

  it('keeps what was in use when a change is broken, and tells its faults once', async () => {
    const { state, log, open } = openSource();
    const live = await open();
    const before = live.current();
    state.next = () => {
      throw fault;
    };
    state.mark = '2';
    for (let look = 0; look < 4; look += 1) await live.poll();
    expect(live.current()).toBe(before);
    expect(state.loads).toBe(2);
    expect(log).toHaveLength(1);
    expect(log[0]).toContain('error: The overlay has changed, but it cannot be used.');
    expect(log[0]).toContain('codes/a.json:3:1: wrong\n  why  w\n  fix  f');
  });

  it('takes over what has been mended', async () => {
    const { state, open } = openSource();
    const live = await open();
    state.next = () => {
      throw fault;
    };
    state.mark = '2';
    await live.poll();
    await live.poll();
    const mended = createKnowledgeBase(base.parts);
    state.next = () => mended;
    state.mark = '3';
    await live.poll();
    await live.poll();
    expect(live.current()).toBe(mended);
  });

  it('sees what is written while it reads', async () => {
    const { state, open } = openSource();
    const live = await open();
    state.next = () => {
      state.mark = '3';
      return createKnowledgeBase(base.parts);
    };
    state.mark = '2';
    await live.poll();
    await live.poll();
    state.next = () => createKnowledgeBase({ ...base.parts, entries: [] });
    await live.poll();
    await live.poll();
    expect(live.current().entries.size).toBe(0);
  });

  it('does not look twice at the same time', async () => {
    const { state, open } = openSource();
    const live = await open();
    state.mark = '2';
    await live.poll();
    await Promise.all([live.poll(), live.poll(), live.poll()]);
    expect(state.loads).toBe(2);
  });

  it('offers everything that a knowledge base does', async () => {
    const { knowledge, current } = await openSource().open();
    expect(Object.keys(knowledge).sort()).toEqual(Object.keys(current()).sort());
    const [code] = current().entries.keys();
    if (code === undefined) throw new Error('no entry');
    expect(knowledge.find(code)).toBe(current().find(code));
    expect(knowledge.component(code)).toBe(current().component(code));
    expect(knowledge.names).toBe(current().names);
    expect(knowledge.procedures).toBe(current().procedures);
    const [source = ''] = current().find(code)?.sources ?? [];
    expect(knowledge.source(source)).toBe(current().source(source));
  });
});
