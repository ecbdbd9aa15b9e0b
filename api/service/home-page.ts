import { signedInActor } from '../access/sessions.ts';
import type { ApiDeps } from '../deps.ts';
import type { Route } from '../http/route.ts';
import { html } from '../pages/html.ts';
import { sendPage } from '../pages/send-page.ts';

/** The page at `/` of an installation without the console. */
export function homePage(deps: ApiDeps): Route {
  return {
    method: 'get',
    path: '/',
    handlers: [
      async (request, response) => {
        const isSignedIn = (await signedInActor(request, deps)) !== undefined;
        sendPage(response, { locale: 'en', title: 'Perennial', body: homeBody(isSignedIn) });
      },
    ],
  };
}

function homeBody(isSignedIn: boolean) {
  return html`<p>Keeps every store connected to its Amazon seller account, year after year.</p>
    ${
      isSignedIn
        ? html`<form method="post" action="/sign-out">
            <p>This browser is signed in. <button type="submit">Sign out</button></p>
          </form>`
        : html`<p><a class="button" href="/sign-in">Sign in</a></p>`
    }
    <ul>
      <li><a href="/docs">API reference</a></li>
      <li><a href="/readyz">Readiness</a></li>
      ${isSignedIn ? html`<li><a href="/v1/stores">Stores, as JSON</a></li>` : undefined}
    </ul>
    <p>Getting started: see “The journey” in the README.</p>`;
}
