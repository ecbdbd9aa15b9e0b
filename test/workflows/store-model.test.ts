import { describe, expect, test, vi } from 'vitest';
import fc from 'fast-check';
import { reason } from '../../domain/reasons.ts';
import { canTransition, isConnected, type StoreStatus } from '../../domain/store-status.ts';
import * as messages from '../../workflows/messages.ts';
import { limitMs } from '../setup/scaled-time.ts';
import { type TestStore, useTimeSkipping } from './time-skipping.ts';

/** Every task replays the whole history, so that nondeterministic code fails here. */
const fixture = useTimeSkipping({ maxCachedWorkflows: 0 });

interface Model {
  consents: number;
}
type Step = fc.AsyncCommand<Model, TestStore>;

function step(name: string, run: (store: TestStore, model: Model) => Promise<unknown>): fc.Arbitrary<Step> {
  return fc.constant({
    check: () => true,
    run: async (model, store) => void (await run(store, model)),
    toString: () => name,
  });
}

/** Waits for the result: the time-skipping server cannot cancel an activity that completes at the same time. */
async function consent(store: TestStore, consentId: string, sellerId?: string): Promise<void> {
  await store.consent(consentId, sellerId);
  const settled = () => fixture.harness.changes.some((change) => change.consent?.consentId === consentId);
  await vi.waitFor(() => expect(settled()).toBe(true), { timeout: limitMs(10_000), interval: 5 });
}

const revoked = reason('authorization_revoked', { sellerId: 'A1SELLER' });
const steps = [
  step('consent', (store, model) => consent(store, `c${(model.consents += 1)}`)),
  step('the same consent again', async (store, model) => {
    if (model.consents > 0) await store.consent(`c${model.consents}`);
  }),
  step('consent of another seller', (store, model) => consent(store, `c${(model.consents += 1)}`, 'A2OTHER')),
  step('Amazon answers', async () =>
    fixture.harness.override({
      verifyConnection: async () => ({ outcome: 'verified', suspendedListings: false }),
      checkConnection: async () => ({ outcome: 'connected' }),
    }),
  ),
  step('Amazon refuses', async () =>
    fixture.harness.override({
      verifyConnection: async () => ({
        outcome: 'refused',
        reason: reason('not_participating', { sellerId: 'A1SELLER', country: 'Canada' }),
      }),
      checkConnection: async () => ({ outcome: 'failing', reason: revoked }),
    }),
  ),
  step('check', (store) => store.handle.signal(messages.checkRequested)),
  step('disconnect', (store) => store.handle.signal(messages.disconnectRequested)),
  step('deactivate', (store) => store.handle.signal(messages.enabledChanged, { enabled: false })),
  step('activate', (store) => store.handle.signal(messages.enabledChanged, { enabled: true })),
  step('nudge', (store) => store.handle.signal(messages.nudge)),
  step('a day passes', () => fixture.sleepDays(1)),
  step('a season passes', () => fixture.sleepDays(100)),
];

describe('any sequence of commands, answers of Amazon and dates', () => {
  test(
    'follows the allowed transitions, sends each request once, and ends with the deletion',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.commands(steps, { maxCommands: 14, size: 'max' }), (commands) =>
          fixture.run(async (harness) => {
            const store = await fixture.start();
            await fc.asyncModelRun(() => ({ model: { consents: 0 }, real: store }), commands);
            expect(await store.delete()).toEqual({ outcome: 'deleted' });

            let status: StoreStatus = 'creating';
            for (const change of harness.changes.filter(({ storeId }) => storeId === store.storeId)) {
              expect(canTransition(status, change.status), `${status} → ${change.status}`).toBe(true);
              expect(isConnected(change.status) && !change.authorization).toBe(false);
              status = change.status;
            }
            // Every consent has exactly one outcome.
            const ended = harness.changes.flatMap(({ consent: own, otherConsents = [] }) =>
              (own ? [own, ...otherConsents] : otherConsents).map(({ consentId }) => consentId),
            );
            expect(ended.toSorted()).toEqual([...(harness.changes.at(-1)?.carried?.consents ?? [])].toSorted());
            const keys = harness.messages.map(({ message }) => message.key);
            expect(new Set(keys).size).toBe(keys.length);
            for (const { message, atMs } of harness.messages)
              if (message.kind === 'renewal')
                expect(atMs).toBeGreaterThanOrEqual(Date.parse(message.expiresAt) + message.days * 86_400_000);
          }),
        ),
        { numRuns: 15, endOnFailure: true },
      );
    },
    limitMs(120_000),
  );
});
