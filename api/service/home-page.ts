import type { RequestHandler } from 'express';
import type { ApiDeps } from '../deps.ts';
import { signedInActor } from '../access/sessions.ts';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/send-page.ts';

/** The front door until the console stands here. */
export function getHome(deps: ApiDeps): RequestHandler {
  return async (request, response) => {
    const signedIn = await signedInActor(request, deps);
    const body = html`<p>Keeps every store connected to its Amazon seller account, year after year.</p>
      ${
        signedIn
          ? html`<form method="post" action="/sign-out">
              <p>This browser is signed in. <button type="submit">Sign out</button></p>
            </form>`
          : html`<p><a class="button" href="/sign-in">Sign in</a></p>`
      }
      <ul>
        <li><a href="/docs">Every call of the API, with examples</a></li>
        <li><a href="/readyz">Is everything ready?</a></li>
        ${signedIn ? html`<li><a href="/v1/stores">Stores, as JSON</a></li>` : undefined}
      </ul>
      <p>What to do first, step by step: the README, “The journey”.</p>`;
    sendPage(response, { locale: 'en', title: 'Perennial', body });
  };
}
