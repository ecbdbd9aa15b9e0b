import { catalogAsins } from '../amazon/estimate-fees.ts';
import { acceptedSellers, sellerPassword, verificationCode } from '../amazon/sellers.ts';
import { html } from '../http/html-page.ts';
import type { Markup, Page } from '../http/html-page.ts';
import { faultDescriptions } from './fault-descriptions.ts';

/** Says what runs here, for somebody who followed the link of `npm start`. */
export function homePage(): Page {
  return {
    title: 'What runs here',
    body: html`<h1>Simulators of Amazon and Adobe Commerce</h1>
      <p>They speak the wire formats of the originals. Nothing here reaches Amazon or a shop.</p>
      <h2>Sellers</h2>
      <p>
        Sign in as ${acceptedSellers}. The password is <code>${sellerPassword}</code>, the verification code
        <code>${verificationCode}</code>.
      </p>
      <h2>Addresses</h2>
      <dl>
        <dt>Consent</dt>
        <dd><code>/apps/authorize/consent</code></dd>
        <dt>Authorize again</dt>
        <dd><a href="/apps/manage">/apps/manage</a></dd>
        <dt>Login with Amazon</dt>
        <dd><code>POST /auth/o2/token</code></dd>
        <dt>Selling Partner API</dt>
        <dd>
          <code>/sellers/v1/marketplaceParticipations</code>, <code>/sellers/v1/account</code>,
          <code>POST /products/fees/v0/items/{asin}/feesEstimate</code>; known ASINs: ${catalogAsins.join(', ')}
        </dd>
        <dt>Commerce</dt>
        <dd>
          <code>/rest/V1/store/websites</code>, <code>storeViews</code>, <code>storeGroups</code>,
          <code>/rest/V1/products/attributes</code>
        </dd>
      </dl>
      <h2>Controls</h2>
      <dl>
        <dt>Agree in one call</dt>
        <dd><code>POST /simulator/approve {consentUrl, seller}</code></dd>
        <dt>Begin in Seller Central</dt>
        <dd><code>POST /simulator/authorize-again {seller, country?}</code>: the address of our application to open</dd>
        <dt>Let something fail</dt>
        <dd>
          <code>POST /simulator/faults {kind, seller?, country?, count?, startsInSeconds?, seconds?, ms?}</code>; the
          kinds are listed below
        </dd>
        <dt>Faults of now</dt>
        <dd>
          <a href="/simulator/faults">/simulator/faults</a>;
          <code>DELETE /simulator/faults?kind=&amp;seller=</code> ends all that fit
        </dd>
        <dt>Rotate the client secret</dt>
        <dd>
          <code>POST /simulator/application {clientSecret, overlapSeconds?}</code>; the one before works on for the
          overlap, 7 days by default. <code>DELETE</code> lets every secret expire. Their dates:
          <a href="/simulator/application">/simulator/application</a>
        </dd>
        <dt>Requests to Amazon</dt>
        <dd><a href="/simulator/log">/simulator/log</a>; the next ones: <code>?after=ID</code></dd>
        <dt>What sellers agreed to and revoked</dt>
        <dd><a href="/simulator/grants">/simulator/grants</a></dd>
        <dt>Sellers who agreed</dt>
        <dd><a href="/simulator/sellers">/simulator/sellers</a></dd>
        <dt>Health</dt>
        <dd><a href="/simulator/healthz">/simulator/healthz</a></dd>
      </dl>
      <h2>Kinds of faults</h2>
      <dl>${Object.entries(faultDescriptions).map(([kind, description]) => faultRow(kind, description))}</dl>`,
  };
}

function faultRow(kind: string, description: string): Markup {
  return html`<dt><code>${kind}</code></dt>
    <dd>${description}</dd>`;
}
