import { SegmentedControl, SegmentedControlItem } from '@react-spectrum/s2/SegmentedControl';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useIntl } from 'react-intl';
import { useMay } from '../api/access.ts';
import { type Renewal, renewalsQuery } from '../api/look-ups.ts';
import { useWords } from '../messages/use-words.ts';
import { Loading } from '../parts/loading.tsx';
import { Page } from '../parts/page.tsx';
import { Panel } from '../parts/panel.tsx';
import { Trouble } from '../parts/trouble.tsx';
import { useNow } from '../parts/use-now.ts';
import { CalendarPanel } from './calendar-panel.tsx';
import { earlier, isAtRisk, monthOf, renewalMonths } from './renewal-months.ts';
import { RenewalTable } from './renewal-table.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { YearChart } from './year-chart.tsx';

const hourMs = 3_600_000;

/** What renews when: the year at a glance, who is at risk, and links for many at once. */
export default function RenewalsPage() {
  const { say } = useWords();
  const renewals = useQuery(renewalsQuery);
  return (
    <Page title={say('renewals.title')}>
      {renewals.isPending && <Loading />}
      {!renewals.data && renewals.error && <Trouble error={renewals.error} onRetry={() => void renewals.refetch()} />}
      {renewals.data?.items.length === 0 && (
        <Panel title={say('renewals.emptyTitle')}>
          <p className={style({ font: 'body', margin: 0, maxWidth: 640 })}>{say('renewals.empty')}</p>
        </Panel>
      )}
      {renewals.data && renewals.data.items.length > 0 && <Year renewals={renewals.data.items} />}
    </Page>
  );
}

function Year({ renewals }: { readonly renewals: readonly Renewal[] }) {
  const { say, number } = useWords();
  const intl = useIntl();
  const mayLink = useMay()('addConnectLink');
  const [month, setMonth] = useState<string>();
  const [show, setShow] = useState<'all' | 'risk'>('all');
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const nowMs = useNow(hourMs);
  const months = useMemo(() => renewalMonths(renewals, nowMs), [nowMs, renewals]);
  const listed = useMemo(
    () =>
      renewals.filter(
        (each) => (month === undefined || monthOf(each, nowMs) === month) && (show === 'all' || isAtRisk(each)),
      ),
    [month, nowMs, renewals, show],
  );
  const chosen = listed.filter(({ storeId }) => selected.has(storeId));
  const monthStart = months.find(({ key }) => key === month)?.startMs;
  const title = monthStart
    ? say(month === earlier ? 'renewals.endedBefore' : 'renewals.inMonth', {
        month: intl.formatDate(monthStart, { month: 'long', year: 'numeric' }),
      })
    : say(show === 'risk' ? 'renewals.atRisk' : 'renewals.all');
  return (
    <>
      <Panel title={say('renewals.year')}>
        <YearChart months={months} selected={month} onSelect={setMonth} />
      </Panel>
      <section className={style({ display: 'flex', flexDirection: 'column', gap: 12 })} aria-label={title}>
        <div className={style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 16 })}>
          <h2 className={style({ font: 'title-lg', margin: 0, flexGrow: 1 })}>{title}</h2>
          <SegmentedControl
            aria-label={say('renewals.show')}
            selectedKey={show}
            onSelectionChange={(key) => setShow(key === 'risk' ? 'risk' : 'all')}
          >
            <SegmentedControlItem id="all">{say('home.all')}</SegmentedControlItem>
            <SegmentedControlItem id="risk">
              {`${say('renewals.atRisk')} (${number(renewals.filter(isAtRisk).length)})`}
            </SegmentedControlItem>
          </SegmentedControl>
        </div>
        {mayLink && <SelectionBar selected={chosen} onClear={() => setSelected(new Set())} />}
        {listed.length === 0 ? (
          <p className={style({ font: 'body', margin: 0 })}>{say('renewals.noneMatch')}</p>
        ) : (
          <RenewalTable renewals={listed} selected={selected} {...(mayLink && { onSelect: setSelected })} />
        )}
      </section>
      <CalendarPanel />
    </>
  );
}
