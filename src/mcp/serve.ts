/**
 * The MCP server over two streams, by the official SDK.
 * @see https://modelcontextprotocol.io/specification
 */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { McpServer } from '@modelcontextprotocol/server';
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import { z } from 'zod';
import { createLookups } from '../api/lookups';
import type { Locale } from '../i18n/locale';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import { addResources } from './resources';
import { addTools } from './tools';

const INSTRUCTIONS =
  'Hexfix explains Windows error codes from written knowledge with sources. Give explain_error a code, ask a whole message or pasted output, search_symptoms a description without a code. Say “likely” where an answer says so, and warn before a destructive step. Inline code in texts stands in backticks.';

const packageSchema = z.object({ version: z.string() });

export interface McpOptions {
  readonly knowledge: KnowledgeBase;
  /** The language where neither the caller nor the text tells one. */
  readonly locale: Locale;
  readonly input: Readable;
  /** Gets nothing but the protocol. */
  readonly output: Writable;
  readonly onError: (error: Error) => void;
}

/** Serves until the input ends. */
export async function serveMcp({ knowledge, locale, input, output, onError }: McpOptions): Promise<void> {
  const lookups = createLookups(knowledge);
  const info = { name: 'hexfix', title: 'Hexfix', version: readVersion() };
  const ended = new Promise<void>((resolve) => {
    input.once('end', resolve);
    input.once('close', resolve);
  });
  const handle = serveStdio(
    () => {
      const server = new McpServer(info, { instructions: INSTRUCTIONS });
      addTools(server, lookups, locale);
      addResources(server, lookups, knowledge, locale);
      return server;
    },
    { transport: new StdioServerTransport(input, output), onerror: onError },
  );
  await ended;
  await handle.close();
}

function readVersion(): string {
  return packageSchema.parse(JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8'))).version;
}
