import { toErrorCode } from '../../../src/code/error-code';
import { LOCALES, type Locale } from '../../../src/i18n/locale';
import { loadKnowledge } from '../../../src/knowledge/load';
import type { Procedure } from '../../../src/knowledge/procedure';
import { type FollowUp, LONGEST_TRAIL, parseFollowUp, type TriedStep } from '../../../src/reply/follow-up';
import type { Reply } from '../../../src/reply/reply';
import { plainText } from '../../../src/reply/rich-text';
import { createResolver } from '../../../src/resolver/resolve';

const knowledge = loadKnowledge();
const resolver = createResolver(knowledge);
const procedures = [...knowledge.procedures.values()];
const CODE = toErrorCode(0xc004f074);

function followUpOf(reply: Reply, id: string): FollowUp {
  const action = reply.actions.find((candidate) => candidate.id === id);
  if (action?.kind !== 'follow-up') throw new Error(`no button ${id} among ${idsOf(reply)}`);
  const parsed = parseFollowUp(JSON.parse(JSON.stringify(action.followUp)));
  if (parsed === undefined) throw new Error('the payload did not survive');
  return parsed;
}

const press = (reply: Reply, id: string): Reply => resolver.follow(followUpOf(reply, id));
const idsOf = (reply: Reply): string[] => reply.actions.map(({ id }) => id);
const begin = ({ id }: Procedure, locale: Locale = 'en'): Reply =>
  resolver.follow({ v: 1, move: 'guide', locale, codes: [CODE], procedure: id });

/** Presses from the start to every step and outcome, each by a shortest way: the views, by the id that they show. */
function walk(procedure: Procedure, locale: Locale): Map<string, Reply> {
  const views = new Map([[procedure.start, begin(procedure, locale)]]);
  for (const [id, reply] of views) {
    for (const answer of procedure.steps[id]?.answers ?? []) {
      if (!views.has(answer.next)) views.set(answer.next, press(reply, `answer-${answer.id}`));
    }
  }
  return views;
}

it('has procedures to walk', () => {
  expect(procedures.length).toBeGreaterThan(25);
});

describe.each(procedures.map((procedure) => [procedure.id, procedure] as const))(
  'the procedure %s',
  (_id, procedure) => {
    test.each(LOCALES)('leads by its buttons to every step and every outcome (%s)', (locale) => {
      const views = walk(procedure, locale);
      expect([...views.keys()].sort()).toEqual(
        [...Object.keys(procedure.steps), ...Object.keys(procedure.outcomes)].sort(),
      );
      for (const [id, reply] of views) {
        const text = procedure.steps[id]?.ask[locale] ?? procedure.outcomes[id]?.text[locale] ?? '';
        expect(reply.summary).toContain(text.replaceAll('`', ''));
        expect(reply.summary).not.toMatch(/undefined|\[object/);
      }
    });

    it('goes back answer by answer to where it began', () => {
      for (let reply of walk(procedure, 'en').values()) {
        for (let presses = 0; idsOf(reply).includes('back'); presses += 1) {
          expect(presses).toBeLessThanOrEqual(LONGEST_TRAIL);
          reply = press(reply, 'back');
        }
        expect(reply).toEqual({ ...begin(procedure), actions: expect.anything() });
      }
    });

    it('offers a way on at every end', () => {
      for (const [id, reply] of walk(procedure, 'en')) {
        if (id in procedure.outcomes)
          expect(idsOf(reply)).toEqual(expect.arrayContaining(['again', 'back', 'language']));
      }
    });

    it('keeps every payload within what a Slack button carries', () => {
      for (const reply of walk(procedure, 'zh-CN').values()) {
        for (const action of reply.actions) {
          if (action.kind === 'follow-up') expect(JSON.stringify(action.followUp).length).toBeLessThan(2_000);
        }
      }
    });
  },
);

it('begins from the answer of every code that names a procedure', () => {
  for (const entry of [...knowledge.entries.values()].filter(({ procedures }) => procedures.length > 0)) {
    const answer = resolver.follow({ v: 1, move: 'activation', locale: 'en', codes: [entry.code] });
    expect(idsOf(answer)).toContain('guide');
    const guide = press(answer, 'guide');
    expect(guide.kind).toBe('guide');
    expect(guide.title.startsWith(entry.code)).toBe(true);
  }
});

it('tells what was answered so far, the latest last', () => {
  const procedure = procedures.find(({ id }) => id === 'dns') ?? procedures[0];
  if (procedure === undefined) throw new Error('no procedure');
  const [first] = procedure.steps[procedure.start]?.answers ?? [];
  if (first === undefined) throw new Error('no answer');
  const next = press(begin(procedure), `answer-${first.id}`);
  const lists = next.sections.flatMap((section) => (section.kind === 'list' ? [section] : []));
  expect(lists[0]?.heading).toBe('So far');
  expect(lists[0]?.items.map(({ text }) => plainText(text)).join()).toContain(
    `→ ${first.label.en.replaceAll('`', '')}`,
  );
});

it('counts its own steps, and goes on counting where a case knows of more', () => {
  const guide: FollowUp = { v: 1, move: 'guide', locale: 'en', codes: [CODE], procedure: 'port' };
  const trail: TriedStep[] = [
    [CODE, 'read-event', 'not-solved'],
    ['events', 'read-client', 'code'],
  ];
  const headingOf = ({ sections }: Reply) => sections.flatMap((each) => (each.kind === 'step' ? [each.heading] : []));
  expect(headingOf(resolver.follow(guide))).toEqual(['Guide: step 1']);
  expect(headingOf(resolver.follow({ ...guide, trail: trail.slice(0, 1) }))).toEqual(['Guide: step 1']);
  expect(headingOf(resolver.follow({ ...guide, trail }))).toEqual(['Guide: step 2']);
  expect(headingOf(resolver.follow({ ...guide, trail }, { guided: 14 }))).toEqual(['Guide: step 15']);
});

describe('an end that needs somebody else', () => {
  const end: FollowUp = { v: 1, move: 'guide', locale: 'en', codes: [CODE], procedure: 'port', step: 'network-team' };
  const emphasisOf = ({ actions }: Reply) => {
    const [getHelp] = actions.filter(({ id }) => id === 'get-help');
    return getHelp?.kind === 'follow-up' ? getHelp.emphasis : undefined;
  };

  it('says how to pass it on, and lets people say that it works now', () => {
    const reply = resolver.follow(end);
    expect(reply.summary).toContain('To pass it on, press “Get help”');
    expect(emphasisOf(reply)).toBe('primary');
    expect(idsOf(reply)).toContain('worked');
  });

  it('does not say it again once somebody has been asked', () => {
    const reply = resolver.follow(end, { help: 'asked' });
    expect(reply.summary).not.toContain('To pass it on');
    expect(emphasisOf(reply)).toBe('quiet');
  });

  it('promises no help where there is no case to hand over', () => {
    const reply = resolver.follow(end, { help: 'none' });
    expect(reply.summary).not.toContain('To pass it on');
    expect(idsOf(reply)).not.toContain('get-help');
  });
});

it('points to no warnings before a step that cannot be undone: a guide shows none', () => {
  const rearm = { move: 'guide', procedure: 'duplicate-cmid', step: 'rearm' } as const;
  const reply = resolver.follow({ v: 1, locale: 'en', codes: [CODE], ...rearm });
  expect(reply.summary).toContain('This cannot be undone. Make a backup first.');
});

it('shows the same place in the other language, with the same trail', () => {
  for (const procedure of procedures) {
    for (const reply of walk(procedure, 'en').values()) {
      const chinese = press(reply, 'language');
      expect(chinese.locale).toBe('zh-CN');
      expect(press(chinese, 'language')).toEqual(reply);
    }
  }
});

describe('a button of another release', () => {
  const [procedure] = procedures;

  it('leads to the start when the step is gone', () => {
    if (procedure === undefined) throw new Error('no procedure');
    const followUp: FollowUp = {
      v: 1,
      move: 'guide',
      locale: 'en',
      codes: [CODE],
      procedure: procedure.id,
      step: 'gone',
    };
    expect(resolver.follow(followUp)).toEqual(begin(procedure));
  });

  it.each(['constructor', 'toString', '__proto__'])('takes %s, which every object has, for gone too', (id) => {
    if (procedure === undefined) throw new Error('no procedure');
    const guide: FollowUp = { v: 1, move: 'guide', locale: 'en', codes: [CODE], procedure: procedure.id };
    expect(resolver.follow({ ...guide, step: id })).toEqual(begin(procedure));
    const trail: TriedStep[] = [[procedure.id, id, id]];
    expect(resolver.follow({ ...guide, trail }).sections.some(({ kind }) => kind === 'step')).toBe(true);
  });

  it('leads to the answer when the procedure is gone', () => {
    const reply = resolver.follow({ v: 1, move: 'guide', locale: 'en', codes: [CODE], procedure: 'gone' });
    expect(reply).toEqual(resolver.follow({ v: 1, move: 'answer', locale: 'en', codes: [CODE] }));
  });

  it('leaves out of the trail what is no longer there', () => {
    if (procedure === undefined) throw new Error('no procedure');
    const trail: TriedStep[] = [['gone', 'gone', 'gone']];
    const reply = resolver.follow({ v: 1, move: 'guide', locale: 'en', codes: [CODE], procedure: procedure.id, trail });
    expect(reply.summary).not.toContain('gone');
  });
});

it('remembers the latest answers of a very long walk', () => {
  const [procedure] = procedures;
  const id = procedure?.start ?? '';
  const [answer] = procedure?.steps[id]?.answers ?? [];
  if (procedure === undefined || answer === undefined) throw new Error('no procedure');
  const trail: TriedStep[] = Array.from({ length: LONGEST_TRAIL }, () => [procedure.id, id, answer.id]);
  const reply = resolver.follow({ v: 1, move: 'guide', locale: 'en', codes: [CODE], procedure: procedure.id, trail });
  expect(followUpOf(reply, `answer-${answer.id}`).trail).toHaveLength(LONGEST_TRAIL);
});
