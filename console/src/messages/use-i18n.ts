import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { NoResponseError, ProblemError } from '../api/problem-error.ts';
import type { Store } from '../api/stores.ts';
import type { MessageId } from './languages.ts';

type Values = Readonly<Record<string, string | number>>;
const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Messages, dates and numbers in the reader's language. */
export function useI18n() {
  const intl = useIntl();
  return useMemo(() => {
    const t = (id: MessageId, values?: Values): string => String(intl.formatMessage({ id }, values));
    const isEnglish = intl.locale.startsWith('en');

    const formatDateTime = (iso: string, withSeconds = false): string =>
      intl.formatDate(iso, { dateStyle: 'medium', timeStyle: withSeconds ? 'medium' : 'short' });
    const formatDate = (iso: string): string => intl.formatDate(iso, { dateStyle: 'medium' });

    const errorMessage = (error: unknown): string => {
      if (error instanceof NoResponseError) return t('error.noResponse');
      if (!(error instanceof ProblemError)) return t('problem.other');
      const { code, detail } = error.problem;
      if (isEnglish) return detail;
      const id = `problem.${code}`;
      return t(isMessageId(id, intl.messages) ? id : 'problem.other');
    };

    return {
      t,
      formatDateTime,
      formatDate,
      formatNumber: (value: number) => intl.formatNumber(value),
      errorMessage,
      isEnglish,
    };
  }, [intl]);
}
export type I18n = ReturnType<typeof useI18n>;

/** Demonstration years that last minutes need seconds. */
export function needsSeconds({ authorizedAt, expiresAt }: Pick<Store, 'authorizedAt' | 'expiresAt'>): boolean {
  if (!authorizedAt || !expiresAt) return false;
  return Date.parse(expiresAt) - Date.parse(authorizedAt) < 600 * minuteMs;
}

export function daysUntil(iso: string, nowMs: number): number {
  return Math.max(0, Math.round((Date.parse(iso) - nowMs) / dayMs));
}

function isMessageId(id: string, messages: object): id is MessageId {
  return Object.hasOwn(messages, id);
}
