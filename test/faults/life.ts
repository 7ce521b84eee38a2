/** Processes of the bot, as their parent sees them: asked, answering, and at some point dead. */

import { type ChildProcess, fork } from 'node:child_process';
import type { Command, Request, Response } from './protocol';

/** The process was killed before it had answered. Its message is the point at which it killed itself. */
export class Death extends Error {}

export interface Life {
  ask(command: Command): Promise<unknown>;
  /** Kills it from outside, as an operating system does. */
  kill(): void;
  /** Lets it end by itself, when nobody needs it any more. */
  release(): void;
}

/** Ready-made processes: starting one takes longer than a story. */
export interface Nursery {
  take(): Life;
  /** Takes back one that has outlived its story. */
  giveBack(life: Life): void;
  close(): void;
}

export function createNursery(program: string, cacheFolder: string): Nursery {
  const spare: Life[] = [];
  const bear = () => createLife(program, cacheFolder);
  return {
    take() {
      const life = spare.shift() ?? bear();
      if (spare.length === 0) spare.push(bear());
      return life;
    },
    giveBack: (life) => void spare.unshift(life),
    close() {
      for (const life of spare) life.release();
    },
  };
}

function createLife(program: string, cacheFolder: string): Life {
  const child = fork(program, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
    env: { ...process.env, NODE_COMPILE_CACHE: cacheFolder },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let asked = 0;
  let end: Error | undefined;

  child.on('message', ({ id, value, error }: Response) => {
    const asker = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) asker?.resolve(value);
    else asker?.reject(new Error(error));
  });
  void endOf(child).then((error) => {
    end = error;
    for (const { reject } of waiting.values()) reject(error);
  });

  return {
    ask(command) {
      return new Promise((resolve, reject) => {
        if (end !== undefined) return reject(end);
        asked += 1;
        waiting.set(asked, { resolve, reject });
        const request: Request = { id: asked, command };
        // A message that cannot be sent any more is answered by the end.
        child.send(request, () => undefined);
      });
    },
    kill: () => void child.kill('SIGKILL'),
    release: () => child.disconnect(),
  };
}

/** Resolves when the process and its last words are through. */
function endOf(child: ChildProcess): Promise<Error> {
  let lastWords = '';
  child.stdout?.on('data', (chunk) => {
    lastWords += String(chunk);
  });
  return new Promise((resolve) => {
    child.on('close', (code, signal) => {
      resolve(signal === 'SIGKILL' ? new Death(lastWords) : new Error(`the process ended with ${code ?? signal}`));
    });
  });
}
