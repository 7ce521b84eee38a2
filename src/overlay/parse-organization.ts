/** `organization.json`: its shape, and the hosts that it may name. */

import { type Organization, organizationSchema } from '../knowledge/overlay/organization';
import { formatPath } from '../knowledge/parse-files';
import type { KnowledgeFile } from '../knowledge/read-files';
import { findLinkFault } from './check-links';
import type { OverlayFault } from './fault';

export interface ParsedOrganization {
  readonly organization?: Organization;
  readonly faults: readonly OverlayFault[];
}

export function parseOrganization(file: KnowledgeFile): ParsedOrganization {
  const result = organizationSchema.safeParse(file.json);
  if (!result.success) {
    return {
      faults: result.error.issues.map((issue) => ({
        file: file.path,
        at: formatPath(issue.path),
        what: issue.message,
        why: 'the program relies on the shape of this file',
        fix: 'correct the value as knowledge/schema/overlay-organization.schema.json describes it',
      })),
    };
  }
  const { linkHosts } = result.data;
  const faults = linkHosts.flatMap((host, index): OverlayFault[] => {
    const fault = findLinkFault(`https://${host}/`, linkHosts);
    return fault === undefined ? [] : [{ file: file.path, at: `linkHosts[${index}]`, ...fault }];
  });
  return { organization: result.data, faults };
}
