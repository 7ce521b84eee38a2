/**
 * A case as the people in a channel see it, and what its card must show: after every press the same message is looked at
 * again, and held to what was answered so far.
 */

import { deskLabelsFor } from '../../../src/i18n/labels/desk/labels';
import { labelsFor } from '../../../src/i18n/labels/labels';
import type { Locale } from '../../../src/i18n/locale';
import type { Procedure } from '../../../src/knowledge/procedure';
import type { PlatformDriver, ShownButton, ShownMessage } from '../platform-driver';
import type { Given } from './ways';
import { countOf, gist, plain } from './words';

/** What differs between the platforms in how a card is read. */
export interface Screen {
  readonly driver: PlatformDriver;
  /** The name of the person who posts and presses. */
  readonly person: string;
  /** How often a message tells everything: on the card, and in each text that is read aloud. */
  readonly tellings: number;
}

/** More are summed up in one line. */
const MOST_TRIED = 5;
const CHINESE = /[\u4E00-\u9FFF]/;

export type Payload = Readonly<Record<string, unknown>>;

export interface CaseOnScreen {
  /** The card as it stands. */
  card(): ShownMessage;
  /** Presses the one button of the card with this label and this follow-up. */
  press(label: string, payload: Payload): Promise<void>;
  /** The same for a button that opens a form, which must leave the card as it is. */
  pressForForm(label: string, payload: Payload): Promise<void>;
  /** Holds the card to these texts, to the language and to the steps tried. */
  expectTold(texts: readonly string[], tried: readonly Given[]): void;
}

/** Posts the text in the channel; the answer is the case. */
export async function openCase(
  { driver, person, tellings }: Screen,
  text: string,
  locale: Locale,
  procedures: ReadonlyMap<string, Procedure>,
): Promise<CaseOnScreen> {
  const { status } = await driver.post({ where: 'channel', mentionsBot: true, text });
  expect(status).toBe(200);
  const { id } = lastMessage(driver);
  let shown = lastMessage(driver);
  let version = 0;

  /** It is the message of before that has changed; nothing new is posted. */
  function look(): void {
    shown = lastMessage(driver);
    expect(shown.id).toBe(id);
  }

  function find(label: string, payload: Payload): ShownButton {
    const fits = shown.buttons.filter((button) => button.label === label && isPart(payload, button.payload));
    const [button] = fits;
    if (button === undefined || fits.length > 1) {
      const there = shown.buttons.map((each) => `${each.label} ${JSON.stringify(each.payload)}`);
      throw new Error(`${fits.length} buttons "${label}" ${JSON.stringify(payload)} among:\n${there.join('\n')}`);
    }
    return button;
  }

  async function pressButton(label: string, payload: Payload): Promise<void> {
    const pressed = await driver.press(shown, find(label, payload).payload);
    expect(pressed.status).toBe(200);
    look();
  }

  /** Every button knows how many moves there have been. */
  function expectVersion(): void {
    for (const { payload } of shown.buttons) expect(payload).toMatchObject({ version });
  }

  /** The lines of the list, without the moments. */
  function triedLines(tried: readonly Given[]): string[] {
    const latest = tried.slice(-MOST_TRIED).map(({ procedure, step, answer }) => {
      const asked = procedures.get(procedure)?.steps[step];
      const label = asked?.answers.find((each) => each.id === answer)?.label[locale];
      return `${gist(asked?.ask[locale] ?? '')} → ${label} · ${person} · `;
    });
    const earlier = tried.length - latest.length;
    return earlier === 0 ? latest : [deskLabelsFor(locale).tried.earlier(earlier), ...latest];
  }

  expectVersion();
  return {
    card: () => shown,

    async press(label, payload) {
      await pressButton(label, payload);
      version += 1;
      expectVersion();
    },

    async pressForForm(label, payload) {
      const before = shown;
      await pressButton(label, payload);
      expect(shown).toEqual(before);
    },

    expectTold(texts, tried) {
      const text = plain(shown.text);
      const lines = triedLines(tried).map(plain);
      const missing = [...texts.map(plain), ...lines].filter((part) => countOf(part, text) < tellings);
      expect(missing).toEqual([]);
      // No other step is told of, and the first of them stands at the top of the list.
      expect(countOf(plain(` · ${person} · `), text)).toBe(Math.min(tried.length, MOST_TRIED) * tellings);
      const heading = plain(deskLabelsFor(locale).tried.heading);
      if (lines.length > 0) expect(text).toContain(`${heading}-${lines[0]}`);
      else expect(text).not.toContain(heading);
      expect(CHINESE.test(shown.text)).toBe(locale === 'zh-CN');
      expect(shown.buttons.map(({ label }) => label)).toContain(labelsFor(locale).otherLanguage);
    },
  };
}

function lastMessage(driver: PlatformDriver): ShownMessage {
  const message = driver.screen().at(-1);
  if (message === undefined) throw new Error('the bot has said nothing');
  return message;
}

/** Tells whether every field of `part` is in `payload`, letter by letter. `undefined` means that it must not be there. */
function isPart(part: Payload, payload: unknown): boolean {
  if (typeof payload !== 'object' || payload === null) return false;
  const whole = new Map<string, unknown>(Object.entries(payload));
  return Object.entries(part).every(([field, value]) => JSON.stringify(whole.get(field)) === JSON.stringify(value));
}
