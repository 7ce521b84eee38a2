/** What Teams sends to a bot, in its own shapes. */

import type { Post, PostedFile } from '../platform-driver';
import { BOT, CHANNEL, CHAT, PERSON, TENANT } from './people';
import { type Activity, isRecord } from './rules';

const OLDER_POST = '1795305600000';

export interface Activities {
  /** An activity with all that Teams puts around it. */
  activity(parts: Activity): Activity;
  /** The activity that tells of a post. */
  message(post: Post): Activity;
}

/** `addressOf` gives the address that Teams hands out for a file in a personal chat. */
export function createActivities(serviceUrl: string, addressOf: (file: PostedFile) => string): Activities {
  let lastId = Date.UTC(2026, 10, 21);

  function nextId(): string {
    lastId += 1;
    return String(lastId);
  }

  function activity({ conversation, ...parts }: Activity): Activity {
    const given = isRecord(conversation) ? conversation : { id: CHAT };
    return {
      type: 'message',
      id: nextId(),
      timestamp: new Date().toISOString(),
      channelId: 'msteams',
      serviceUrl: serviceUrl,
      from: PERSON,
      recipient: BOT,
      conversation: conversation === null ? null : { tenantId: TENANT, ...kindOf(given), ...given },
      channelData: { tenant: { id: TENANT }, ...teamOf(given) },
      entities: [{ type: 'clientInfo', locale: 'en-US', country: 'US', platform: 'Windows' }],
      ...parts,
    };
  }

  function message(post: Post): Activity {
    const id = nextId();
    const markup = '<at>Hexfix</at>';
    const text = post.mentionsBot ? `${markup} ${post.text}` : post.text;
    const authors = { person: PERSON, self: BOT, 'another-bot': { id: '28:another', name: 'Another' } };
    const root = post.where === 'thread' ? OLDER_POST : id;
    return activity({
      id,
      from: authors[post.author ?? 'person'],
      text,
      textFormat: 'plain',
      ...(post.locale !== undefined && { locale: post.locale }),
      attachments: attachmentsOf(post, text),
      ...(post.mentionsBot && { entities: [{ type: 'mention', text: markup, mentioned: BOT }] }),
      conversation: { id: post.where === 'dm' ? CHAT : `${CHANNEL};messageid=${root}` },
    });
  }

  /** The formatted text beside the plain one, and files; outside of personal chats a file is but a mark in that text. */
  function attachmentsOf({ where, files = [] }: Post, text: string): readonly Activity[] {
    const marks = files.map(
      (_file, index) => `<attachment id="c004f07${index}-0000-4000-8000-8007232b0000"></attachment>`,
    );
    const html = { contentType: 'text/html', content: `<div><div>${text}</div></div>${marks.join('')}` };
    return where === 'dm' ? [...files.map(downloadInfo), html] : [html];
  }

  function downloadInfo(file: PostedFile): Activity {
    const fileType = file.name.split('.').at(-1);
    return {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      contentUrl: `https://contoso-my.sharepoint.com/personal/ana/Documents/${file.name}`,
      content: { downloadUrl: addressOf(file), uniqueId: 'b1d5c3a0-0000-4000-8000-00000000000f', fileType },
      name: file.name,
    };
  }

  return { activity, message };
}

function kindOf({ id }: Activity): Activity {
  if (!String(id).startsWith('19:')) return { conversationType: 'personal' };
  return { conversationType: String(id).includes('@thread.v2') ? 'groupChat' : 'channel', isGroup: true };
}

function teamOf({ id }: Activity): Activity {
  const [channel = ''] = String(id).split(';');
  return channel.endsWith('@thread.tacv2') ? { channel: { id: channel }, team: { id: CHANNEL } } : {};
}
