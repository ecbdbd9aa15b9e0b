import { MailFault } from '../../activities/ports.ts';

/**
 * Classifies a failed delivery to one address. Only a 5xx reply to that address or this message is permanent; a 5xx reply
 * to our credentials or sender is for operators to fix. The server's text is left out: it usually repeats the address.
 */
export function toMailFault(error: unknown): MailFault {
  const { code, command, responseCode } = smtpDetails(error);
  const step = command ? ` to ${command}` : '';
  if (responseCode === undefined) return new MailFault(`The mail server did not reply${step} (${code})`, false);
  const permanent = responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
  return new MailFault(`The mail server replied ${responseCode}${step} (${code})`, permanent);
}

/** One fault for all addresses of a message that may still be reached. */
export function joinMailFaults(faults: readonly MailFault[], addresses: number): MailFault {
  return new MailFault(`${faults.length} of ${addresses} addresses not reached: ${describeFaults(faults)}`, false);
}

/** Each message once. */
export function describeFaults(faults: readonly MailFault[]): string {
  return [...new Set(faults.map(({ message }) => message))].join('; ');
}

function smtpDetails(error: unknown): { code: string; command?: string; responseCode?: number } {
  if (!(error instanceof Error)) return { code: 'unknown' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  // Commands such as "AUTH PLAIN"; anything else may contain the address.
  const command = 'command' in error && typeof error.command === 'string' ? error.command : '';
  const responseCode =
    'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : undefined;
  return {
    code,
    command: /^[A-Z0-9 -]{1,20}$/.test(command) ? command : undefined,
    responseCode,
  };
}
