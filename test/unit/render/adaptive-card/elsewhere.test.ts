/** Replies where they are no message of ours: in a dialog, and posted by a person. */

import { renderAdaptiveCard, renderDialogAnswer, renderPostedCard } from '../../../../src/render/adaptive-card';
import { REPLIES } from '../../../fixtures/replies';

describe.each(REPLIES)('%s', (_which, reply) => {
  const card = renderAdaptiveCard(reply);

  test('says the same in a dialog, and each of its buttons sends the dialog in', () => {
    const dialog = renderDialogAnswer(reply);
    expect([dialog.body, dialog.speak]).toEqual([card.body, card.speak]);
    const labels = (card.actions ?? []).map(({ title }) => title);
    expect((dialog.actions ?? []).map(({ title }) => title)).toEqual(labels);
    const followUps = reply.actions.flatMap((action) => (action.kind === 'follow-up' ? [action.followUp] : []));
    const sent = (dialog.actions ?? []).flatMap((action) =>
      action.type === 'Action.Submit' ? [action.data.followUp] : [],
    );
    expect(sent).toEqual(followUps);
    expect(JSON.stringify(dialog)).not.toContain('Action.Execute');
  });

  test('says the same where a person posts it, with its links alone', () => {
    const posted = renderPostedCard(reply);
    expect([posted.body, posted.speak, posted.version]).toEqual([card.body, card.speak, '1.3']);
    expect((posted.actions ?? []).every(({ type }) => type === 'Action.OpenUrl')).toBe(true);
    const links = (card.actions ?? []).filter(({ type }) => type === 'Action.OpenUrl');
    expect(posted.actions ?? []).toEqual(links);
  });
});
