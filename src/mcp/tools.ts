/** The tools that an MCP client gets, each with what it takes and gives. */

import type { CallToolResult, McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { MOST_HITS, MOST_TEXT, MOST_WORDS } from '../api/limits';
import type { Caller, Lookups } from '../api/lookups';
import { procedureListSchema, procedureValueSchema } from '../api/procedure-values';
import { isRefusal, type Refusal, tellRefusal } from '../api/refusal';
import type { Answered } from '../api/replies';
import { localeSchema } from '../api/statements';
import { askedSchema, explainedSchema, foundSchema } from '../api/values';
import type { Locale } from '../i18n/locale';
import { negotiateLocale } from '../i18n/negotiate';
import { renderText } from '../render/text';
import { tellProcedure } from './procedure-text';

/** Nothing is changed, nothing outside is asked, and the same question has the same answer. */
const ANNOTATIONS = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };
/** A line of text; commands and addresses are never broken. */
const WIDTH = 100;

const lang = localeSchema.optional().describe('The language of the answer. Default: that of the text.');

/** Adds the tools to a server. `fallback`: the language where neither the caller nor the text tells one. */
export function addTools(server: McpServer, lookups: Lookups, fallback: Locale): void {
  server.registerTool(
    'explain_error',
    {
      title: 'Explain a Windows error code',
      description:
        'What a Windows error code means, why it happens and how to fix it, from documented sources. Takes a code in any spelling (0xC004F074, C004F074, -1073418124, ERROR_ACCESS_DENIED), also inside a text. A code without an entry gets the readings of its number, never invented steps.',
      inputSchema: z.object({
        text: z.string().describe(`The code, or a text of at most ${MOST_TEXT} characters.`),
        lang,
      }),
      outputSchema: explainedSchema,
      annotations: ANNOTATIONS,
    },
    (args) => {
      const caller = callerOf(args.lang, fallback);
      return result(lookups.explain(args.text, caller), caller, ({ value, reply }) =>
        reply === undefined ? value.reply.text : renderText(reply, { width: WIDTH }),
      );
    },
  );

  server.registerTool(
    'ask',
    {
      title: 'Ask the bot',
      description:
        'What Hexfix answers to a whole message or to pasted output (slmgr /dlv, event log, Windows Setup log, nslookup, blue screen): the code to begin with, what the output says, and where to go on. Product keys are hidden first.',
      inputSchema: z.object({
        message: z.string().describe(`The message as it was written, at most ${MOST_TEXT} characters.`),
        addressed: z
          .boolean()
          .default(true)
          .describe(
            'False: what the bot would do if the message passed by in a channel, where it speaks up only if sure.',
          ),
        lang,
      }),
      outputSchema: askedSchema,
      annotations: ANNOTATIONS,
    },
    (args) => {
      const caller = callerOf(args.lang, fallback);
      return result(lookups.ask(args.message, { ...caller, asked: args.addressed }), caller, ({ value, reply }) =>
        reply === undefined ? value.why : renderText(reply, { width: WIDTH }),
      );
    },
  );

  server.registerTool(
    'search_symptoms',
    {
      title: 'Search by symptom',
      description:
        'Windows error codes that fit a description of the trouble, the best first. For texts without a code.',
      inputSchema: z.object({
        description: z.string().describe(`The symptom in a sentence or two, at most ${MOST_WORDS} characters.`),
        limit: z.int().optional().describe(`How many codes at most, 1 to ${MOST_HITS}.`),
        lang,
      }),
      outputSchema: foundSchema,
      annotations: ANNOTATIONS,
    },
    (args) => {
      const caller = callerOf(args.lang, fallback);
      return result(lookups.search(args.description, { ...caller, limit: args.limit }), caller, ({ value }) =>
        value.hits.map(({ code, title }) => `${code}  ${title}`).join('\n'),
      );
    },
  );

  server.registerTool(
    'list_procedures',
    {
      title: 'List the procedures',
      description: 'The procedures that find a cause question by question, by id. Walk one with get_procedure.',
      inputSchema: z.object({ lang }),
      outputSchema: procedureListSchema,
      annotations: ANNOTATIONS,
    },
    (args) => {
      const caller = callerOf(args.lang, fallback);
      return result(lookups.procedures(caller), caller, ({ value }) =>
        value.procedures.map(({ id, title }) => `${id}  ${title}`).join('\n'),
      );
    },
  );

  server.registerTool(
    'get_procedure',
    {
      title: 'Get a procedure',
      description:
        'One procedure step by step: what to run, how to read what it shows, and where each answer leads. Ask one step at a time.',
      inputSchema: z.object({
        id: z.string().describe('The id from list_procedures or from an explained code.'),
        lang,
      }),
      outputSchema: procedureValueSchema,
      annotations: ANNOTATIONS,
    },
    (args) => {
      const caller = callerOf(args.lang, fallback);
      return result(lookups.procedure(args.id, caller), caller, ({ value }) => tellProcedure(value));
    },
  );
}

function callerOf(chosen: Locale | undefined, fallback: Locale): Caller {
  return { chosen, fallback };
}

/** The value for programs and a text for readers; or an error that tells what to do. */
function result<T extends object>(
  outcome: Answered<T> | Refusal,
  caller: Caller,
  tell: (answered: Answered<T>) => string,
): CallToolResult {
  if (isRefusal(outcome)) {
    return { isError: true, content: [{ type: 'text', text: tellRefusal(outcome, negotiateLocale(caller)) }] };
  }
  return { content: [{ type: 'text', text: tell(outcome) }], structuredContent: { ...outcome.value } };
}
