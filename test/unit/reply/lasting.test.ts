import { freezeWhole, onceForLasting } from '../../../src/reply/lasting';

const part = () => ({ texts: [{ text: 'a' }], none: null, count: 1 });

describe('freezing', () => {
  it('holds for all that a value holds', () => {
    const frozen = freezeWhole(part());
    expect([frozen, frozen.texts, frozen.texts[0]].every(Object.isFrozen)).toBe(true);
    expect(frozen).toEqual(part());
  });

  it.each(['a text', 1, undefined, null])('leaves %p as it is', (value) => {
    expect(freezeWhole(value)).toBe(value);
  });
});

describe('what is made of a part', () => {
  const make = jest.fn((from: object): object => ({ madeOf: from }));
  const once = onceForLasting(make);
  beforeEach(() => void make.mockClear());

  it('is made once for one that lasts, and lasts as well', () => {
    const lasting = freezeWhole(part());
    const made = once(lasting);
    expect(once(lasting)).toBe(made);
    expect(Object.isFrozen(made)).toBe(true);
    expect(make).toHaveBeenCalledTimes(1);
  });

  it('is made once even where it is nothing', () => {
    const nothing = jest.fn(() => undefined);
    const find = onceForLasting(nothing);
    const lasting = freezeWhole(part());
    expect([find(lasting), find(lasting)]).toEqual([undefined, undefined]);
    expect(nothing).toHaveBeenCalledTimes(1);
  });

  it('is another for each that lasts, however alike they are', () => {
    expect(once(freezeWhole(part()))).not.toBe(once(freezeWhole(part())));
  });

  it('is made anew for one that may change', () => {
    const passing = part();
    expect(once(passing)).not.toBe(once(passing));
    passing.count = 2;
    expect(once(passing)).toEqual({ madeOf: { ...part(), count: 2 } });
  });
});
