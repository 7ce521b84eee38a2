import { cardActions } from '../../../../src/render/adaptive-card/actions';
import { FOUND_EN } from '../../../fixtures/replies';

describe('cardActions', () => {
  test('makes a follow-up a universal action with a silent submit as fallback', () => {
    const [next] = cardActions(FOUND_EN.actions);
    const data = { v: 1, move: 'step', locale: 'en', codes: ['0xC004F074'], step: 'open-port' };
    expect(next).toEqual({
      type: 'Action.Execute',
      verb: 'follow-up',
      id: 'next',
      title: 'Next step',
      data,
      style: 'positive',
      fallback: {
        type: 'Action.Submit',
        title: 'Next step',
        data,
        msteams: { feedback: { hide: true } },
      },
    });
  });

  test('keeps the order', () => {
    expect(cardActions(FOUND_EN.actions).map(({ id }) => id)).toEqual([
      'next',
      'worked',
      'all-steps',
      'language',
      'source',
    ]);
  });

  test('puts what few need behind the others', () => {
    const quiet = FOUND_EN.actions.map((action) => ({ ...action, emphasis: 'quiet' as const }));
    expect(cardActions(quiet).map((action) => action.mode)).toEqual(quiet.map(() => 'secondary'));
    expect(cardActions(FOUND_EN.actions).filter((action) => 'mode' in action)).toEqual([]);
  });

  test('asks Teams for a dialog where a press opens a form, and leaves the follow-up as it is', () => {
    const [next] = FOUND_EN.actions;
    if (next?.kind !== 'follow-up') throw new Error('the first action is no follow-up');
    expect(cardActions([{ ...next, opensForm: true, emphasis: 'normal' }])).toEqual([
      {
        type: 'Action.Submit',
        id: 'next',
        title: 'Next step',
        data: { msteams: { type: 'task/fetch' }, followUp: next.followUp },
      },
    ]);
  });

  test.each(['javascript:alert(1)', 'http://example.com', 'data:text/html,x', 'no address'])(
    'makes no button of %s',
    (url) => {
      expect(cardActions([{ kind: 'link', id: 'x', label: 'Open', url }])).toEqual([]);
    },
  );
});
