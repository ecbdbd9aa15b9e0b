import { join } from 'node:path';
import { portVariable, readVariables } from '../config.ts';
import { startMailInbox } from './mail-inbox.ts';

/** The process of the mail inbox. */
const read = readVariables({ MAIL_SMTP_PORT: portVariable(3125), MAIL_UI_PORT: portVariable(3126) }, process.env);
if ('errors' in read) throw new Error(read.errors.join('\n'));

const inbox = await startMailInbox({
  dir: join(process.env['DATA_DIR'] || '.perennial', 'mail'),
  smtpPort: read.values.MAIL_SMTP_PORT,
  uiPort: read.values.MAIL_UI_PORT,
});
console.log(`The inbox takes mail on port ${inbox.smtpPort} and shows it on port ${inbox.uiPort}.`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void inbox.stop().then(() => process.exit(0)));
}
