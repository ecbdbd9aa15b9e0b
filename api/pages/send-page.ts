import type { Response } from 'express';
import { type Locale, locales, messages } from '../../locales/index.ts';
import { html, type Markup } from './html.ts';

export interface Page {
  readonly locale: Locale;
  readonly title: string;
  readonly body: Markup;
  readonly status?: number;
  /** Reloads the page without a script; `url` defaults to the same address. */
  readonly refresh?: { readonly seconds: number; readonly url?: string };
  /** The address of this page in another language; absent where the address holds a secret. */
  readonly inLanguage?: (locale: Locale) => string;
}

/** A page without scripts, for phones and screen readers, too. */
export function sendPage(response: Response, { locale, title, body, status = 200, refresh, inLanguage }: Page): void {
  const t = messages[locale].page;
  const others = locales.filter((other) => other !== locale);
  const page = html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        ${refresh && html`<meta http-equiv="refresh" content="${refreshContent(refresh)}" />`}
        <title>${title} - Perennial</title>
        <link rel="stylesheet" href="/assets/pages.css" />
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
      </head>
      <body>
        <a class="skip" href="#main">${t.skipToContent}</a>
        <header>
          <p>Perennial</p>
          ${
            inLanguage &&
            html`<nav aria-label="${t.language}">
              ${others.map(
                (other) =>
                  html`<a href="${inLanguage(other)}" lang="${other}" hreflang="${other}"
                    >${messages[other].languageName}</a
                  > `,
              )}
            </nav>`
          }
        </header>
        <main id="main">
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `;
  response.status(status).set({ 'Cache-Control': 'no-store', 'Content-Language': locale, Vary: 'Accept-Language' });
  response.type('html').send(page.text);
}

function refreshContent({ seconds, url }: NonNullable<Page['refresh']>): string {
  return url === undefined ? String(seconds) : `${seconds}; url=${url}`;
}
