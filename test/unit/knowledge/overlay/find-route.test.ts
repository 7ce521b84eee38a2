import { type ErrorCode, toErrorCode } from '../../../../src/code/error-code';
import { createKnowledgeBase, loadKnowledgeParts } from '../../../../src/knowledge/load';
import { findRoute } from '../../../../src/knowledge/overlay/find-route';
import { organizationSchema } from '../../../../src/knowledge/overlay/organization';

const UPDATE = toErrorCode(0x8024_402c);
const LICENSE = toErrorCode(0xc004_f074);
/** All of Windows uses it. */
const GENERAL = toErrorCode(0x8007_0005);

const organization = organizationSchema.parse({
  name: { en: 'Contoso', 'zh-CN': 'Contoso' },
  triage: [
    { codes: ['0xC004F074'], slack: 'C0KMS' },
    { codes: ['0xC004*'], slack: 'C0LICENSES' },
    { areas: ['update'], slack: 'C0UPDATES' },
    { areas: ['activation'], slack: 'C0ACTIVATION' },
  ],
});
const parts = loadKnowledgeParts();
const knowledge = createKnowledgeBase({ ...parts, organization });
const routeOf = (codes: readonly ErrorCode[], activation = false) => findRoute({ codes, activation }, knowledge)?.slack;

it.each<[string, readonly ErrorCode[], boolean, string | undefined]>([
  ['the code itself', [LICENSE], false, 'C0KMS'],
  ['how the code begins', [toErrorCode(0xc004_c003)], false, 'C0LICENSES'],
  ['what the code is about', [UPDATE], false, 'C0UPDATES'],
  ['the first of several codes', [UPDATE, LICENSE], false, 'C0UPDATES'],
  ['a general code by the message: activation', [GENERAL], true, 'C0ACTIVATION'],
  ['a general code by the message: anything else', [GENERAL], false, undefined],
  ['no rule for a code without an entry', [toErrorCode(0xdead_beef)], false, undefined],
  ['no rule without a code', [], true, undefined],
])('goes by %s', (_name, codes, activation, channel) => {
  expect(routeOf(codes, activation)).toBe(channel);
});

it('has no route where no organization has named one', () => {
  expect(findRoute({ codes: [LICENSE], activation: true }, createKnowledgeBase(parts))).toBeUndefined();
});
