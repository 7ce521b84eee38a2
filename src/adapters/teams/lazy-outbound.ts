/** When the Bot Framework SDK is loaded: it takes most of a second and tens of megabytes, and few answers need it. */

import { createRequire } from 'node:module';
import type { Connect } from './connector';
import type { Outbound } from './outbound';

/** What the SDK is made of, by its own list, each part after those that it needs. */
const PARTS = ['botframework-schema', 'botbuilder-stdlib', 'axios', 'botframework-connector', 'botbuilder-core'];

export interface LazyOutbound {
  /** Throws where the package is missing, which nobody should learn from the first answer. */
  check(): void;
  /** The way out. Whoever asks first waits until the SDK is loaded; others are served meanwhile. */
  get(): Promise<Outbound>;
}

/** Makes the way out that is not there yet. */
export function createLazyOutbound(options: { readonly appId: string; readonly connect: Connect }): LazyOutbound {
  let loading: Promise<Outbound> | undefined;

  /** In parts, between which other work is done. */
  async function load(): Promise<Outbound> {
    const loadForSdk = createRequire(require.resolve('botbuilder'));
    for (const part of PARTS) {
      loadForSdk(part);
      await new Promise(setImmediate);
    }
    const { createOutbound }: typeof import('./outbound') = require('./outbound');
    return createOutbound(options);
  }

  return {
    check: () => void require.resolve('botbuilder'),

    get() {
      loading ??= load().catch((error: unknown) => {
        // It is tried again by the next who needs it.
        loading = undefined;
        throw error;
      });
      return loading;
    },
  };
}
