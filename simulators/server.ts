import { readEnvironment } from './environment.ts';
import { startSimulators } from './start-simulators.ts';

const write = (line: object): void => {
  process.stdout.write(`${JSON.stringify({ time: new Date().toISOString(), ...line })}\n`);
};

const environment = readEnvironment(process.env);
if ('errors' in environment) {
  process.stderr.write(`These settings of the simulators cannot be used:\n  ${environment.errors.join('\n  ')}\n`);
  process.exit(1);
}

try {
  const simulators = await startSimulators({
    ...environment.options,
    writeLog: (line) => process.stdout.write(`${line}\n`),
  });
  write({ message: 'simulators are listening', url: simulators.url });
  const stop = (): void => {
    void simulators.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The simulators cannot start (SIMULATOR_PORT, DATA_DIR): ${reason}\n`);
  process.exit(1);
}
