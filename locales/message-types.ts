/** Messages that are keyed by a code of the domain: every language has each code, with exactly its parameters. */
import type { AlarmKind, AlarmParams } from '../domain/alarms.ts';
import type { NextStep } from '../domain/store-life.ts';
import type { Reason, ReasonCode, ReasonParams } from '../domain/reasons.ts';
import type { TimelineCode, TimelineParams } from '../domain/timeline.ts';

export type ReasonMessages = { readonly [C in ReasonCode]: (params: ReasonParams[C]) => string };

/** `reasonText` renders a reason in the same language. */
export type TimelineMessages = {
  readonly [C in TimelineCode]: (params: TimelineParams[C], reasonText: (reason: Reason) => string) => string;
};

/** Appended to an entry whose store has a next date. `at`: as `formatUtc` writes it. */
export type NextStepMessages = Readonly<Record<NextStep['what'], (at: string) => string>>;

type Unreadable = AlarmParams['secret_unreadable'];

/** The parts of the alarm `secret_unreadable`, without a full stop. */
export type UnreadableMessages = Readonly<
  Record<
    Unreadable['what'],
    {
      readonly value: (params: Unreadable) => string;
      readonly effect: string;
      /** For a value that is damaged. */
      readonly remedy: (params: Unreadable) => string;
    }
  >
>;

export type AlarmMessages = {
  readonly [K in AlarmKind]: {
    readonly title: string;
    /** What is wrong and the one thing to do about it. */
    readonly opened: (params: AlarmParams[K]) => string;
    readonly closed: string;
  };
};
