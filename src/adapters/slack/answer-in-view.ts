/** A press on a person's own page or in a modal: what follows from it is shown there as well. */

import type { PressAnswer } from '../../bot';
import { renderModal } from '../../render/block-kit';
import type { Reply } from '../../reply/reply';
import type { Tools } from './answer-post';
import { writeOrigin } from './form-origin';
import type { SlackPress } from './press';
import { expectOpened, publishHome, replyModal } from './views';

/** A press there, and on which of them. */
export type ViewPress = SlackPress & { readonly surface: { readonly kind: 'home' } | ModalSurface };

interface ModalSurface {
  readonly kind: 'modal';
  readonly id: string;
}

/** Shows a form above, a reply in the modal or in one of its own; the page itself is brought up to date. */
export async function answerInView(press: ViewPress, { card, aside, form }: PressAnswer, tools: Tools): Promise<void> {
  const { place, person, surface, triggerId } = press;
  const isHome = surface.kind === 'home';
  const shown = aside ?? card;
  if (form !== undefined) {
    const view = renderModal(form, writeOrigin({ place, isHome }));
    const open = isHome ? tools.client.views.open : tools.client.views.push;
    await expectOpened(place, form.locale, open({ trigger_id: triggerId, view }), tools);
  } else if (shown !== undefined && !isPage(shown, surface)) {
    await showReply(press, shown, tools);
  }
  if (isHome) await publishHome(place, person, tools);
}

async function showReply(press: ViewPress, reply: Reply, tools: Tools): Promise<void> {
  const { place, surface, triggerId } = press;
  const view = await replyModal(place, reply, tools);
  const { views } = tools.client;
  await expectOpened(
    place,
    reply.locale,
    surface.kind === 'modal'
      ? views.update({ view_id: surface.id, view })
      : views.open({ trigger_id: triggerId, view }),
    tools,
  );
}

/** The page shows itself by being drawn anew. */
function isPage({ kind }: Reply, surface: ViewPress['surface']): boolean {
  return kind === 'home' && surface.kind === 'home';
}
