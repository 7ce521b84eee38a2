/**
 * Files that come with a post. In the personal chat Teams hands over an address that serves the file without a token for a
 * few minutes; everywhere else it tells only that there is one.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4
 */

import { z } from 'zod';
import type { FileRefusal, InboundFile } from '../../bot';
import { type Download, download, isHttpsAt } from '../../ops/download';
import type { TeamsActivity } from './activity';
import { isPersonal } from './inbound';

const DOWNLOAD_INFO = 'application/vnd.microsoft.teams.file.download.info';
/** Where Teams keeps the files of chats. Its clouds of governments and of China hand no files to bots. */
const FILE_DOMAINS = ['sharepoint.com'];
/** With the answer it stays within the 15 s that Teams waits. */
const TIMEOUT_MS = 6_000;
/** What stands for a file in the formatted copy of a message. */
const PLACEHOLDER = /<attachment\b[^>]{0,500}>/i;

const contentSchema = z.object({ downloadUrl: z.string() });

/** The files of a post, as the bot can read them; from `extraHosts` as well as from Microsoft's own. */
export function filesOf(activity: TeamsActivity, extraHosts: readonly string[] = []): readonly InboundFile[] {
  const { attachments = [] } = activity;
  const files = attachments.flatMap(({ contentType, name, content }) => {
    const info = contentType === DOWNLOAD_INFO ? contentSchema.safeParse(content).data : undefined;
    if (info === undefined) return [];
    return [{ name: name ?? '', read: (maxBytes: number) => read(info.downloadUrl, maxBytes, extraHosts) }];
  });
  return isKeptBack(activity) ? [{ read: async () => ({ refusal: 'not-handed-over' }) }] : files;
}

/** What a card's placeholder stands for is an attachment of its own; a file's is nowhere. */
function isKeptBack(activity: TeamsActivity): boolean {
  const [copy, ...others] = activity.attachments ?? [];
  if (isPersonal(activity) || copy?.contentType !== 'text/html' || others.length > 0) return false;
  return typeof copy.content === 'string' && PLACEHOLDER.test(copy.content);
}

/** The address is the permission: no token of ours goes along. */
async function read(address: string, maxBytes: number, extraHosts: readonly string[]) {
  const isAllowed = (url: URL) => isHttpsAt(url, FILE_DOMAINS) || extraHosts.includes(url.host);
  const got = await download(address, { isAllowed, maxBytes, timeoutMs: TIMEOUT_MS });
  return 'bytes' in got ? { bytes: got.bytes } : { refusal: refusalOf(got) };
}

function refusalOf({ failure }: Extract<Download, { failure: unknown }>): FileRefusal {
  return failure === 'too-large' ? 'too-large' : 'not-loaded';
}
