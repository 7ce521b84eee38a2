import { applyMove, type CaseHead, type CaseMove, type CaseState, deriveCase } from '../../../src/cases/case';
import { deskMoves } from '../../../src/cases/hand-off';
import { toErrorCode } from '../../../src/code/error-code';
import { DESK_MOVES, type FollowUp, type TriedStep } from '../../../src/reply/follow-up';

const CODE = toErrorCode(0xc004f074);
const OTHER = toErrorCode(0x8007232b);
const NOW = Date.UTC(2026, 10, 22, 10, 32);

const HEAD: CaseHead = {
  id: 'k3JkQnV0c2VyLWNhc2UtMQ',
  platform: 'slack',
  tenant: 'T1',
  conversation: 'C1',
  place: '{}',
  shared: true,
  asker: 'U1',
  locale: 'en',
  codes: [CODE],
  activation: true,
  openedAtMs: NOW,
};

function press(move: FollowUp['move'], rest: Partial<FollowUp> = {}, by = 'U1'): Omit<CaseMove, 'version' | 'atMs'> {
  return { person: by, followUp: { v: 1, move, locale: 'en', codes: [CODE], ...rest } };
}

/** Numbered and a minute apart. */
function caseAfter(...moves: readonly Omit<CaseMove, 'version' | 'atMs'>[]): CaseState {
  return deriveCase(
    HEAD,
    moves.map((move, index) => ({ ...move, version: index + 1, atMs: NOW + (index + 1) * 60_000 })),
  );
}

const triedOnce: TriedStep[] = [[CODE, 'read-event', 'not-solved']];

describe('a case', () => {
  it('begins with the answer to its post', () => {
    expect(caseAfter()).toMatchObject({ version: 0, view: { move: 'activation', codes: [CODE] }, tried: [] });
  });

  it('asks first whether a guess is right', () => {
    expect(deriveCase({ ...HEAD, written: '0xC004F07' }, []).view).toMatchObject({
      move: 'answer',
      written: '0xC004F07',
    });
  });

  it('rises by one version a move and shows what the last move led to', () => {
    const state = caseAfter(press('step', { step: 'test-port', trail: triedOnce }), press('all-steps'));
    expect(state).toMatchObject({ version: 2, view: { move: 'all-steps' }, movedAtMs: NOW + 120_000 });
  });

  it('knows who left which step behind, and when', () => {
    const state = caseAfter(
      press('step', { step: 'test-port', trail: triedOnce }, 'U2'),
      press('step', { step: 'srv-record', trail: [...triedOnce, [CODE, 'test-port', 'not-solved']] }, 'U3'),
    );
    expect(state.tried).toEqual([
      { step: [CODE, 'read-event', 'not-solved'], person: 'U2', atMs: NOW + 60_000 },
      { step: [CODE, 'test-port', 'not-solved'], person: 'U3', atMs: NOW + 120_000 },
    ]);
  });

  it('forgets a step that people went back on', () => {
    const state = caseAfter(press('step', { trail: triedOnce }), press('answer'));
    expect(state.tried).toEqual([]);
  });

  it('remembers the activation method over moves that do not tell it', () => {
    expect(caseAfter(press('step', { method: 'mak' }), press('answer')).method).toBe('mak');
    expect(caseAfter(press('get-help', { method: 'kms-client' })).method).toBe('kms-client');
  });

  it('takes the codes of an edited post for its own, those of a view not', () => {
    expect(caseAfter(press('activation', { codes: [OTHER] })).codes).toEqual([CODE]);
    expect(caseAfter(press('activation', { codes: [OTHER], choice: 'edit' })).codes).toEqual([OTHER]);
  });

  it('is solved by whom and at which step, until it is opened again', () => {
    const solved = caseAfter(press('worked', { step: 'test-port' }, 'U2'));
    expect(solved.solved).toEqual({ person: 'U2', atMs: NOW + 60_000, step: 'test-port' });
    expect(caseAfter(press('worked'), press('answer')).solved).toBeUndefined();
  });

  it('stays solved by the same person in another language', () => {
    const state = caseAfter(press('worked', {}, 'U2'), press('worked', { locale: 'zh-CN', choice: 'locale' }, 'U3'));
    expect(state.solved?.person).toBe('U2');
    expect(state.view.locale).toBe('zh-CN');
  });

  it('says the same however its moves are read: all at once or one by one', () => {
    const moves = [
      press('step', { trail: triedOnce }),
      press('get-help'),
      press('claim', {}, 'A1'),
      press('worked'),
    ].map((move, index): CaseMove => ({ ...move, version: index + 1, atMs: NOW + index }));
    const [first, ...rest] = moves;
    if (first === undefined) throw new Error('no moves');
    expect(rest.reduce(applyMove, deriveCase(HEAD, [first]))).toEqual(deriveCase(HEAD, moves));
  });
});

describe('a hand-off', () => {
  const asked = press('get-help', {}, 'U2');

  it('waits for somebody, with what the requester wrote', () => {
    const { handOff } = caseAfter({ ...asked, details: '12 computers' });
    expect(handOff).toMatchObject({ state: 'waiting', requester: 'U2', details: '12 computers', version: 1 });
    expect(handOff?.agent).toBeUndefined();
  });

  it('goes from hand to hand: claimed, assigned, closed, open again', () => {
    expect(caseAfter(asked, press('claim', {}, 'A1')).handOff).toMatchObject({ state: 'claimed', agent: 'A1' });
    const assigned = { ...press('assign', {}, 'A1'), assignee: 'A2' };
    expect(caseAfter(asked, press('claim', {}, 'A1'), assigned).handOff).toMatchObject({
      state: 'claimed',
      agent: 'A2',
    });
    expect(caseAfter(asked, press('close', {}, 'A1')).handOff).toMatchObject({ state: 'closed', agent: 'A1' });
    const reopened = caseAfter(asked, press('close', {}, 'A1'), press('reopen', {}, 'A2')).handOff;
    expect(reopened?.state).toBe('waiting');
    expect(reopened?.agent).toBeUndefined();
  });

  it('takes no move that its state does not allow', () => {
    for (const start of [[asked], [asked, press('claim', {}, 'A1')], [asked, press('close', {}, 'A1')]]) {
      const { handOff } = caseAfter(...start);
      if (handOff === undefined) throw new Error('no hand-off');
      for (const move of DESK_MOVES.filter((each) => !deskMoves(handOff).includes(each))) {
        expect(caseAfter(...start, press(move, {}, 'A9')).handOff).toEqual(handOff);
      }
    }
  });

  it('is over when somebody says that it works now', () => {
    const { handOff } = caseAfter(asked, press('claim', {}, 'A1'), press('worked', {}, 'U2'));
    expect(handOff).toMatchObject({ state: 'closed', agent: 'U2' });
  });

  it('starts afresh when help is asked for again, but not while somebody is at work', () => {
    const again = { ...press('get-help', {}, 'U3'), details: 'once more' };
    expect(caseAfter(asked, press('close', {}, 'A1'), again).handOff).toMatchObject({
      state: 'waiting',
      requester: 'U3',
    });
    expect(caseAfter(asked, press('claim', {}, 'A1'), again).handOff).toMatchObject({
      state: 'claimed',
      requester: 'U2',
    });
  });

  it('is nothing that the desk can move before anybody has asked', () => {
    expect(caseAfter(press('claim', {}, 'A1')).handOff).toBeUndefined();
  });
});
