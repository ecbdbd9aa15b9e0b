import { MailFault } from '../../activities/ports.ts';

/**
 * What a failed delivery to one address means. Permanent is a 5xx answer about that address or this message; a 5xx to
 * our credentials or sender is ours to mend, and the message is still wanted afterwards. The server's text is left out:
 * it usually repeats the address.
 */
export function asMailFault(error: unknown): MailFault {
  const { code, command, responseCode } = smtpDetails(error);
  const step = command ? ` to ${command}` : '';
  if (responseCode === undefined) return new MailFault(`The mail server gave no answer${step} (${code})`, false);
  const permanent = responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
  return new MailFault(`The mail server answered ${responseCode}${step} (${code})`, permanent);
}

/** One fault for all addresses of a message: it is worth another try while any of them is. */
export function joinMailFaults(faults: readonly MailFault[], addresses: number): MailFault {
  const sentences = [...new Set(faults.map(({ message }) => message))].join('; ');
  const permanent = faults.every((fault) => fault.permanent);
  return new MailFault(`${faults.length} of ${addresses} addresses not reached: ${sentences}`, permanent);
}

function smtpDetails(error: unknown): { code: string; command?: string; responseCode?: number } {
  if (!(error instanceof Error)) return { code: 'unknown' };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : error.name;
  // "AUTH PLAIN" and its like; anything else may be what was sent.
  const command = 'command' in error && typeof error.command === 'string' ? error.command : '';
  const responseCode =
    'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : undefined;
  return {
    code,
    ...(/^[A-Z0-9 -]{1,20}$/.test(command) && { command }),
    ...(responseCode !== undefined && { responseCode }),
  };
}
