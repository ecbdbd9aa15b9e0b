import { join } from 'node:path';
import { portVariable } from '../../config/kinds.ts';
import { readVariables } from '../../config/variables.ts';
import { startMailInbox } from './mail-inbox.ts';

const settings = readVariables({ MAIL_SMTP_PORT: portVariable(3125), MAIL_UI_PORT: portVariable(3126) }, process.env);
if ('errors' in settings) throw new Error(settings.errors.join('\n'));

const inbox = await startMailInbox({
  dir: join(process.env['DATA_DIR'] || '.perennial', 'mail'),
  smtpPort: settings.values.MAIL_SMTP_PORT,
  uiPort: settings.values.MAIL_UI_PORT,
});
console.log(`Mail inbox started: SMTP on port ${inbox.smtpPort}, page on port ${inbox.uiPort}`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => void inbox.stop().then(() => process.exit(0)));
}
