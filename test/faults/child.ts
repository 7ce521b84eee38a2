/** A process that serves commands until it is killed. Between `close` and the next `open` it is as good as new. */

import type { Command, Request, Response } from './protocol';
import { openService, type Service } from './service';

let service: Service | undefined;

function running(): Service {
  if (service === undefined) throw new Error('not open');
  return service;
}

async function serve(command: Command): Promise<unknown> {
  switch (command.kind) {
    case 'open':
      service = await openService(command.opening);
      return service.opened;
    case 'deliver':
      return running().deliver(command.delivery);
    case 'settle':
      return running().settle();
    case 'look':
      return running().look(command.tenant);
    case 'close':
      return running().close();
  }
}

process.on('message', async ({ id, command }: Request) => {
  const respond = (response: Omit<Response, 'id'>) => process.send?.({ id, ...response });
  try {
    respond({ value: await serve(command) });
  } catch (error) {
    respond({ error: error instanceof Error ? String(error.stack) : String(error) });
  }
});
// Whoever commands is gone.
process.on('disconnect', () => process.exit());
