import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { NoAnswerError, ProblemError } from '../api/problem-error.ts';
import type { Store } from '../api/stores.ts';
import type { MessageId } from './languages.ts';

type Values = Readonly<Record<string, string | number>>;
const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The console's words and dates in the reader's language. */
export function useWords() {
  const intl = useIntl();
  return useMemo(() => {
    const say = (id: MessageId, values?: Values): string => String(intl.formatMessage({ id }, values));
    const speaksEnglish = intl.locale.startsWith('en');

    /** With its time of day, to the second when the whole story is over within minutes. */
    const moment = (iso: string, secondsMatter = false): string =>
      intl.formatDate(iso, { dateStyle: 'medium', timeStyle: secondsMatter ? 'medium' : 'short' });
    const day = (iso: string): string => intl.formatDate(iso, { dateStyle: 'medium' });

    const trouble = (error: unknown): string => {
      if (error instanceof NoAnswerError) return say('trouble.noAnswer');
      if (!(error instanceof ProblemError)) return say('problem.other');
      const { code, detail } = error.problem;
      if (speaksEnglish) return detail;
      const id = `problem.${code}`;
      return say(isMessageId(id, intl.messages) ? id : 'problem.other');
    };

    return {
      say,
      moment,
      day,
      trouble,
      locale: intl.locale,
      number: (value: number) => intl.formatNumber(value),
    };
  }, [intl]);
}
export type Words = ReturnType<typeof useWords>;

/** Years of minutes, made for looking, need seconds. */
export function secondsMatter({ authorizedAt, expiresAt }: Pick<Store, 'authorizedAt' | 'expiresAt'>): boolean {
  if (!authorizedAt || !expiresAt) return false;
  return Date.parse(expiresAt) - Date.parse(authorizedAt) < 600 * minuteMs;
}

export function daysUntil(iso: string, nowMs: number): number {
  return Math.max(0, Math.round((Date.parse(iso) - nowMs) / dayMs));
}

function isMessageId(id: string, messages: object): id is MessageId {
  return Object.hasOwn(messages, id);
}
