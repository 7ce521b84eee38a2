/** The overlay of a folder, live. */

import type { Logger } from '../ops/logger';
import { markFolder } from './folder';
import { createLiveKnowledge, type LiveKnowledge } from './live';
import { loadOverlay, loadOverlayBase } from './load-overlay';

/** Rejects with a `FaultError` when the overlay is broken: nothing has been in use before that could stay. */
export function openOverlay(directory: string, logger: Logger): Promise<LiveKnowledge> {
  const base = loadOverlayBase();
  const source = {
    async load() {
      const { knowledge, items } = await loadOverlay(directory, base);
      logger.info({ items }, `The overlay in ${directory} has ${items} entries and procedures of its own.`);
      return knowledge;
    },
    mark: () => markFolder(directory),
  };
  return createLiveKnowledge(source, logger);
}
