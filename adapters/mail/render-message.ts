import type { OutgoingMessage } from '../../activities/ports.ts';
import { locales, type Locale } from '../../domain/reasons.ts';
import { messageWords, type MessageWords } from './message-words.ts';

export interface RenderedMessage {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** One message in every language we speak, English first, because nobody told us the reader's. */
export function renderMessage(message: OutgoingMessage): RenderedMessage {
  const parts = locales.map((locale) => ({ locale, words: messageWords(message, locale) }));
  return {
    subject: parts.map(({ words }) => words.subject).join(' / '),
    text: `${parts.map(({ words }) => renderText(words, message.link)).join('\n\n---\n\n')}\n`,
    html: renderDocument(parts.map(({ locale, words }) => renderHtml(locale, words, message.link))),
  };
}

function renderText(words: MessageWords, link: string): string {
  const stores = words.stores.map((store) => `- ${store}`).join('\n');
  const [first = '', ...more] = words.news;
  return [first, stores, ...more, words.request, link, words.linkValidity, words.reassurance].join('\n\n');
}

// Styles stand on the elements and nothing is loaded from outside: mail programs drop the one and block the other.
const paragraphStyle = 'margin:0 0 16px';
const buttonStyle =
  'display:inline-block;padding:12px 20px;border-radius:4px;background-color:#0b4a8f;color:#ffffff;font-weight:bold;text-decoration:underline';

function renderHtml(locale: Locale, words: MessageWords, link: string): string {
  const [first = '', ...more] = words.news;
  const stores = words.stores.map((store) => `<li style="margin:0 0 4px">${escapeHtml(store)}</li>`).join('');
  return [
    `<div lang="${locale}">`,
    paragraph(first),
    `<ul style="margin:0 0 16px;padding:0 0 0 24px">${stores}</ul>`,
    ...[...more, words.request].map(paragraph),
    `<p style="${paragraphStyle}"><a href="${escapeHtml(link)}" style="${buttonStyle}">${escapeHtml(words.button)}</a></p>`,
    ...[words.linkValidity, words.reassurance].map(paragraph),
    '</div>',
  ].join('\n');
}

export function renderDocument(sections: readonly string[]): string {
  const rule = '<hr style="margin:32px 0;border:0;border-top:1px solid #767676">';
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Perennial</title></head>
<body style="margin:0;padding:24px;background-color:#ffffff;color:#1f1f1f;font-family:Arial,Helvetica,sans-serif;font-size:16px;line-height:1.5">
<div style="max-width:600px;margin:0 auto">
${sections.join(`\n${rule}\n`)}
</div>
</body>
</html>
`;
}

export function paragraph(text: string): string {
  return `<p style="${paragraphStyle}">${escapeHtml(text)}</p>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
