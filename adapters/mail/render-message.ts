import { escapeHtml } from '../../domain/escape-html.ts';
import type { OutgoingMessage } from '../../activities/ports.ts';
import { type Locale, locales } from '../../locales/index.ts';
import { emailContent, type EmailContent } from './email-content.ts';

export interface RenderedMessage {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** One e-mail in every language, English first, because we do not know the language of its reader. */
export function renderMessage(message: OutgoingMessage): RenderedMessage {
  const parts = locales.map((locale) => ({ locale, content: emailContent(message, locale) }));
  return {
    subject: parts.map(({ content }) => content.subject).join(' / '),
    text: `${parts.map(({ content }) => renderText(content, message.link)).join('\n\n---\n\n')}\n`,
    html: renderDocument(parts.map(({ locale, content }) => renderHtml(locale, content, message.link))),
  };
}

function renderText(content: EmailContent, link: string): string {
  const stores = content.stores.map((store) => `- ${store}`).join('\n');
  const [first = '', ...others] = content.news;
  return [first, stores, ...others, content.request, link, content.linkValidity, content.reassurance].join('\n\n');
}

// Styles are inline and nothing is loaded from outside, because mail programs drop style sheets and block images.
const paragraphStyle = 'margin:0 0 16px';
const buttonStyle =
  'display:inline-block;padding:12px 20px;border-radius:4px;background-color:#0b4a8f;color:#ffffff;font-weight:bold;text-decoration:underline';

function renderHtml(locale: Locale, content: EmailContent, link: string): string {
  const [first = '', ...others] = content.news;
  const stores = content.stores.map((store) => `<li style="margin:0 0 4px">${escapeHtml(store)}</li>`).join('');
  return [
    `<div lang="${locale}">`,
    paragraph(first),
    `<ul style="margin:0 0 16px;padding:0 0 0 24px">${stores}</ul>`,
    ...[...others, content.request].map(paragraph),
    `<p style="${paragraphStyle}"><a href="${escapeHtml(link)}" style="${buttonStyle}">${escapeHtml(content.button)}</a></p>`,
    ...[content.linkValidity, content.reassurance].map(paragraph),
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
