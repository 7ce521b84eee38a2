/**
 * Every procedure, walked as people walk it: a code is posted, and then only buttons are pressed that are on the card,
 * until every answer of every step was given and every outcome was met. The adapter, the SDK, the bot, the outbox and the
 * store are the real ones; what is looked at after each press is the card that everybody in the channel sees.
 *
 * A procedure is walked depth first: each answer, what it leads to, and back. Where an outcome leads away for good, because
 * people say that it worked or go over to another code, the walk goes on with another post, from where it was before.
 *
 * All of it is some 7,600 presses. `npm test` makes a quarter of them: every other procedure on Slack in Chinese, and those
 * between them on Teams in English. `npm run test:walks` leaves nothing out.
 */

import { LOCALES, type Locale } from '../../src/i18n/locale';
import { loadKnowledge } from '../../src/knowledge/load';
import type { Procedure, ProcedureOutcome } from '../../src/knowledge/procedure';
import type { PlatformDriver } from './platform-driver';
import type { Screen } from './walks/case-on-screen';
import { startWalk, type Walker } from './walks/walker';
import { type Given, type Way, waysToProcedures } from './walks/ways';

const knowledge = loadKnowledge();
const procedures = [...knowledge.procedures.values()];
const ways = waysToProcedures(knowledge);

/** A procedure takes seconds, on a busy machine many. */
const PATIENCE_MS = 120_000;

/** How a platform is looked at. */
export interface WalkedPlatform extends Omit<Screen, 'driver'> {
  /** The language that every run walks in, and the first procedure of which it walks every other one. */
  readonly locale: Locale;
  readonly from: 0 | 1;
  start(): Promise<PlatformDriver>;
}

/** Walks everything on one platform. */
export function walkContract(name: string, { start, locale: usual, from, ...look }: WalkedPlatform): void {
  const isAll = process.env.WALKS === 'all';
  const locales = isAll ? LOCALES : [usual];
  const here = isAll ? procedures : procedures.filter((_each, index) => index % 2 === from);
  describe.each(locales)(`the procedures on ${name} (%s)`, (locale) => {
    const walked = new Set<string>();

    test.each(here)(
      '$id leads everywhere',
      async (procedure) => {
        const way = ways.get(procedure.id);
        if (way === undefined) throw new Error(`no button leads to the procedure ${procedure.id}`);
        const driver = await start();
        try {
          await walkAll(procedure, way, { screen: { ...look, driver }, locale, walked });
        } finally {
          await driver.close();
        }
      },
      PATIENCE_MS,
    );

    test('were walked to every answer and every outcome', () => {
      expect([...walked].sort()).toEqual(here.flatMap(placesOf).sort());
    });
  });
}

interface Scene {
  readonly screen: Screen;
  readonly locale: Locale;
  /** What was pressed and met so far, as `placesOf` names it. */
  readonly walked: Set<string>;
}

async function walkAll(procedure: Procedure, way: Way, { screen, locale, walked }: Scene): Promise<void> {
  const { id: name, steps, outcomes } = procedure;
  const entered = new Set<string>();
  let walker = await walkTo([]);

  /** A fresh case at the end of these answers. */
  async function walkTo(path: readonly Given[]): Promise<Walker> {
    const fresh = await startWalk(screen, way, locale, knowledge);
    for (const given of path) await fresh.answer(given);
    return fresh;
  }

  /** Everything from the step at the end of the path on. */
  async function walkFrom(step: string, path: readonly Given[]): Promise<void> {
    entered.add(step);
    for (const { id: answer, next } of steps[step]?.answers ?? []) {
      const given = { procedure: name, step, answer };
      await walker.answer(given);
      walked.add(`${name}/${step} → ${answer}`);
      const outcome = outcomes[next];
      const isEnd = outcome !== undefined && (await meet(next, outcome)) === 'ended';
      if (outcome === undefined && !entered.has(next)) await walkFrom(next, [...path, given]);
      if (isEnd) walker = await walkTo(path);
      else await walker.back();
    }
  }

  /** What an outcome offers; some of it leads away for good. */
  async function meet(id: string, { kind, procedure: next, code }: ProcedureOutcome): Promise<'ended' | undefined> {
    if (walked.has(`${name}: ${id}`)) return undefined;
    walked.add(`${name}: ${id}`);
    if (kind === 'hand-off') await walker.askForHelp();
    if (next !== undefined) await walker.goOn(next);
    if (kind === 'solved') await walker.sayItWorked();
    if (code !== undefined) await walker.showCode(code);
    return kind === 'solved' || code !== undefined ? 'ended' : undefined;
  }

  await walkFrom(procedure.start, []);
}

/** Every answer and every outcome of a procedure, by a name. */
function placesOf({ id, steps, outcomes }: Procedure): string[] {
  return [
    ...Object.entries(steps).flatMap(([step, { answers }]) => answers.map((answer) => `${id}/${step} → ${answer.id}`)),
    ...Object.keys(outcomes).map((outcome) => `${id}: ${outcome}`),
  ];
}
