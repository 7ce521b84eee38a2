/** Loaded into a replica before the program: tells how much it holds, without the program knowing. */

import { monitorEventLoopDelay } from 'node:perf_hooks';

const delays = monitorEventLoopDelay();
delays.enable();

process.on('message', () => {
  // Twice: what finalizers free is collected by the second.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, rss } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  const handles = process.getActiveResourcesInfo().length;
  const heldMs = delays.max / 1e6;
  process.send?.({ heapBytes: heapUsed, rssBytes: rss, handles, cpuMs: (user + system) / 1_000, heldMs });
});
// Whoever has started it is gone.
process.on('disconnect', () => process.exit());
// The channel alone must not keep a program alive that is done.
process.channel?.unref();
