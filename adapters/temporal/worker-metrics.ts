import { once } from 'node:events';
import { createServer } from 'node:net';
import type { TelemetryOptions } from '@temporalio/worker';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';

const timeoutMs = 2000;

/** What Prometheus reads from a worker: the metrics of Temporal's SDK, of the process, and our own, as one page. */
export class WorkerMetrics {
  /** For `Runtime.install`: the SDK serves its metrics itself, here on loopback only. */
  readonly telemetry: TelemetryOptions;
  private readonly sdkUrl: string;
  private readonly registry = new Registry();

  private constructor(port: number) {
    const bindAddress = `127.0.0.1:${port}`;
    this.telemetry = { metrics: { prometheus: { bindAddress, countersTotalSuffix: true } } };
    this.sdkUrl = `http://${bindAddress}/metrics`;
    collectDefaultMetrics({ register: this.registry });
  }

  static async create(): Promise<WorkerMetrics> {
    return new WorkerMetrics(await freePort());
  }

  countFailingSteps(count: () => number): void {
    new Gauge({
      name: 'perennial_failing_database_steps',
      help: 'Steps of workflows that PostgreSQL does not carry out, and that are repeated.',
      registers: [this.registry],
      collect() {
        this.set(count());
      },
    });
  }

  /** In Prometheus' text format. Without the SDK's metrics when they cannot be read. */
  async read(): Promise<string> {
    const [own, sdk] = await Promise.all([this.registry.metrics(), this.readSdk().catch(() => '')]);
    return `${own}${sdk}`;
  }

  private async readSdk(): Promise<string> {
    const response = await fetch(this.sdkUrl, { signal: AbortSignal.timeout(timeoutMs) });
    return response.ok ? response.text() : '';
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}
