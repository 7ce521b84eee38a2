/** Views out to Slack: a person's own page, and what is shown above it. */

import { renderHits, renderHome, renderReplyModal } from '../../render/block-kit';
import { parseFollowUp } from '../../reply/follow-up';
import type { Reply } from '../../reply/reply';
import type { Tools } from './answer-post';
import { readFailure } from './failure';
import { withNames } from './names';
import { type Place, writePlace } from './place';
import { formNotOpened, nothingFound } from './sentences';
import { whoAt } from './who';

/** What a reply's modal is made of; names may cost calls, hence time. */
export async function replyModal(place: Place, reply: Reply, { people }: Pick<Tools, 'people'>) {
  return renderReplyModal(await withNames(reply, people), { place: writePlace(place) });
}

/** Draws the person's page anew. One that Slack does not take is no reason to do all over again what led to it. */
export async function publishHome(place: Place, person: string, tools: Tools): Promise<void> {
  const { bot, people, client, logger } = tools;
  const { locale } = await people.find(person);
  const { reply, search } = await bot.onHome(whoAt(place, person, locale));
  const view = renderHome(await withNames(reply, people), search, { place: writePlace(place) });
  try {
    await client.views.publish({ user_id: person, view });
  } catch (error) {
    logger.error(
      { code: readFailure(error).code },
      'Slack does not take somebody’s Home page; check that the Home tab is switched on in the app’s settings',
    );
  }
}

/** What fits the words that somebody has searched their page for, above it. */
export async function showHits(
  { place, person, triggerId }: { readonly place: Place; readonly person: string; readonly triggerId: string },
  query: string,
  tools: Tools,
): Promise<void> {
  const { bot, people, client } = tools;
  const { locale: platformLocale } = await people.find(person);
  const who = whoAt(place, person, platformLocale);
  const found = await bot.search(who, query);
  const hits = found.flatMap(({ code, title, text, reply: { locale } }) => {
    const followUp = parseFollowUp({ v: 1, move: 'answer', locale, codes: [code] });
    return followUp === undefined ? [] : [{ code, title, text, followUp }];
  });
  const { locale } = found[0]?.reply ?? (await bot.onHome(who)).reply;
  const carried = { place: writePlace(place) };
  const view = hits.length > 0 ? renderHits(hits, carried) : renderReplyModal(nothingFound(locale), carried);
  await expectOpened(place, locale, client.views.open({ trigger_id: triggerId, view }), tools);
}

/** A trigger serves once, within 3 s: whoever gets nothing for their press is told so, and what to do. */
export async function expectOpened(
  place: Place,
  locale: Reply['locale'],
  opening: Promise<unknown>,
  { outbound, logger }: Tools,
): Promise<void> {
  try {
    await opening;
  } catch (error) {
    logger.error({ code: readFailure(error).code }, 'Slack did not open a view; the person is told to try again');
    await outbound.post(place, formNotOpened(locale));
  }
}
