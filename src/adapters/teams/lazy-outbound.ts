/** When the Bot Framework SDK is loaded: it takes most of a second, which nobody who posts a code should have to wait for. */

import { createRequire } from 'node:module';
import type { Connect } from './connector';
import type { Outbound } from './outbound';

/** What the SDK is made of, by its own list, each part after those that it needs. */
const PARTS = ['botframework-schema', 'botbuilder-stdlib', 'axios', 'botframework-connector', 'botbuilder-core'];

export interface LazyOutbound {
  /** Throws where the package is missing, which nobody should learn from the first answer. */
  check(): void;
  /** The way out; whoever comes before the SDK waits until all of it is loaded. */
  get(): Outbound;
  /** Loads the SDK in parts, between which other work is done. Without effect once there. */
  warm(): Promise<void>;
  /** Leaves off warming. */
  close(): void;
}

/** Makes the way out that is not there yet. */
export function createLazyOutbound(options: { readonly appId: string; readonly connect: Connect }): LazyOutbound {
  let outbound: Outbound | undefined;
  let isClosed = false;

  function get(): Outbound {
    if (outbound === undefined) {
      const { createOutbound }: typeof import('./outbound') = require('./outbound');
      outbound = createOutbound(options);
    }
    return outbound;
  }

  return {
    check: () => void require.resolve('botbuilder'),

    get,

    async warm() {
      const loadForSdk = createRequire(require.resolve('botbuilder'));
      for (const load of [...PARTS.map((part) => () => loadForSdk(part)), get]) {
        // After whatever has come in meanwhile.
        await new Promise(setImmediate);
        if (isClosed || outbound !== undefined) return;
        load();
      }
    },

    close() {
      isClosed = true;
    },
  };
}
