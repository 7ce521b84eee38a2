import fc from 'fast-check';
import { followTrail, type Tried } from '../../../src/cases/tried';
import { LONGEST_TRAIL, type TriedStep } from '../../../src/reply/follow-up';

const step = (number: number): TriedStep => ['dns', `step-${number}`, 'yes'];
const by = (person: string) => ({ person, atMs: person.length });

/** Walks on and back as people do: each button carries the latest steps, as many as fit. */
function walk(acts: readonly (number | 'back')[]): {
  readonly tried: readonly Tried[];
  readonly all: readonly TriedStep[];
} {
  let all: readonly TriedStep[] = [];
  let shown: readonly TriedStep[] = [];
  let tried: readonly Tried[] = [];
  acts.forEach((act, index) => {
    if (act === 'back' && shown.length === 0) return;
    all = act === 'back' ? all.slice(0, -1) : [...all, step(act)];
    shown = (act === 'back' ? shown.slice(0, -1) : [...shown, step(act)]).slice(-LONGEST_TRAIL);
    tried = followTrail(tried, shown, by(`U${index}`));
  });
  return { tried, all };
}

describe('the steps tried', () => {
  it('keep who tried them when others go on', () => {
    const first = followTrail([], [step(1)], by('Ana'));
    const second = followTrail(first, [step(1), step(2)], by('Bo'));
    expect(second.map(({ person }) => person)).toEqual(['Ana', 'Bo']);
  });

  it('are taken back one by one', () => {
    const two = followTrail([], [step(1), step(2)], by('Ana'));
    expect(followTrail(two, [step(1)], by('Bo'))).toEqual([{ step: step(1), ...by('Ana') }]);
    expect(followTrail(two, [], by('Bo'))).toEqual([]);
  });

  it('are all kept where a button carries only the latest', () => {
    const acts = Array.from({ length: LONGEST_TRAIL + 5 }, (_, index) => index);
    expect(walk(acts).tried.map((each) => each.step)).toEqual(acts.map(step));
  });

  it('are what was walked, in any walk without a step twice in a row', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 40 }), (forward) => {
        let number = 0;
        const acts = forward.map((on) => (on ? number++ : ('back' as const)));
        const { tried, all } = walk(acts);
        expect(tried.map((each) => each.step).slice(-LONGEST_TRAIL)).toEqual(
          all.slice(-tried.length).slice(-LONGEST_TRAIL),
        );
      }),
    );
  });

  it('keep who tried them when people go back on a long walk', () => {
    const acts = [...Array.from({ length: LONGEST_TRAIL + 3 }, (_, index) => index), 'back' as const];
    const { tried } = walk(acts);
    expect(tried.map(({ person }) => person)).toEqual(acts.slice(0, -2).map((_, index) => `U${index}`));
  });

  it('never make anybody else of who tried a step that stays', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 1, maxLength: LONGEST_TRAIL - 1 }), (numbers) => {
        const trail = numbers.map(step);
        const before = followTrail([], trail, by('Ana'));
        const after = followTrail(before, [...trail, step(9)], by('Bo'));
        expect(after.map(({ person }) => person)).toEqual([...trail.map(() => 'Ana'), 'Bo']);
      }),
    );
  });
});
