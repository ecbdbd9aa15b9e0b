import { html } from '../http/html-page.ts';
import type { Markup, Page } from '../http/html-page.ts';
import { consentPath } from './consent-request.ts';
import type { ConsentError } from './consent-request.ts';
import type { Seller } from './sellers.ts';
import { sellerPassword, verificationCode } from './sellers.ts';

export const application = 'Amazon Sales Channel for Adobe Commerce';

/** The form carries the seller's earlier answers, signed. */
export interface Step {
  readonly journey: string;
  readonly error?: string;
}

export function signInPage({ journey, error }: Step, email = ''): Page {
  return page(
    'Sign in',
    error,
    html`<p>
        Sign in with the account that owns your Professional selling plan. Only its primary user can authorize
        applications.
      </p>
      ${form(
        'sign-in',
        journey,
        html` <label for="email">Email</label>
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
          <div class="actions"><button>Sign in</button></div>`,
      )}
      <div class="note">
        <p class="hint">
          In this simulation any <code>seller@example.com</code> or <code>seller-anything@example.com</code> sells in
          the United States, Canada and Mexico, <code>seller-uk@example.com</code> or
          <code>seller-uk-anything@example.com</code> in the United Kingdom; <code>individual@example.com</code> has no
          Professional plan. The password is <code>${sellerPassword}</code>.
        </p>
      </div>`,
  );
}

export function verificationPage({ journey, error }: Step, seller: Seller): Page {
  return page(
    'Two-step verification',
    error,
    html`<p>We sent a code to the phone of <strong>${seller.email}</strong>.</p>
      ${form(
        'verification',
        journey,
        html` <label for="code">Verification code</label>
          <p class="hint" id="code-hint">Six digits. In this simulation it is ${verificationCode}.</p>
          <input
            id="code"
            name="code"
            type="text"
            inputmode="numeric"
            autocomplete="one-time-code"
            required
            aria-describedby="code-hint"
          />
          <div class="actions"><button>Verify</button></div>`,
      )}`,
  );
}

export function agreementPage({ journey, error }: Step, seller: Seller): Page {
  const countries = seller.marketplaces.map(({ name, countryCode }) => `${name} (${countryCode})`).join(', ');
  return page(
    `Authorize ${application}`,
    error,
    html`<p><strong>${application}</strong> asks for access to your selling account.</p>
      <dl>
        <dt>Account</dt>
        <dd>${seller.email}</dd>
        <dt>Selling partner id</dt>
        <dd>${seller.sellingPartnerId}</dd>
        <dt>Marketplaces</dt>
        <dd>${countries}</dd>
      </dl>
      <h2>What it will be able to do</h2>
      <ul>
        <li>Read and change your product listings</li>
        <li>Read and confirm your orders</li>
        <li>Read your inventory and prices</li>
      </ul>
      <p>The authorization lasts 365 days. You can end it at any time under Manage Your Apps.</p>
      ${form(
        'agreement',
        journey,
        html` <label class="choice"
            ><input id="understand" name="understand" type="checkbox" value="yes" required${described(error)} />
            <span
              >I understand. I direct Amazon to give ${application} access to my selling account and the data in
              it.</span
            ></label
          >
          <div class="actions">
            <button name="decision" value="next">Next</button>
            <button class="second" name="decision" value="cancel" formnovalidate>Cancel</button>
          </div>`,
      )}`,
  );
}

export function almostDonePage({ journey }: Step): Page {
  return page(
    'You are almost done',
    undefined,
    html`<p>Continue to ${application} to finish. Your account is not connected before you do.</p>
      ${form('continue', journey, html`<div class="actions"><button>Continue</button></div>`)}`,
  );
}

export function cancelledPage(): Page {
  return page(
    'You did not authorize the application',
    undefined,
    html`<p>
      ${application} has no access to your account. <strong>It is not informed of this:</strong> Amazon sends it no
      message. To authorize it after all, open the link it gave you again. You can close this window.
    </p>`,
  );
}

export function endedPage(): Page {
  return {
    ...page('Your session has ended', undefined, html`<p>Go back to the application's link and start again.</p>`),
    status: 400,
  };
}

export function errorPage({ code, sentence }: ConsentError): Page {
  const codeLine = code === undefined ? html`` : html`<p>Error code: <strong>${code}</strong></p>`;
  return {
    ...page(
      'We cannot authorize this application',
      sentence,
      html`${codeLine}
        <p>Nothing was changed. Tell the developer of the application what this page says.</p>`,
    ),
    status: 400,
  };
}

export function page(heading: string, error: string | undefined, content: Markup): Page {
  const alert = error === undefined ? html`` : html`<p class="error" id="error" role="alert">${error}</p>`;
  return {
    title: error === undefined ? heading : `Error: ${heading}`,
    body: html`<h1>${heading}</h1>
      ${alert}${content}`,
    status: error === undefined ? 200 : 400,
  };
}

function form(step: string, journey: string, fields: Markup): Markup {
  return html`<form method="post" action="${consentPath}/${step}">
    <input type="hidden" name="journey" value="${journey}" />${fields}
  </form>`;
}

export function described(error: string | undefined): Markup {
  return error === undefined ? html`` : html` aria-invalid="true" aria-describedby="error"`;
}
