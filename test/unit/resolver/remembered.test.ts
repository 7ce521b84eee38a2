import type { ErrorCode } from '../../../src/code/error-code';
import { toErrorCode } from '../../../src/code/error-code';
import { LOCALES } from '../../../src/i18n/locale';
import { loadKnowledge } from '../../../src/knowledge/load';
import { renderAdaptiveCard } from '../../../src/render/adaptive-card';
import { renderBlockKit } from '../../../src/render/block-kit';
import type { FollowUp } from '../../../src/reply/follow-up';
import { withMemory } from '../../../src/resolver/remembered';
import { createResolver, type Scene } from '../../../src/resolver/resolve';

const knowledge = loadKnowledge();
const plain = createResolver(knowledge);
const KMS_UNREACHABLE = toErrorCode(0xc004f074);

function withCounting(known: Pick<typeof knowledge, 'entries'> = knowledge) {
  const follow = jest.fn(plain.follow);
  return { follow, resolver: withMemory({ ...plain, follow }, known) };
}

function asking(code: ErrorCode, rest: Partial<FollowUp> = {}): FollowUp {
  return { v: 1, move: 'answer', locale: 'en', codes: [code], ...rest };
}

const { resolver: remembering } = withCounting();

it.each(LOCALES)('gives in %s what it gave before, and what it would give without a memory', (locale) => {
  for (const code of knowledge.entries.keys()) {
    for (const move of ['answer', 'activation', 'not-activation', 'step', 'all-steps', 'stuck', 'worked'] as const) {
      const followUp = asking(code, { move, locale });
      const first = remembering.follow(followUp, { shared: true });
      expect(remembering.follow(followUp, { shared: true })).toBe(first);
      expect(first).toEqual(plain.follow(followUp, { shared: true }));
    }
  }
});

it('has both platforms show what is remembered as they show what is not', () => {
  for (const code of knowledge.entries.keys()) {
    const fresh = plain.follow(asking(code));
    const kept = remembering.follow(asking(code));
    for (const _time of ['made', 'kept']) {
      expect(renderBlockKit(kept)).toEqual(renderBlockKit(fresh));
      expect(renderAdaptiveCard(kept, ['29:a'])).toEqual(renderAdaptiveCard(fresh, ['29:a']));
    }
  }
});

it.each<readonly [string, Partial<FollowUp>, Scene]>([
  ['the move', { move: 'all-steps' }, {}],
  ['the language', { locale: 'zh-CN' }, {}],
  ['the codes', { codes: [KMS_UNREACHABLE, toErrorCode(0x80070005)] }, {}],
  ['the step', { move: 'step', step: 'test-port' }, {}],
  ['the guide', { move: 'guide', procedure: 'dns' }, {}],
  ['the trail', { move: 'stuck', trail: [[KMS_UNREACHABLE, 'test-port', 'not-solved']] }, {}],
  ['the method', { method: 'mak' }, {}],
  ['a description', {}, { described: true }],
  ['who reads along', {}, { shared: true }],
  ['who may share', {}, { shareable: true }],
  ['help that is under way', {}, { help: 'asked' }],
  ['guides gone through', {}, { guided: 1 }],
])('tells replies apart by %s', (_by, asked, scene) => {
  const { follow, resolver } = withCounting();
  resolver.follow(asking(KMS_UNREACHABLE), {});
  expect(resolver.follow(asking(KMS_UNREACHABLE, asked), scene)).toEqual(
    plain.follow(asking(KMS_UNREACHABLE, asked), scene),
  );
  expect(follow).toHaveBeenCalledTimes(2);
});

it.each<readonly [string, Partial<FollowUp>, Scene]>([
  ['what was written', { written: '0xC004FO74' }, {}],
  ['the host that somebody has named', {}, { kmsHost: 'kms.example.com' }],
  ['what pasted output says', {}, { findings: [] }],
  ['the course of a case', {}, { progress: [{ kind: 'prose', text: [{ kind: 'text', text: 'tried' }] }] }],
])('keeps nothing of %s', (_what, asked, scene) => {
  const { follow, resolver } = withCounting();
  for (const _time of ['first', 'second']) resolver.follow(asking(KMS_UNREACHABLE, asked), scene);
  expect(follow).toHaveBeenCalledTimes(2);
});

it('forgets everything when an organization has changed its overlay', () => {
  const known = { entries: knowledge.entries };
  const { follow, resolver } = withCounting(known);
  const first = resolver.follow(asking(KMS_UNREACHABLE));
  known.entries = new Map(knowledge.entries);
  const second = resolver.follow(asking(KMS_UNREACHABLE));
  expect(second).not.toBe(first);
  expect(resolver.follow(asking(KMS_UNREACHABLE))).toBe(second);
  expect(follow).toHaveBeenCalledTimes(2);
});
