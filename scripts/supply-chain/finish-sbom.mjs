/**
 * Completes a CycloneDX list as npm writes it: the name of the project instead of that of its folder, licenses that were
 * decided on by hand, and nothing that differs between two runs over the same lock file.
 */
import { createHash } from 'node:crypto';

/** `licenses` names those that npm does not find, by package. */
export function finishSbom(bom, { manifest, licenses }) {
  const { timestamp, tools, lifecycles, component, ...metadata } = bom.metadata;
  const finished = {
    ...bom,
    metadata: { ...metadata, component: { ...component, type: 'application', name: manifest.name } },
    components: bom.components
      .map((part) => (part.licenses?.length || !licenses[part.name] ? part : withLicense(part, licenses[part.name])))
      .sort((a, b) => (a['bom-ref'] < b['bom-ref'] ? -1 : 1)),
  };
  return { ...finished, serialNumber: `urn:uuid:${uuidOf(JSON.stringify({ ...finished, serialNumber: '' }))}` };
}

function withLicense(part, id) {
  return { ...part, licenses: [{ license: { id } }] };
}

/** A UUID (version 8) that names the content: equal lists have equal ones. */
function uuidOf(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  const variant = ((Number.parseInt(hex[16], 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-');
}
