/** What an organization has to say itself, on answers and where people ask for help: its lines, its KMS hosts, its links. */

import type { Locale } from '../i18n/locale';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Organization, ShownOn } from '../knowledge/overlay/organization';
import type { ListItem, Section } from '../reply/reply';
import { toRichText } from '../reply/rich-text';

/** The sections for these places, under the name of the organization; none where it has nothing to say there. */
export function organizationSections(
  { organization }: Pick<KnowledgeBase, 'organization'>,
  places: readonly ShownOn[],
  locale: Locale,
): Section[] {
  if (organization === undefined) return [];
  const isShown = ({ showOn }: { readonly showOn: readonly ShownOn[] }) => showOn.some((each) => places.includes(each));
  const heading = organization.name[locale];
  const items = [
    ...organization.helpDesk.filter(isShown).map(({ text }): ListItem => ({ text: toRichText(text[locale]) })),
    ...(places.includes('activation') ? otherKmsHosts(organization) : []),
  ];
  const links = organization.links.filter(isShown).map(({ title, url }) => ({ title: title[locale], url }));
  return [
    ...(items.length === 0 ? [] : [{ kind: 'list' as const, heading, items }]),
    ...(links.length === 0 ? [] : [{ kind: 'sources' as const, heading, sources: links }]),
  ];
}

/** Commands show the first host; where there are more, people see which they may try in its place. */
function otherKmsHosts({ kmsHosts }: Organization): ListItem[] {
  if (kmsHosts.length < 2) return [];
  const hosts = kmsHosts.map(({ host, port }) => `\`${host}:${port}\``);
  return [{ text: toRichText(`KMS: ${hosts.join(' / ')}`) }];
}
