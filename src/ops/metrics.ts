/**
 * What is counted while the program runs: the names, and the few values that each label may have. No label names an
 * organization, a person, a channel or a code, so that the page stays short and tells nothing about anybody.
 *
 * A number in the place of a list says how many values the program itself gives, such as the paths of its routes.
 */

/** The local page is for one person who tries the bot; it counts as `other`. */
const PLATFORMS = ['slack', 'teams'] as const;

export const COUNTERS = {
  hexfix_requests_total: {
    help: 'HTTP requests answered, by the path of the route and the class of the status.',
    labels: { route: 20, status: ['2xx', '3xx', '4xx', '5xx'] },
  },
  hexfix_refusals_total: {
    help: 'Requests turned away at a gate, and why.',
    labels: {
      platform: [...PLATFORMS, 'api'],
      reason: [
        'signature',
        'token',
        'shape',
        'service-url',
        'tenant',
        'stale',
        'not-installed',
        'too-many',
        'too-busy',
      ],
    },
  },
  hexfix_messages_total: {
    help: 'Messages that reached the bot, by the door they came through.',
    labels: {
      platform: PLATFORMS,
      door: ['message', 'mention', 'dm', 'command', 'shortcut', 'extension', 'button'],
      outcome: ['answered', 'silent', 'failed'],
    },
  },
  hexfix_silences_total: {
    help: 'Messages left without an answer, and why.',
    labels: {
      reason: [
        'no-code',
        'not-sure',
        'from-bot',
        'marked',
        'off',
        'mention-only',
        'muted',
        'cooling-down',
        'enough-said',
      ],
    },
  },
  hexfix_effects_total: {
    help: 'Tries to send something, by how they ended. Refused and unknown ones wait for the operator.',
    labels: {
      platform: PLATFORMS,
      kind: [
        'answer',
        'words',
        'redraw',
        'triage',
        'notice',
        'copy',
        'webhook',
        'digest',
        'key-warning',
        'private-answer',
        'share',
        'remove',
        'mark',
        'told-privately',
        'not-delivered',
        'switched-off',
      ],
      end: ['sent', 'retried', 'refused', 'unknown'],
    },
  },
  hexfix_possible_doubles_total: {
    help: 'Sends tried again after an answer of the platform that leaves open whether the first one is there.',
    labels: { platform: PLATFORMS },
  },
  hexfix_log_lines_total: {
    help: 'Lines written to the log.',
    labels: { level: ['error', 'warn', 'info'] },
  },
} as const;

export const HISTOGRAMS = {
  hexfix_acknowledgement_seconds: {
    help: 'Time from the first byte of a POST request to its answer.',
    labels: { route: 8 },
    /** Platforms give up after three seconds or more; we mean to stay below one. */
    buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5],
  },
} as const;

export type CounterName = keyof typeof COUNTERS;
export type HistogramName = keyof typeof HISTOGRAMS;

/** What a label may be: one of a list, or one of the first so many. */
export type Values = readonly string[] | number;

/**
 * The labels of a metric. Platforms are plain strings, as rows have them; whatever is not listed is counted as `other`.
 */
type LabelsOf<Spec extends Readonly<Record<string, Values>>> = {
  readonly [Label in keyof Spec]: Label extends 'platform' ? string : ValueOf<Spec[Label]>;
};
type ValueOf<Allowed extends Values> = Allowed extends readonly string[] ? Allowed[number] : string;

/** Where everything that happens is counted. Never throws. */
export interface Metrics {
  count<Name extends CounterName>(name: Name, labels: LabelsOf<(typeof COUNTERS)[Name]['labels']>): void;
  observe<Name extends HistogramName>(
    name: Name,
    labels: LabelsOf<(typeof HISTOGRAMS)[Name]['labels']>,
    value: number,
  ): void;
}

/** Counts nothing: for tests, and where nobody asks. */
export const NO_METRICS: Metrics = { count: () => undefined, observe: () => undefined };
