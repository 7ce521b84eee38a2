/**
 * The shape of `organization.json` in an organization's overlay: what its people need to know that Microsoft's pages
 * cannot tell. The JSON Schema in `knowledge/schema/` is generated from here.
 */

import { z } from 'zod';
import { errorCodeSchema, localizedSchema } from '../entry';
import { FAMILIES } from '../families';

/** As long as a line stays a line on a phone. */
const LONGEST_LINE = 240;
const LONGEST_NAME = 60;
/** All of them stand on one card, beside an answer that fills most of it. */
const MOST_SHOWN = 5;
const MOST_HOSTS = 8;
const MOST_ROUTES = 50;
const KMS_PORT = 1688;

/** A name as DNS knows it, in letters that everybody can tell apart. */
const HOST_NAME = /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;
const hostSchema = z.string().regex(HOST_NAME, 'write a host as its name alone, such as kms.contoso.com');

/** A text in both languages that stays a line. */
const lineSchema = localizedSchema.refine(
  (line) => Object.values(line).every((each) => each.length <= LONGEST_LINE),
  `a line has at most ${LONGEST_LINE} characters`,
);

/** `help`: where people ask for help. `activation`: on answers about activation. `answers`: on every answer. */
const shownOnSchema = z.array(z.enum(['help', 'activation', 'answers'])).min(1);

const kmsHostSchema = z.strictObject({
  host: hostSchema,
  port: z.int().min(1).max(65_535).default(KMS_PORT),
});

const linkSchema = z.strictObject({ title: lineSchema, url: z.string(), showOn: shownOnSchema });
const helpDeskSchema = z.strictObject({ text: lineSchema, showOn: shownOnSchema });

/** A code as `0xC1900101`, or the beginning of many as `0x8024*`. */
const codePatternSchema = z.union([
  errorCodeSchema,
  z.string().regex(/^0x[0-9A-F]{1,7}\*$/, 'write a code as 0xC1900101, or how many begin as 0x8024*'),
]);

const routeShape = z.strictObject({
  /** Codes, or how they begin. */
  codes: z.array(codePatternSchema).min(1).optional(),
  /** What the code is about. */
  areas: z.array(z.enum(FAMILIES)).min(1).optional(),
  /** The id of a Slack channel. */
  slack: z
    .string()
    .regex(/^[CG][A-Z0-9]{2,31}$/, 'write the id of a channel (C… or G…), not its name')
    .optional(),
  teams: z
    .strictObject({
      channel: z
        .string()
        .regex(/^19:[^\s;@]+@thread\.(?:tacv2|skype)$/, 'write the id of a channel, 19:…@thread.tacv2'),
      tenant: z
        .string()
        .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'write a directory (tenant) id, a GUID'),
      serviceUrl: z.url({ protocol: /^https$/ }).optional(),
    })
    .optional(),
});

const routeSchema = routeShape
  .refine(({ codes, areas }) => codes !== undefined || areas !== undefined, 'a route names codes, or areas, or both')
  .refine(({ slack, teams }) => slack !== undefined || teams !== undefined, 'a route names a channel to lead to');

export const organizationSchema = z.strictObject({
  $schema: z.string().optional(),
  /** As people call it; the heading over what is shown of it. */
  name: localizedSchema.refine(
    (name) => Object.values(name).every((each) => each.length <= LONGEST_NAME),
    `a name has at most ${LONGEST_NAME} characters`,
  ),
  /** Its KMS hosts. Commands show the first one where ours have `<kms_host>`. */
  kmsHosts: z.array(kmsHostSchema).max(MOST_SHOWN).default([]),
  /** The hosts that links of the overlay may lead to, beside Microsoft's documentation. */
  linkHosts: z.array(hostSchema).max(MOST_HOSTS).default([]),
  links: z.array(linkSchema).max(MOST_SHOWN).default([]),
  /** Lines such as a phone number and when somebody answers it. */
  helpDesk: z.array(helpDeskSchema).max(MOST_SHOWN).default([]),
  /** Where hand-offs go, the first route that fits; without one, to the configured channel. */
  triage: z.array(routeSchema).max(MOST_ROUTES).default([]),
});

export type Organization = z.infer<typeof organizationSchema>;
export type Route = z.infer<typeof routeSchema>;
export type ShownOn = z.infer<typeof shownOnSchema>[number];
