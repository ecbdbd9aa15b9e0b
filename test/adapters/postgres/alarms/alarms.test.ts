import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createPostgresRecords } from '../../../../adapters/postgres/index.ts';
import { InvalidCursor } from '../../../../api/ports.ts';
import { openStoreWorld, publicUrl, type StoreWorld } from '../store-harness.ts';

const breaker = { kind: 'fleet_breaker', params: { failing: '4', checked: '4' } } as const;

let told: StoreWorld;
beforeAll(async () => {
  told = await openStoreWorld({ operatorEmail: 'operators@example.com' });
});
beforeEach(() => told.database('alarms').delete());
afterAll(() => told.close());

describe('an alarm', () => {
  it('is opened once by processes that see its cause at once, and stays as it was', async () => {
    const opened = await Promise.all([1, 2, 3, 4].map(() => told.alarms.openAlarm(breaker)));
    expect(opened.filter(({ isNews }) => isNews)).toHaveLength(1);
    await told.alarms.openAlarm({ ...breaker, params: { failing: '9', checked: '9' } });
    const { items } = await told.alarmReader.listAlarms({ limit: 10 });
    expect(items).toMatchObject([breaker]);
    expect(await told.notices.listNoticesToDispatch()).toHaveLength(1);
  });

  it('closes after so many calm times in a row, and is a new one when its cause comes back', async () => {
    await told.alarms.openAlarm(breaker);
    expect(await told.alarms.closeAlarm('fleet_breaker', '', 2)).toBe('still_open');
    expect(await told.alarms.openAlarm(breaker)).toEqual({ isNews: false });
    expect(await told.alarms.closeAlarm('fleet_breaker', '', 2)).toBe('still_open');
    expect(await told.alarms.closeAlarm('fleet_breaker', '', 2)).toBe('closed');
    expect(await told.alarms.closeAlarm('fleet_breaker', '', 2)).toBe('not_open');
    expect(await told.alarms.openAlarm(breaker)).toEqual({ isNews: true });
    const { items } = await told.alarmReader.listAlarms({ limit: 10 });
    expect(items.map(({ closedAt }) => closedAt !== undefined)).toEqual([false, true]);
    expect(await told.notices.listNoticesToDispatch()).toHaveLength(3);
  });

  it('is told again when it gets worse, with its new sentence', async () => {
    const refused = { kind: 'application_refused', stage: '1', params: { answer: 'first' } } as const;
    await told.alarms.openAlarm(refused);
    expect(await told.alarms.openAlarm({ ...refused, stage: '2', params: { answer: 'second' } })).toEqual({
      isNews: true,
    });
    const { items } = await told.alarmReader.listAlarms({ limit: 10 });
    expect(items).toMatchObject([{ params: { answer: 'second' } }]);
    const [first = '', second = ''] = await told.notices.listNoticesToDispatch();
    expect((await told.notices.loadNotice(first))?.alarm.params).toEqual({ answer: 'first' });
    expect((await told.notices.loadNotice(second))?.alarm.params).toEqual({ answer: 'second' });
  });

  it('of one thing is not that of another', async () => {
    await told.alarms.openAlarm({ ...breaker, subject: 'a' });
    expect(await told.alarms.openAlarm({ ...breaker, subject: 'b' })).toEqual({ isNews: true });
    await told.alarms.closeAlarm('fleet_breaker', 'a', 1);
    expect(await told.alarms.isAlarmOpen('fleet_breaker', 'b')).toBe(true);
    expect((await told.alarmReader.countOpenAlarms()).get('fleet_breaker')).toBe(1);
  });
});

describe('the list of alarms', () => {
  it('has the open ones first, then the newest, page by page', async () => {
    for (const subject of ['a', 'b', 'c', 'd'])
      await told.alarms.openAlarm({ ...breaker, subject, params: { subject } });
    for (const [subject, second] of Object.entries({ a: 1, b: 2, c: 3, d: 4 }))
      await told
        .database('alarms')
        .where({ subject })
        .update({ opened_at: new Date(second * 1000) });
    await told.alarms.closeAlarm('fleet_breaker', 'd', 1);
    await told.alarms.closeAlarm('fleet_breaker', 'b', 1);
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await told.alarmReader.listAlarms({ limit: 1, ...(cursor && { cursor }) });
      seen.push(...page.items.map(({ params }) => params?.['subject']));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen).toEqual(['c', 'a', 'd', 'b']);
  });

  it('refuses a cursor of another list', async () => {
    await expect(told.alarmReader.listAlarms({ limit: 1, cursor: 'x' })).rejects.toThrow(InvalidCursor);
  });
});

describe('a notice to operators', () => {
  it('is sent off once, and delivered once', async () => {
    await told.alarms.openAlarm(breaker);
    const [id = ''] = await told.notices.listNoticesToDispatch();
    await told.notices.markNoticeDispatched(id);
    expect(await told.notices.listNoticesToDispatch()).toEqual([]);
    expect(await told.notices.loadNotice(id)).toMatchObject({ to: ['operators@example.com'], event: 'opened' });
    await told.notices.markNoticeSent(id);
    expect(await told.notices.loadNotice(id)).toBeUndefined();
  });

  it('is not even begun where nobody is to be told, then or later', async () => {
    const untold = createPostgresRecords(told.database, told.box, { publicUrl });
    await untold.alarms.openAlarm(breaker);
    expect(await told.notices.listNoticesToDispatch()).toEqual([]);
    expect(await untold.alarms.isAlarmOpen('fleet_breaker', '')).toBe(true);
  });
});
