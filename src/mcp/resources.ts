/** Every entry as a resource of its own: `hexfix://codes/0xC004F074`. */

import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server';
import type { Lookups } from '../api/lookups';
import { isRefusal } from '../api/refusal';
import type { Locale } from '../i18n/locale';
import type { KnowledgeBase } from '../knowledge/knowledge-base';

const ROOT = 'hexfix://codes/';
const MIME_TYPE = 'application/json';

/** Adds the resources to a server. Any other code of the same form can be read, too. */
export function addResources(server: McpServer, lookups: Lookups, knowledge: KnowledgeBase, locale: Locale): void {
  const template = new ResourceTemplate(`${ROOT}{code}`, {
    list: () => ({
      resources: [...knowledge.entries.values()].map(({ code, title }) => ({
        ...{ uri: ROOT + code, name: code, title: title[locale], mimeType: MIME_TYPE },
      })),
    }),
  });
  server.registerResource(
    'code',
    template,
    { title: 'Windows error codes', description: 'Everything about one code, as JSON.', mimeType: MIME_TYPE },
    (uri, { code }) => {
      const outcome = lookups.lookUp(String(code), { chosen: locale });
      if (isRefusal(outcome)) throw new ResourceNotFoundError(uri.href);
      return { contents: [{ uri: uri.href, mimeType: MIME_TYPE, text: JSON.stringify(outcome.value) }] };
    },
  );
}
