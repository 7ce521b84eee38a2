/** `GET /readyz`: whether requests should come here. Whether the process lives is `/healthz`, which asks nobody. */

import { jsonResponse, type Route } from './http';
import type { StoreCheck } from './store-check';

/** How far the process has come. */
export type Phase = 'starting' | 'running' | 'draining';
/** What a balancer is told. */
export type Readiness = 'ready' | 'starting' | 'draining' | 'store-unreachable';

export interface Readied {
  readonly route: Route;
  enter(phase: Phase): void;
  read(): Promise<Readiness>;
}

/** Makes it, in the phase `starting`. The body names `facts` of how this process was started, for the operator; no secrets. */
export function createReadiness(store: StoreCheck, facts: Readonly<Record<string, string>>): Readied {
  let phase: Phase = 'starting';

  async function read(): Promise<Readiness> {
    if (phase !== 'running') return phase;
    const isUp = await store.isUp();
    // The order to stop may have come in the meantime.
    if (phase !== 'running') return phase;
    return isUp ? 'ready' : 'store-unreachable';
  }

  async function handle() {
    const status = await read();
    return jsonResponse(status === 'ready' ? 200 : 503, { status, ...facts });
  }

  return {
    route: { method: 'GET', path: '/readyz', handle },
    enter(next) {
      phase = next;
    },
    read,
  };
}
