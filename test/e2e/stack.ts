/** The product as people start it, each service a process of its own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { z } from 'zod';
import { Actors } from './actors.ts';
import { ProductProcess, type ServiceName } from './product-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether other files run at the same time, which would take longer than a short year lasts. */
    isAmongOthers?: boolean;
  }
}

/** `yearLength` as `YEAR_LENGTH` takes it, such as `30s`; `variables` replace services or set their pace. */
export async function startStack(yearLength: string, variables: Record<string, string> = {}): Promise<Stack> {
  if (inject('isAmongOthers'))
    throw new Error('A file that starts a whole product belongs to `wholeProduct` in vitest.config.ts.');
  const product = new ProductProcess({ YEAR_LENGTH: yearLength, ...variables });
  try {
    await product.start();
  } catch (error) {
    await product.abandon();
    throw error;
  }
  return new Stack(product, variables['DATABASE_URL']);
}

/** A running product, its services and the people around it. */
export class Stack extends Actors {
  readonly #product: ProductProcess;
  readonly dataDir: string;
  readonly databaseUrl: string;

  constructor(product: ProductProcess, databaseUrl?: string) {
    const { dataDir } = product;
    super({
      url: `http://localhost:${product.portOf('api')}`,
      simulatorUrl: `http://localhost:${product.portOf('simulators')}`,
      mailUrl: `http://localhost:${product.portOf('mailbox')}`,
      adminToken: readFileSync(join(dataDir, 'admin-token'), 'utf8').trim(),
    });
    this.#product = product;
    this.dataDir = dataDir;
    this.databaseUrl = databaseUrl ?? embeddedDatabaseUrl(product);
  }

  output(): string {
    return this.#product.output();
  }

  portOf(service: ServiceName): number {
    return this.#product.portOf(service);
  }

  kill(service: ServiceName, signal: NodeJS.Signals): void {
    this.#product.kill(service, signal);
  }

  crash(service: ServiceName): Promise<void> {
    return this.#product.crash(service);
  }

  killAll(): Promise<void> {
    return this.#product.killAll();
  }

  restart(): Promise<void> {
    return this.#product.start();
  }

  stop(): Promise<void> {
    return this.#product.stop();
  }
}

function embeddedDatabaseUrl(product: ProductProcess): string {
  const secrets = JSON.parse(readFileSync(join(product.dataDir, 'secrets.json'), 'utf8'));
  const { postgresPassword } = z.object({ postgresPassword: z.string() }).parse(secrets);
  return `postgres://perennial:${postgresPassword}@127.0.0.1:${product.portOf('postgres')}/perennial`;
}
