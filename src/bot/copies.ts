/** "I have this too": a case of one's own, in private, with the same codes from the start. */

import type { CaseHead } from '../cases/case';
import { copyAlreadySent, copySent } from '../resolver/desk/asides';
import type { NewEffect, StoredCase } from '../store/ports';
import { copyKey, newCaseId } from './keys';
import { personScope } from './manners';
import type { BotParts } from './parts';
import type { Press, PressAnswer } from './values';

/** Opens the presser's own case and has it sent to them; once, however often they press. */
export async function giveCopy(
  { head: original }: StoredCase,
  press: Press,
  { store, now, onEffects }: Pick<BotParts, 'store' | 'now' | 'onEffects'>,
): Promise<PressAnswer> {
  const [mine] = await store.findSettings([personScope(press)]);
  const locale = mine?.language ?? original.locale;
  const head: CaseHead = {
    ...original,
    id: newCaseId(now()),
    // Known once it has been posted.
    conversation: '',
    place: press.place,
    shared: false,
    asker: press.person,
    locale,
    openedAtMs: now(),
  };
  const opened = await store.openCase(head, copyKey(original.id, press.person), {
    effects: [copyEffect(head)],
    outcomes: [],
  });
  if (typeof opened === 'string') return { aside: copyAlreadySent(locale) };
  onEffects();
  return { aside: copySent(locale) };
}

function copyEffect({ id, platform, tenant, place }: CaseHead): NewEffect {
  return { key: `copy:${id}`, kind: 'copy', platform, tenant, caseId: id, version: 0, place };
}
