/** A simulation as a value: what goes in beside the request, and what comes out. */

import type { Locale } from '../i18n/locale';
import type { KnowledgeBase } from '../knowledge/knowledge-base';
import type { Settings } from '../settings/settings';
import type { Call } from './recorder';
import type { Recording } from './recording';
import type { WhySilent } from './why-silent';

/** What a request has led to. */
export interface Simulated {
  /** What the platform is told in answer to the request. */
  readonly answer: { readonly status: number; readonly body?: string };
  /** What Hexfix asked the platform for, in order. */
  readonly calls: readonly Call[];
  /** Set where nothing was sent. */
  readonly why?: WhySilent;
}

export interface Circumstances {
  readonly knowledge: KnowledgeBase;
  /** The language of people's clients. */
  readonly locale: Locale;
  readonly settings: Settings;
}

/** Sends a request, signed, through the real adapter, and tells what would be sent. Nothing leaves this machine. */
export type Simulate = (recording: Recording, circumstances: Circumstances) => Promise<Simulated>;
