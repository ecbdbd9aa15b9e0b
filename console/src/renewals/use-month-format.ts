import { useIntl } from 'react-intl';

/** Months in the reader's language. */
export function useMonthFormat() {
  const intl = useIntl();
  return {
    formatMonth: (timeMs: number) => intl.formatDate(timeMs, { month: 'long', year: 'numeric' }),
    formatShortMonth: (timeMs: number) => intl.formatDate(timeMs, { month: 'short', year: '2-digit' }),
  };
}
