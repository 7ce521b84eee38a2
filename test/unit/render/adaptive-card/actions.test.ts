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

  test.each(['javascript:alert(1)', 'http://example.com', 'data:text/html,x', 'no address'])(
    'makes no button of %s',
    (url) => {
      expect(cardActions([{ kind: 'link', id: 'x', label: 'Open', url }])).toEqual([]);
    },
  );
});
