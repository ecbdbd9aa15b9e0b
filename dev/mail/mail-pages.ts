import { escapeHtml } from '../../domain/escape-html.ts';
import type { StoredMessage } from './mail-store.ts';

const style = `
  body { font: 16px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #222; background: #fff }
  table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .4rem .6rem; border-bottom: 1px solid #ddd }
  dt { font-weight: 600 } dd { margin: 0 0 .4rem } iframe { width: 100%; height: 36rem; border: 1px solid #bbb }
  pre { white-space: pre-wrap; background: #f5f5f5; padding: 1rem }
`;

/** A page of the inbox loads only its inline style and the framed message. */
export const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'none'; base-uri 'none'";

/** A framed message may open its links in a new tab, and never runs a script. */
export const messagePolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data: cid:";

export function listPage(messages: readonly StoredMessage[]): string {
  const rows = messages.map(
    ({ id, date, to, subject }) =>
      `<tr><td><a href="/messages/${id}">${escapeHtml(subject || '(no subject)')}</a></td><td>${escapeHtml(to.join(', '))}</td><td>${escapeHtml(date)}</td></tr>`,
  );
  const table = `<table><thead><tr><th>Subject</th><th>To</th><th>Sent</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  return page('Mail inbox', `<h1>Mail inbox</h1>${rows.length > 0 ? table : '<p>No messages yet.</p>'}`);
}

export function messagePage(message: StoredMessage): string {
  const fields: [string, string][] = [
    ['From', message.from],
    ['To', message.to.join(', ')],
    ['Sent', message.date],
    ['Attachments', message.attachments.map(({ filename, size }) => `${filename} (${size} bytes)`).join(', ')],
  ];
  const list = fields
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`);
  const framed = `<h2>HTML</h2><iframe title="The message as HTML" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/messages/${message.id}/html"></iframe>`;
  return page(
    message.subject,
    `<p><a href="/">All messages</a></p><h1>${escapeHtml(message.subject || '(no subject)')}</h1><dl>${list.join('')}</dl>${message.html === '' ? '' : framed}<h2>Text</h2><pre>${escapeHtml(message.text)}</pre>`,
  );
}

/** The HTML of the message; its links open outside the frame. */
export function framedHtml(message: StoredMessage): string {
  return `<!doctype html><base target="_blank">${message.html}`;
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${style}</style></head><body>${body}</body></html>`;
}
