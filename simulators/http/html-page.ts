import { createHash } from 'node:crypto';
import type { Response } from 'express';
import { style } from './style.ts';

/** Markup that is already escaped. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** Markup with every value escaped that is not markup itself. */
export function html(parts: TemplateStringsArray, ...values: (string | Markup | readonly Markup[])[]): Markup {
  const written = values.map((value) => {
    if (typeof value === 'string') return escape(value);
    return value instanceof Markup ? value.text : value.map(({ text }) => text).join('');
  });
  return new Markup(parts.map((part, index) => part + (written[index] ?? '')).join(''));
}

export interface Page {
  /** Of the browser's window; the heading is in the body. */
  readonly title: string;
  readonly body: Markup;
  readonly status?: number;
}

/** Made here in one piece: the policy's hash holds for exactly this text between the tags. */
const styleElement = new Markup(`<style>${style}</style>`);
const styleHash = createHash('sha256').update(style).digest('base64');
const contentSecurityPolicy = `default-src 'none'; style-src 'sha256-${styleHash}'; frame-ancestors 'none'; base-uri 'none'`;

/** A whole page in the simulation's look; it needs no script and loads nothing. */
export function sendPage(response: Response, { title, body, status = 200 }: Page): void {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} - Simulation of Amazon Seller Central</title>
        ${styleElement}
      </head>
      <body>
        <header>
          <p>
            <strong>seller central</strong>
            <span>Simulation of Amazon Seller Central. Nothing here reaches Amazon.</span>
          </p>
        </header>
        <main>${body}</main>
      </body>
    </html> `;
  response
    .status(status)
    .set({
      'Content-Security-Policy': contentSecurityPolicy,
      'Referrer-Policy': 'no-referrer',
      // Not no-store: with that, going back to a page that came by a form shows the browser's own error.
      'Cache-Control': 'private, no-cache',
      'X-Content-Type-Options': 'nosniff',
    })
    .type('html')
    .send(page.text);
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
