import { test } from 'vitest';
import { runTenYears } from '../test/workflows/ten-years.ts';
import { useTimeSkipping } from '../test/workflows/time-skipping.ts';
import { report, timed } from './report.ts';

const fixture = useTimeSkipping();

/** Creates and deletes one store: the cost of the server, the worker and the network without any year. */
async function createAndDelete(): Promise<void> {
  await fixture.run(async () => void (await (await fixture.start()).delete()));
}

const tenYears = () => fixture.run((harness) => runTenYears(fixture, harness));

test('ten years of a store', async () => {
  await createAndDelete();
  const floor = await timed(createAndDelete, 5);
  const years = await timed(tenYears, 5);
  report('ten years of a store, time skipping', years, 'a store created and deleted', floor);
});
