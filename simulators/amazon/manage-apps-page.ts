import { html } from '../http/html-page.ts';
import type { Page } from '../http/html-page.ts';
import { managePath } from './authorize-again.ts';
import { application, described, page } from './consent-pages.ts';
import { sellerPassword, verificationCode } from './sellers.ts';

/** "Manage Your Apps" of a seller, with the one thing that can be done here: authorize again. */
export function manageAppsPage(email = '', error?: string): Page {
  return page(
    'Manage Your Apps',
    error,
    html`<h2>${application}</h2>
      <p>An authorization lasts 365 days. Authorize the application again to give it another 365.</p>
      <form method="post" action="${managePath}">
        <label for="email">Email</label>
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="username"
          required
          value="${email}"
          ${described(error)}
        />
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required />
        <label class="choice"
          ><input name="understand" type="checkbox" value="yes" required />
          <span>I understand. I direct Amazon to give ${application} access to my selling account.</span></label
        >
        <div class="actions"><button>Authorize again</button></div>
      </form>
      <p class="note hint">
        In this simulation any <code>seller-anything@example.com</code> signs in here with
        <code>${sellerPassword}</code> and without the code ${verificationCode}.
      </p>`,
  );
}
