/** `mcp`: the same answers for programs that speak the Model Context Protocol, over standard input and output. */

import { Readable, Writable } from 'node:stream';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Arguments } from './arguments';
import type { ExitCode, Io } from './io';
import { UsageError } from './usage-error';
import { wordsFor } from './words';

/** `hexfix mcp`: exit code 0 when the client closes the input. */
export async function mcp({ rest, lang }: Arguments, knowledge: KnowledgeBase, io: Io): Promise<ExitCode> {
  const locale = lang ?? io.locale;
  const words = wordsFor(locale);
  if (rest.length > 0) throw new UsageError(words.needsNothing('mcp'));
  if (io.stdinIsTerminal) io.complain(words.mcpWaits);
  // The SDK is loaded for this command alone.
  const { serveMcp }: typeof import('../mcp/serve') = require('../mcp/serve');
  await serveMcp({
    ...{ knowledge, locale },
    input: Readable.from(io.stdin, { objectMode: false }),
    output: new Writable({
      decodeStrings: false,
      write: (text, _encoding, done) => void io.write(String(text)).then(() => done(), done),
    }),
    // Its kind alone: the message may repeat what a client sent.
    onError: ({ name }) => io.complain(words.mcpFault(name)),
  });
  return 0;
}
