/**
 * Files that come with a post: what Slack tells of them, and the way to their bytes. Slack keeps them behind the bot token,
 * so the token goes along, and only to Slack.
 * @see https://docs.slack.dev/reference/objects/file-object/
 */

import type { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { FileRefusal, InboundFile } from '../../bot';
import { type Download, download, isHttpsAt } from '../../ops/download';
import type { Logger } from '../../ops/logger';
import type { OneWorkspaceConfig } from './config';
import { readFailure } from './failure';

/** What an event tells of a file. Of one from another workspace that is no more than its id. */
export const fileSchema = z.object({
  id: z.string(),
  name: z.string().nullish(),
  filetype: z.string().nullish(),
  mode: z.string().optional(),
  file_access: z.string().optional(),
  url_private: z.string().optional(),
  url_private_download: z.string().optional(),
});

export type SlackFile = Readonly<z.infer<typeof fileSchema>>;

/** Not kept at Slack, or not any more. */
const ELSEWHERE: readonly unknown[] = ['external', 'tombstone', 'hidden_by_limit'];
/** Slack's ways to say that the token opens no files: redirects to its sign-in page among them. */
const NOT_PERMITTED: readonly unknown[] = [301, 302, 303, 307, 308, 401, 403];
/** More than one post can have. */
const MOST_FILES = 20;

export interface Files {
  /** The files as the bot can read them. Never rejects. */
  open(files: readonly SlackFile[]): Promise<readonly InboundFile[]>;
}

/** Makes the way to files. One call takes at most `timeoutMs`. */
export function createFiles(options: {
  readonly client: webApi.WebClient;
  readonly config: Pick<OneWorkspaceConfig, 'botToken' | 'apiUrl'>;
  readonly logger: Logger;
  readonly timeoutMs: number;
}): Files {
  const { client, config, logger, timeoutMs } = options;
  const simulator = config.apiUrl === undefined ? undefined : new URL(config.apiUrl).origin;
  let lastComplaint: string | undefined;

  async function open(told: SlackFile): Promise<InboundFile[]> {
    try {
      const file = needsLookUp(told) ? await lookUp(told.id) : told;
      if (file === undefined || ELSEWHERE.includes(file.mode)) return [];
      const address = file.url_private_download ?? file.url_private ?? '';
      return [{ name: nameOf(file), read: (maxBytes) => read(address, maxBytes) }];
    } catch (error) {
      const { code } = readFailure(error);
      const refusal = code === 'missing_scope' ? 'not-permitted' : 'not-loaded';
      complain(code);
      return [{ read: async () => ({ refusal }) }];
    }
  }

  async function lookUp(id: string): Promise<SlackFile | undefined> {
    const { file } = await client.files.info({ file: id });
    return fileSchema.safeParse(file).data;
  }

  async function read(address: string, maxBytes: number) {
    const credentials = { authorization: `Bearer ${config.botToken}` };
    const got = await download(address, { isAllowed, credentials, maxBytes, timeoutMs });
    const refusal = refusalOf(got);
    if (refusal !== undefined && refusal !== 'too-large') complain(codeOf(got));
    return 'bytes' in got && refusal === undefined ? { bytes: got.bytes } : { refusal: refusal ?? 'not-loaded' };
  }

  function isAllowed(url: URL): boolean {
    return isHttpsAt(url, ['slack.com']) || url.origin === simulator;
  }

  /** Once for the same trouble, however many files it concerns. */
  function complain(code: string): void {
    if (code === lastComplaint) return;
    lastComplaint = code;
    logger.warn(
      { code },
      'Slack does not give Hexfix a file; check that the app has the scope files:read, and install it again after adding it',
    );
  }

  return {
    open: async (files) => (await Promise.all(files.slice(0, MOST_FILES).map(open))).flat(),
  };
}

function needsLookUp({ file_access, mode, url_private, url_private_download }: SlackFile): boolean {
  if (ELSEWHERE.includes(mode)) return false;
  return file_access === 'check_file_info' || (url_private ?? url_private_download) === undefined;
}

/** A snippet is text that was pasted, whatever it was called. */
function nameOf({ name, mode, filetype }: SlackFile): string {
  return mode === 'snippet' && filetype === 'text' ? 'snippet.txt' : (name ?? '');
}

/**
 * Without the right scope Slack answers with its sign-in page under status 200, or sends there. It serves no text file as a
 * page.
 */
function refusalOf(got: Download): FileRefusal | undefined {
  if ('bytes' in got) return /^text\/html\b/i.test(got.contentType) ? 'not-permitted' : undefined;
  if (got.failure === 'too-large') return 'too-large';
  return NOT_PERMITTED.includes(got.status) ? 'not-permitted' : 'not-loaded';
}

function codeOf(got: Download): string {
  if ('bytes' in got) return 'sign_in_page';
  return got.status === undefined ? got.failure : `http_${got.status}`;
}
