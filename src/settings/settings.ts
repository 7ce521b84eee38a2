/**
 * What people may set, and where: default ← tenant ← channel ← person. A level says only what differs from the level
 * above it.
 */

import { z } from 'zod';
import { LOCALES } from '../i18n/locale';
import { FAMILIES } from '../knowledge/families';

/** `off`: no word in the channel. `mention`: only to who mentions the bot. `listen`: to codes beyond doubt as well. */
export const MODES = ['off', 'mention', 'listen'] as const;
/** Where answers go that are given in a channel: into the thread, or to the writer alone. */
export const PRIVACIES = ['thread', 'private'] as const;
export const SWITCHES = ['on', 'off'] as const;

export type Mode = (typeof MODES)[number];
export type Privacy = (typeof PRIVACIES)[number];

/** Longer marks nobody remembers. */
export const LONGEST_MARK = 16;
export const MOST_COOLDOWN_MINUTES = 24 * 60;

/** The id of a channel, as its platform writes it: `C024BE91L` or `19:…@thread.tacv2`. */
export const channelIdSchema = z.string().regex(/^(?:[CG][A-Z0-9]{2,31}|19:[^\s;@]{1,200}@thread\.(?:tacv2|skype))$/);

const routeSchema = z.strictObject({ families: z.array(z.enum(FAMILIES)).min(1), channel: channelIdSchema });

/** What one level says. Absent means: as above. */
export const settingsSchema = z.strictObject({
  language: z.enum(LOCALES).optional(),
  mode: z.enum(MODES).optional(),
  privacy: z.enum(PRIVACIES).optional(),
  /** Marks on answered posts: seen, solved, handed over. Only where the platform lets bots react. */
  marks: z.enum(SWITCHES).optional(),
  /** So long a code that was answered in a channel is not answered there again unasked. */
  cooldownMinutes: z.int().min(0).max(MOST_COOLDOWN_MINUTES).optional(),
  /** A post that begins with it is left alone; empty for none. */
  ignoreMark: z.string().max(LONGEST_MARK).regex(/^\S*$/).optional(),
  /** The channel in which people take over. */
  triage: channelIdSchema.optional(),
  /** Hand-offs of some families go elsewhere; the first that fits. */
  routes: z.array(routeSchema).max(FAMILIES.length).optional(),
  /** Of a person: their posts are not answered unasked until then, in milliseconds since 1970, or until they say so. */
  muted: z.union([z.literal('until-unmuted'), z.int().positive()]).optional(),
});

export type Settings = z.infer<typeof settingsSchema>;

/** Levels that are stored; the default comes from the configuration. */
export const STORED_LEVELS = ['tenant', 'channel', 'person'] as const;
export type StoredLevel = (typeof STORED_LEVELS)[number];

/** What each level may say. */
export const FIELDS_OF: Readonly<Record<StoredLevel, readonly (keyof Settings)[]>> = {
  tenant: ['language', 'mode', 'privacy', 'marks', 'cooldownMinutes', 'ignoreMark', 'triage', 'routes'],
  channel: ['language', 'mode', 'privacy', 'marks', 'cooldownMinutes', 'triage', 'routes'],
  person: ['language', 'privacy', 'muted'],
};
