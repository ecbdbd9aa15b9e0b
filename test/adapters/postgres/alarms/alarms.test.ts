import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRepositories } from '../../../../adapters/postgres/index.ts';
import { InvalidCursor } from '../../../../domain/paging.ts';
import { openStoreHarness, publicUrl, type StoreHarness } from '../store-harness.ts';

const breaker = { kind: 'fleet_breaker', params: { failing: '4', checked: '4' } } as const;

let harness: StoreHarness;
beforeAll(async () => {
  harness = await openStoreHarness({ operatorEmail: 'operators@example.com' });
});
beforeEach(() => harness.database('alarms').delete());
afterAll(() => harness.close());

describe('an alarm', () => {
  it('is opened once by concurrent processes and keeps its params', async () => {
    const opened = await Promise.all([1, 2, 3, 4].map(() => harness.alarms.openAlarm(breaker)));
    expect(opened.filter(({ isNew }) => isNew)).toHaveLength(1);
    await harness.alarms.openAlarm({ ...breaker, params: { failing: '9', checked: '9' } });
    const { items } = await harness.alarms.listAlarms({ limit: 10 });
    expect(items).toMatchObject([breaker]);
    expect(await harness.notices.listNoticesToDispatch()).toHaveLength(1);
  });

  it('closes after the given number of calls in a row; the next cause opens another one', async () => {
    await harness.alarms.openAlarm(breaker);
    expect(await harness.alarms.closeAlarm('fleet_breaker', '', 2)).toBe('still_open');
    expect(await harness.alarms.openAlarm(breaker)).toEqual({ isNew: false });
    expect(await harness.alarms.closeAlarm('fleet_breaker', '', 2)).toBe('still_open');
    expect(await harness.alarms.closeAlarm('fleet_breaker', '', 2)).toBe('closed');
    expect(await harness.alarms.closeAlarm('fleet_breaker', '', 2)).toBe('not_open');
    expect(await harness.alarms.openAlarm(breaker)).toEqual({ isNew: true });
    const { items } = await harness.alarms.listAlarms({ limit: 10 });
    expect(items.map(({ closedAt }) => closedAt !== undefined)).toEqual([false, true]);
    expect(await harness.notices.listNoticesToDispatch()).toHaveLength(3);
  });

  it('notifies again, with its new params, when it reaches a further stage', async () => {
    const refused = { kind: 'application_refused', stage: '1', params: { answer: 'first' } } as const;
    await harness.alarms.openAlarm(refused);
    expect(await harness.alarms.openAlarm({ ...refused, stage: '2', params: { answer: 'second' } })).toEqual({
      isNew: true,
    });
    const { items } = await harness.alarms.listAlarms({ limit: 10 });
    expect(items).toMatchObject([{ params: { answer: 'second' } }]);
    const [first = '', second = ''] = await harness.notices.listNoticesToDispatch();
    expect((await harness.notices.loadNotice(first))?.alarm.params).toEqual({ answer: 'first' });
    expect((await harness.notices.loadNotice(second))?.alarm.params).toEqual({ answer: 'second' });
  });

  it('is open per subject', async () => {
    await harness.alarms.openAlarm({ ...breaker, subject: 'a' });
    expect(await harness.alarms.openAlarm({ ...breaker, subject: 'b' })).toEqual({ isNew: true });
    await harness.alarms.closeAlarm('fleet_breaker', 'a', 1);
    expect(await harness.alarms.findOpenAlarm('fleet_breaker', 'b')).toBeDefined();
    expect((await harness.alarms.countOpenAlarms()).get('fleet_breaker')).toBe(1);
  });
});

describe('the list of alarms', () => {
  it('returns open alarms first, then the newest, page by page', async () => {
    for (const subject of ['a', 'b', 'c', 'd'])
      await harness.alarms.openAlarm({ ...breaker, subject, params: { failing: subject, checked: '1' } });
    for (const [subject, second] of Object.entries({ a: 1, b: 2, c: 3, d: 4 }))
      await harness
        .database('alarms')
        .where({ subject })
        .update({ opened_at: new Date(second * 1000) });
    await harness.alarms.closeAlarm('fleet_breaker', 'd', 1);
    await harness.alarms.closeAlarm('fleet_breaker', 'b', 1);
    const subjects: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await harness.alarms.listAlarms({ limit: 1, cursor });
      subjects.push(...page.items.map(({ params }) => ('failing' in params ? params.failing : undefined)));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(subjects).toEqual(['c', 'a', 'd', 'b']);
  });

  it('rejects a cursor of another list', async () => {
    await expect(harness.alarms.listAlarms({ limit: 1, cursor: 'x' })).rejects.toThrow(InvalidCursor);
  });
});

describe('an operator notice', () => {
  it('is dispatched once and sent once', async () => {
    await harness.alarms.openAlarm(breaker);
    const [id = ''] = await harness.notices.listNoticesToDispatch();
    await harness.notices.markNoticeDispatched(id);
    expect(await harness.notices.listNoticesToDispatch()).toEqual([]);
    expect(await harness.notices.loadNotice(id)).toMatchObject({ to: ['operators@example.com'], event: 'opened' });
    await harness.notices.markNoticeSent(id);
    expect(await harness.notices.loadNotice(id)).toBeUndefined();
  });

  it('is not queued without an operator address', async () => {
    const withoutOperator = createRepositories(harness.database, harness.vault, { publicUrl });
    await withoutOperator.alarms.openAlarm(breaker);
    expect(await harness.notices.listNoticesToDispatch()).toEqual([]);
    expect(await withoutOperator.alarms.findOpenAlarm('fleet_breaker', '')).toBeDefined();
  });
});
