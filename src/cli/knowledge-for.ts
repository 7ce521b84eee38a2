/** The knowledge that a command asks: ours, with the organization's own where an overlay is named. */

import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { loadKnowledge } from '../knowledge/load';
import { loadOverlay, loadOverlayBase } from '../overlay/load-overlay';
import type { Arguments } from './arguments';
import type { Io } from './io';

/** Rejects with every fault when the overlay is broken. */
export async function knowledgeFor(
  { overlay }: Pick<Arguments, 'overlay'>,
  { overlayDir }: Pick<Io, 'overlayDir'>,
): Promise<KnowledgeBase> {
  const directory = overlay ?? overlayDir;
  if (directory === undefined) return loadKnowledge();
  const { knowledge } = await loadOverlay(directory, loadOverlayBase());
  return knowledge;
}
