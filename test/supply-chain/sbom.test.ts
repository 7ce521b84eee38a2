import type { Sbom } from '../../scripts/supply-chain/finish-sbom.mjs';

const PARTS = [
  { 'bom-ref': 'b@1.0.0', name: 'b', version: '1.0.0', licenses: [] },
  { 'bom-ref': 'a@1.0.0', name: 'a', version: '1.0.0', licenses: [{ license: { id: 'ISC' } }] },
];

/** A list as npm writes it, at that time. */
function list(timestamp: string, components = PARTS): Sbom {
  const component = { 'bom-ref': 'hexfix@0.1.0', name: 'folder' };
  return { serialNumber: `urn:uuid:${timestamp}`, metadata: { timestamp, tools: [], component }, components };
}

async function finish(bom: Sbom): Promise<Sbom> {
  const { finishSbom } = await import('../../scripts/supply-chain/finish-sbom.mjs');
  return finishSbom(bom, { manifest: { name: 'hexfix' }, licenses: { a: 'MIT', b: 'MIT' } });
}

describe('the list of packages', () => {
  it('is the same for the same lock file, whenever and in whatever order npm wrote it', async () => {
    const monday = await finish(list('2026-01-05T00:00:00Z'));
    expect(await finish(list('2026-01-06T00:00:00Z', [...PARTS].reverse()))).toEqual(monday);
    expect(monday.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });

  it('is another one as soon as a package changes', async () => {
    const [first, second] = await Promise.all([finish(list('', PARTS)), finish(list('', PARTS.slice(1)))]);
    expect(first?.serialNumber).not.toBe(second?.serialNumber);
  });

  it('names the project and the licenses that npm does not find, and leaves those alone that it does', async () => {
    const { metadata, components } = await finish(list(''));
    expect(metadata.component.name).toBe('hexfix');
    expect(components.map(({ name, licenses }) => [name, licenses])).toEqual([
      ['a', [{ license: { id: 'ISC' } }]],
      ['b', [{ license: { id: 'MIT' } }]],
    ]);
  });
});
