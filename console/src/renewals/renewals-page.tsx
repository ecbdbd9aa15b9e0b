import { SegmentedControl, SegmentedControlItem } from '@react-spectrum/s2/SegmentedControl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useCan } from '../api/access.ts';
import { type Renewal, renewalsQuery } from '../api/renewals.ts';
import { useI18n } from '../messages/use-i18n.ts';
import { Page } from '../components/page.tsx';
import { Panel } from '../components/panel.tsx';
import { QueryStatus } from '../components/query-status.tsx';
import { useNow } from '../components/use-now.ts';
import { CalendarPanel } from './calendar-panel.tsx';
import { earlier, isAtRisk, monthOf, renewalMonths } from './renewal-months.ts';
import { RenewalTable } from './renewal-table.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { useMonthFormat } from './use-month-format.ts';
import { YearChart } from './year-chart.tsx';

const hourMs = 3_600_000;

/** Renewals by month, the stores at risk, and connect links for many stores at once. */
export default function RenewalsPage() {
  const { t } = useI18n();
  const renewals = useQuery(renewalsQuery);
  return (
    <Page title={t('nav.renewals')}>
      <QueryStatus query={renewals} />
      {renewals.data?.items.length === 0 && (
        <Panel title={t('renewals.emptyTitle')}>
          <p className={style({ font: 'body', margin: 0, maxWidth: 640 })}>{t('renewals.empty')}</p>
        </Panel>
      )}
      {renewals.data && renewals.data.items.length > 0 && <Year renewals={renewals.data.items} />}
    </Page>
  );
}

function Year({ renewals }: { readonly renewals: readonly Renewal[] }) {
  const { t, formatNumber } = useI18n();
  const { formatMonth } = useMonthFormat();
  const canCreateLinks = useCan()('addConnectLink');
  const [month, setMonth] = useState<string>();
  const [show, setShow] = useState<'all' | 'risk'>('all');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const nowMs = useNow(hourMs);
  const months = useMemo(() => renewalMonths(renewals, nowMs), [nowMs, renewals]);
  const listed = useMemo(
    () =>
      renewals.filter(
        (renewal) =>
          (month === undefined || monthOf(renewal, nowMs) === month) && (show === 'all' || isAtRisk(renewal)),
      ),
    [month, nowMs, renewals, show],
  );
  const chosen = listed.filter(({ storeId }) => selected.has(storeId));
  const monthStart = months.find(({ key }) => key === month)?.startMs;
  const title = monthStart
    ? t(month === earlier ? 'renewals.endedBefore' : 'renewals.inMonth', {
        month: formatMonth(monthStart),
      })
    : t(show === 'risk' ? 'renewals.atRisk' : 'renewals.all');
  return (
    <>
      <Panel title={t('renewals.year')}>
        <YearChart months={months} selected={month} onSelect={setMonth} />
      </Panel>
      <section className={style({ display: 'flex', flexDirection: 'column', gap: 12 })} aria-label={title}>
        <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 16 })}>
          <h2 className={style({ font: 'title-lg', margin: 0, flexGrow: 1 })}>{title}</h2>
          <SegmentedControl
            aria-label={t('renewals.show')}
            selectedKey={show}
            onSelectionChange={(key) => setShow(key === 'risk' ? 'risk' : 'all')}
          >
            <SegmentedControlItem id="all">{t('home.all')}</SegmentedControlItem>
            <SegmentedControlItem id="risk">
              {`${t('renewals.atRisk')} (${formatNumber(renewals.filter(isAtRisk).length)})`}
            </SegmentedControlItem>
          </SegmentedControl>
        </div>
        {canCreateLinks && <SelectionBar selected={chosen} onClear={() => setSelected(new Set())} />}
        {listed.length === 0 ? (
          <p className={style({ font: 'body', margin: 0 })}>{t('renewals.noneMatch')}</p>
        ) : (
          <RenewalTable renewals={listed} selected={selected} onSelect={canCreateLinks ? setSelected : undefined} />
        )}
      </section>
      <CalendarPanel />
    </>
  );
}
