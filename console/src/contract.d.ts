/** Generated from the OpenAPI document by scripts/generate-contract.mjs. */

export interface paths {
    "/connect/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where a connect link leads
         * @description For the seller's browser: sets a cookie and goes on to Amazon's consent page. Needs no token.
         */
        get: operations["startConsent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Is this process alive?
         * @description Asks nobody else.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics for Prometheus
         * @description Durations of requests by route, stores by status, open alarms by kind, and the process itself.
         */
        get: operations["getMetrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/amazon/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where Amazon sends the seller back
         * @description Effective once; the same callback again shows the first outcome. Needs no token, but the cookie.
         */
        get: operations["receiveCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/amazon/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where Seller Central sends a seller who begins there
         * @description The application's login URI at Amazon. A seller we know goes straight back to Seller Central, for the store that needs it most; for another one, a signed-in operator chooses a store that awaits its authorization.
         */
        get: operations["beginAmazonLogin"];
        put?: never;
        /**
         * The store chosen on that page
         * @description A form of the page: the same parameters and `store`. Needs a signed-in operator and our own origin.
         */
        post: operations["chooseStoreForLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/amazon/outcome/{receipt}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The outcome of a consent, again
         * @description Where the page of the callback leads, so that the code leaves the address bar. Needs the same browser.
         */
        get: operations["showOutcome"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document
         * @description OpenAPI 3.1. A page of it is at /docs.
         */
        get: operations["getOpenApi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Can it do its work?
         * @description PostgreSQL, Temporal and a polling worker are needed; Commerce is named.
         */
        get: operations["getReadiness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What you may do
         * @description In whose name the request was made, and which calls of this document that role allows. Needs the role `viewer`.
         */
        get: operations["getAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alarms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is or was wrong with the whole
         * @description Open alarms first, then the newest. An alarm closes by itself when its cause is over. Needs the role `viewer`.
         */
        get: operations["listAlarms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How long our client secret lasts
         * @description Amazon ends an LWA client secret 180 days after it was made. Operators are warned from 30 days before. Needs the role `viewer`.
         */
        get: operations["getApplication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/application/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hand over a rotated client secret
         * @description In force at once for every process. Amazon is asked about it first, as far as that is possible without a seller; otherwise its state is `unverified` until the next call. The secret in force, sent again, corrects its date. Needs the role `admin`.
         */
        put: operations["setApplicationSecret"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/authorizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What sellers have agreed to
         * @description Authorizations in force, each of one seller and region, with the stores that share it. Needs the role `viewer`.
         */
        get: operations["listAuthorizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendar-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List calendar links
         * @description Those that this token made, the newest first; for an admin those of everybody. Needs the role `viewer`.
         */
        get: operations["listCalendarLinks"];
        put?: never;
        /**
         * Make a link to the calendar of renewals
         * @description For calendar programs, which send no token. The link opens the calendar and nothing else. Needs the role `viewer`.
         */
        post: operations["addCalendarLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendar-links/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke a calendar link
         * @description One of your own; an admin may revoke any. A link also ends with the token that made it. Needs the role `viewer`.
         */
        delete: operations["revokeCalendarLink"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List campaigns
         * @description The newest first. Needs the role `viewer`.
         */
        get: operations["listCampaigns"];
        put?: never;
        /**
         * Ask many sellers to agree again
         * @description For example when the application gained a role at Amazon. Each seller gets one message per region, naming all its stores, and one reminder after a week. Repeat it with the same `Idempotency-Key` and body after any failure: it is the same campaign. Needs the role `admin`.
         */
        post: operations["addCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at a campaign
         * @description How far it is, and when the next message leaves. Needs the role `viewer`.
         */
        get: operations["getCampaign"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/authorizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whom a campaign asks
         * @description Each seller and region with its stores, in the order of their turns. Empty before the start. Needs the role `viewer`.
         */
        get: operations["listCampaignAuthorizations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a campaign
         * @description Nobody is asked any more; links that were sent still work. It cannot be undone. Repeating it is 200. Needs the role `operator`.
         */
        post: operations["cancelCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pause a campaign
         * @description Stops its clock: nobody is asked, and what was due later stays as much later. Repeating it is 200. Needs the role `operator`.
         */
        post: operations["pauseCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resume a campaign
         * @description Goes on where it was, without making up for the pause. Repeating it is 200. Needs the role `admin`.
         */
        post: operations["resumeCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/campaigns/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Count whom a campaign would ask
         * @description Takes the body of a campaign and changes nothing. Whom a campaign asks is fixed when it starts. Needs the role `viewer`.
         */
        post: operations["previewCampaign"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commerce/attributes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Product attributes of Commerce
         * @description By their code; for the product mapping. Needs the role `viewer`.
         */
        get: operations["listAttributes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/commerce/websites": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Websites of Commerce
         * @description A new store takes one of these codes. Needs the role `viewer`.
         */
        get: operations["listWebsites"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow every change of every store
         * @description Server-sent events: `event: store.changed`, an increasing `id`, and `data` as below. A comment comes every 15 seconds. With `Last-Event-ID`, which browsers send by themselves, what was missed is told first. Needs the role `viewer`.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imports
         * @description The newest first. Needs the role `viewer`.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Add many stores from one file
         * @description Answers as soon as every row is kept; each then goes the way of `POST /v1/stores`, at most 20 a second, and has its own outcome. A row with mistakes is refused alone; a file that cannot be read is refused as a whole. The same file again creates nothing twice: rows whose store exists are `already_there`, or refused with what differs. Needs the role `admin`.
         */
        post: operations["addImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * See how far an import is
         * @description It is finished when no row waits any more. Needs the role `viewer`.
         */
        get: operations["getImport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/imports/{id}/rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of each row
         * @description In the order of the file. Needs the role `viewer`.
         */
        get: operations["listImportRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/marketplaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Amazon marketplaces
         * @description Every country a store can sell in. Needs the role `viewer`.
         */
        get: operations["listMarketplaces"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pre-setup-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What to prepare before the first store
         * @description Checked with Commerce where that is possible, otherwise ticked by a person. Needs the role `viewer`.
         */
        get: operations["listPreSetupTasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/pre-setup-tasks/{task}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Tick a task, or take the tick back
         * @description Who ticked it and when is kept. Needs the role `operator`.
         */
        put: operations["setPreSetupTask"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/renewals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What renews when
         * @description Connected and expired stores by the end of their year. Needs the role `viewer`.
         */
        get: operations["listRenewals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/renewals.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The same as a calendar
         * @description An event per store, which keeps its identity when it moves. A calendar link opens it as well. Needs the role `viewer`.
         */
        get: operations["getRenewalCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a sign-in link
         * @description Valid for 15 minutes, for one browser, which gets the role of whoever made the link. Opening it shows a button; only that uses the link up. Needs the role `viewer`.
         */
        post: operations["addSignInLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List stores
         * @description Deleted stores are left out unless `status` asks for them. Needs the role `viewer`.
         */
        get: operations["listStores"];
        put?: never;
        /**
         * Add a store
         * @description Answers as soon as the store is recorded; with 202 when it was accepted and will be recorded by itself. Repeat it with the same `Idempotency-Key` and body after any failure: it is the same store. Needs the role `operator`.
         */
        post: operations["addStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at a store
         * @description A store that was accepted and refused afterwards is 404 with the code of the refusal. Needs the role `viewer`.
         */
        get: operations["getStore"];
        put?: never;
        post?: never;
        /**
         * Delete a store
         * @description Destroys its secrets and keeps its timeline. It cannot be undone. Repeating it is 200. Needs the role `admin`.
         */
        delete: operations["deleteStore"];
        options?: never;
        head?: never;
        /**
         * Change the name, the e-mail address or the product mapping
         * @description Another website or country means another store. Needs the role `operator`.
         */
        patch: operations["changeStore"];
        trace?: never;
    };
    "/v1/stores/{id}/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Activate a store
         * @description Takes back a deactivation. A store that was never connected cannot be activated. Needs the role `operator`.
         */
        post: operations["activateStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify the connection now
         * @description The result is an entry of the store's timeline. Needs the role `operator`.
         */
        post: operations["checkStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{id}/connect-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link for the seller
         * @description Valid for seven days, in every status but `creating` and `deleted`; this is also how a store is renewed. Needs the role `operator`.
         */
        post: operations["addConnectLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate a store
         * @description A pause of your own; the year of the authorization goes on, and so do renewals. Needs the role `operator`.
         */
        post: operations["deactivateStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{id}/disconnect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End the connection
         * @description Destroys the secret unless another store uses the same authorization. A connect link brings the store back. Needs the role `operator`.
         */
        post: operations["disconnectStore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to a store
         * @description The newest first. Needs the role `viewer`.
         */
        get: operations["getTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/stores/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count stores by status
         * @description Narrowed as a list of stores is. Needs the role `viewer`.
         */
        get: operations["countStores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API tokens
         * @description Those that were not revoked, the newest first. `ADMIN_TOKEN` is not among them. Needs the role `admin`.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Make an API token
         * @description The token is in this answer and nowhere else: we keep a hash of it. Needs the role `admin`.
         */
        post: operations["addToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revoke an API token
         * @description In force at once, also for browsers that were signed in by it. Repeating it changes nothing. Needs the role `admin`.
         */
        delete: operations["revokeToken"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List endpoints
         * @description The oldest first. Needs the role `operator`.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Tell an endpoint what happens
         * @description From now on it gets every event of its types, signed as standardwebhooks.com describes. Events of one store come one after the other, in their order; an event may come twice, with the same `webhook-id`. What is not answered by 2xx within 15 seconds is sent again after about 1, 5 and 15 seconds, then less and less often, for three days. Needs the role `admin`.
         */
        post: operations["addWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Look at an endpoint
         * @description Whether it is enabled, and since when it fails. Needs the role `operator`.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Remove an endpoint
         * @description With its secret, what waits for it, and its log. Needs the role `admin`.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Change, disable or enable an endpoint
         * @description What waits is sent to the new address. Types concern what happens from now on. Needs the role `admin`.
         */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent, and what came of it
         * @description The newest first. Delivered ones are kept for 30 days, failed ones for 90. Needs the role `operator`.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send one delivery again
         * @description With the same `webhook-id` and body; later events of its store wait for it. Needs the role `operator`.
         */
        post: operations["replayWebhookDelivery"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/deliveries/replay-failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send again what has failed since a moment
         * @description With the same `webhook-id` and body; later events of its store wait for it. Needs the role `operator`.
         */
        post: operations["replayFailedDeliveries"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a new secret
         * @description For 24 hours the secret so far signs as well: `webhook-signature` carries both. Needs the role `admin`.
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a test
         * @description An event of the type `webhook.test`. What came of it is in the log of deliveries. Needs the role `operator`.
         */
        post: operations["testWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    applicationEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The client secret of our application ends soon
         * @description Signed as standardwebhooks.com describes. Note the `webhook-id`: an event may come twice.
         */
        post: operations["applicationEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    storeEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Something happened to a store
         * @description Signed as standardwebhooks.com describes. Note the `webhook-id`: an event may come twice.
         */
        post: operations["storeEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        Access: {
            /** @description Of the token, also for a browser that was signed in by it; `admin` is `ADMIN_TOKEN`. */
            name: string;
            /** @description The `operationId` of every call under /v1 that is allowed. */
            operations: string[];
            /**
             * @description `viewer` reads, `operator` also works on stores, `admin` may do everything.
             * @enum {string}
             */
            role: "viewer" | "operator" | "admin";
        };
        /** @description Something that only whoever runs Perennial can mend; never the fault of a seller. */
        Alarm: {
            /**
             * Format: date-time
             * @description When its cause was over; absent while it is open.
             * @example 2026-11-24T02:35:00.000Z
             */
            closedAt?: string;
            /** Format: uuid */
            id: string;
            /**
             * @description A stable code.
             * @enum {string}
             */
            kind: "fleet_breaker" | "application_refused" | "application_secret_expiring" | "webhook_disabled";
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            openedAt: string;
            /** @description What is wrong and the one thing to do about it. */
            text: string;
        };
        AlarmPage: {
            items: components["schemas"]["Alarm"][];
            nextCursor?: string;
        };
        Alive: {
            /** @enum {string} */
            status: "ok";
        };
        /** @description Our application at Amazon and its client secret, which is never shown. */
        Application: {
            /** @example amzn1.application-oa2-client.1 */
            clientId: string;
            daysLeft: number;
            /**
             * Format: date-time
             * @description 180 days later.
             * @example 2026-11-24T02:35:00.000Z
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @description When the secret was made; of one from the environment, when it was first seen.
             * @example 2026-11-24T02:35:00.000Z
             */
            issuedAt: string;
            /**
             * Format: date-time
             * @description Until then the secret before this one is tried as well when Amazon refuses this one.
             * @example 2026-11-24T02:35:00.000Z
             */
            predecessorValidUntil?: string;
            /** @enum {string} */
            source: "environment" | "api";
            /**
             * @description `unverified`: Amazon has not been asked with it yet, the next call tells. `expiring`: within 30 days. `refused`: Amazon refuses it now.
             * @enum {string}
             */
            state: "in_force" | "unverified" | "expiring" | "expired" | "refused";
            /**
             * @description In Temporal.
             * @example application-secret
             */
            workflowId: string;
        };
        /** @description What concerns every store. */
        ApplicationEvent: {
            data: {
                clientId: string;
                daysLeft: number;
                /**
                 * Format: date-time
                 * @example 2026-11-24T02:35:00.000Z
                 */
                expiresAt: string;
            };
            /**
             * Format: date-time
             * @description When it was noticed.
             * @example 2026-11-24T02:35:00.000Z
             */
            timestamp: string;
            /** @enum {string} */
            type: "application.secret_expiring";
        };
        AttributeList: {
            items: {
                code: string;
                label: string;
            }[];
        };
        /** @description What a seller agreed to for one region. */
        Authorization: {
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            authorizedAt: string;
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            checkedAt?: string;
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            expiresAt: string;
            /** @description The seller's marketplaces of the region, as Amazon named them at `checkedAt`. */
            marketplaces: {
                /** @example US */
                countryCode: string;
                hasSuspendedListings: boolean;
                isParticipating: boolean;
            }[];
            /**
             * @description One authorization serves the whole region.
             * @enum {string}
             */
            region: "NA" | "EU";
            /**
             * @description Amazon's id of the seller.
             * @example A2LV4V6AKMD2QH
             */
            sellerId: string;
            /** @description The stores that use it. */
            stores: {
                country: components["schemas"]["Country"];
                /** Format: uuid */
                id: string;
                name: string;
            }[];
        };
        AuthorizationList: {
            items: components["schemas"]["Authorization"][];
        };
        /** @description Lets a calendar program follow the renewals without signing in. */
        CalendarLink: {
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            createdAt: string;
            /** @description Name of the token that made it. */
            createdBy: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description To the minute.
             * @example 2026-11-24T02:35:00.000Z
             */
            lastUsedAt?: string;
        };
        CalendarLinkList: {
            items: components["schemas"]["CalendarLink"][];
        };
        /** @description A campaign and how far it is. */
        Campaign: {
            /** @description All zero before the start, when it is fixed who is asked. Each authorization counts in one place. */
            counts: {
                authorizations: number;
                consented: number;
                messages: {
                    /** @description Refused, or given up after three days. */
                    failed: number;
                    /** @description On their way to the mail server. */
                    queued: number;
                    sent: number;
                };
                planned: number;
                skipped: number;
                waiting: number;
            };
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            endedAt?: string;
            /** Format: uuid */
            id: string;
            name: string;
            /**
             * Format: date-time
             * @description Absent while nobody is to be asked.
             * @example 2026-11-24T02:35:00.000Z
             */
            nextMessageAt?: string;
            overDays: number;
            reason: string;
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            startsAt: string;
            state: components["schemas"]["CampaignState"];
            /** @description As it was asked for. */
            stores: {
                /**
                 * Format: date-time
                 * @example 2026-11-24T02:35:00.000Z
                 */
                authorizedBefore?: string;
                country?: components["schemas"]["Country"][];
                ids?: string[];
                status?: components["schemas"]["StoreStatus"][];
                website?: string;
            };
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            updatedAt: string;
            /** @description In Temporal. */
            workflowId: string;
        };
        /** @description A seller of one region, asked once for all of its stores. */
        CampaignAuthorization: {
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            askedAt?: string;
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            consentedAt?: string;
            /**
             * Format: uuid
             * @description Of the authorization.
             */
            id: string;
            /**
             * @description What became of the last message.
             * @enum {string}
             */
            message?: "queued" | "sent" | "failed";
            /** @description Why it is skipped. */
            reason?: {
                /** @enum {string} */
                code: "renewed" | "stores_gone" | "cancelled";
                text: string;
            };
            /** @enum {string} */
            region: "NA" | "EU";
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            remindedAt?: string;
            sellerId: string;
            state: components["schemas"]["CampaignProgress"];
            stores: {
                country: components["schemas"]["Country"];
                /** Format: uuid */
                id: string;
                name: string;
                status: components["schemas"]["StoreStatus"];
                website: string;
            }[];
        };
        CampaignAuthorizationPage: {
            items: components["schemas"]["CampaignAuthorization"][];
            /** @description Absent on the last page. */
            nextCursor?: string;
        };
        CampaignPage: {
            items: components["schemas"]["Campaign"][];
            /** @description Absent on the last page. */
            nextCursor?: string;
        };
        /** @description What a campaign would do if it started now. */
        CampaignPreview: {
            /** @description Sellers and regions that they belong to. */
            authorizations: number;
            /** @description First messages: one for each authorization. */
            messages: number;
            /** @description Reminders at most: for those who have not agreed after a week. */
            reminders: number;
            /** @description Stores that are concerned now. */
            stores: number;
        };
        /**
         * @description `planned`: its turn will come. `waiting`: asked, has not agreed yet. `consented`: asked and agreed. `skipped`: not asked, or nothing is left to ask for.
         * @enum {string}
         */
        CampaignProgress: "planned" | "waiting" | "consented" | "skipped";
        /**
         * @description `scheduled`: waits for its start. `running`. `paused`: its clock stands still. `finished`: everybody has agreed or has had a request and a reminder. `cancelled`: nobody is asked any more.
         * @enum {string}
         */
        CampaignState: "scheduled" | "running" | "paused" | "finished" | "cancelled";
        /** @description Which stores are concerned. What is left out does not matter. */
        CampaignStores: {
            /**
             * Format: date-time
             * @description Only authorizations that were given before this.
             */
            authorizedBefore?: string;
            /** @description Only stores of these countries. */
            country?: ("US" | "CA" | "MX" | "GB")[];
            /** @description Only these stores. */
            ids?: string[];
            /** @description Only stores in these statuses; all three unless given. */
            status?: ("active" | "renewal_due" | "expired")[];
            /** @description Only stores of this website (its code). */
            website?: string;
        };
        /** @description Starts a consent at Amazon for one store: to connect, to renew, to connect again. */
        ConnectLink: {
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            expiresAt: string;
            /**
             * Format: uri
             * @description For the seller; may be sent by e-mail.
             */
            url: string;
        };
        /**
         * @description The Amazon marketplace: United States, Canada, Mexico or United Kingdom.
         * @enum {string}
         */
        Country: "US" | "CA" | "MX" | "GB";
        DeliveryPage: {
            items: components["schemas"]["WebhookDelivery"][];
            /** @description Absent on the last page. */
            nextCursor?: string;
        };
        /** @description A file of stores, and how far it is. */
        Import: {
            /** @description Rows by outcome. `waiting`: not settled yet. `created`: a store was made of it. `already_there`: a store with this name and these settings exists. `refused`: see its `problem`. */
            counts: {
                already_there: number;
                created: number;
                refused: number;
                waiting: number;
            };
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            finishedAt?: string;
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "running" | "finished";
            /** @description In Temporal. */
            workflowId: string;
        };
        ImportPage: {
            items: components["schemas"]["Import"][];
            /** @description Absent on the last page. */
            nextCursor?: string;
        };
        ImportRow: {
            /** @description Where the row begins in the file; the first line is 1. */
            line: number;
            /** @description Absent when it could not be read. */
            name?: string;
            /**
             * @description `waiting`: not settled yet. `created`: a store was made of it. `already_there`: a store with this name and these settings exists. `refused`: see its `problem`.
             * @enum {string}
             */
            outcome: "waiting" | "created" | "already_there" | "refused";
            /** @description Why it was refused, with one entry per wrong field. */
            problem?: {
                /**
                 * @description The code that `POST /v1/stores` has for it.
                 * @example invalid_body
                 */
                code: string;
                detail: string;
                errors: {
                    /** @example The e-mail address is missing or is not a text. */
                    detail: string;
                    /**
                     * @description JSON pointer to the field, or the parameter.
                     * @example /email
                     */
                    pointer: string;
                }[];
            };
            /**
             * Format: uuid
             * @description The store that was made or found.
             */
            storeId?: string;
        };
        ImportRowPage: {
            items: components["schemas"]["ImportRow"][];
            /** @description Absent on the last page. */
            nextCursor?: string;
        };
        MarketplaceList: {
            items: {
                country: components["schemas"]["Country"];
                /** @description ISO 4217. */
                currency: string;
                marketplaceId: string;
                name: string;
                /**
                 * @description One authorization serves the whole region.
                 * @enum {string}
                 */
                region: "NA" | "EU";
            }[];
        };
        /** @description Asks many sellers to agree again. */
        NewCampaign: {
            /**
             * @description For you.
             * @example Shipping settings role
             */
            name: string;
            /** @description The first messages are spread over so many days. With 0 they leave at the pace of the mail server, one a second. */
            overDays: number;
            /**
             * @description A sentence that the sellers read.
             * @example We now also read your shipping settings.
             */
            reason: string;
            /**
             * Format: date-time
             * @description At once unless given. Whoever agrees later than this is not asked.
             */
            startsAt?: string;
            stores: components["schemas"]["CampaignStores"];
        };
        /** @description A store to add. */
        NewStore: {
            /**
             * @description Code of the Commerce product attribute that holds the product id.
             * @example amazon_asin
             */
            attributeCode?: string;
            country: components["schemas"]["Country"];
            /**
             * Format: email
             * @description Who is asked to connect and to renew.
             * @example seller@example.com
             */
            email: string;
            /**
             * @description Unique among stores, whatever its case.
             * @example Amazon Store USA
             */
            name: string;
            productIdType?: components["schemas"]["ProductIdType"];
            /**
             * Format: email
             * @description Also asked to renew from three days before the end.
             */
            secondEmail?: string;
            /** @description Whose existing authorization is used: the store is connected without a second consent. `GET /v1/authorizations` lists them. */
            sellerId?: string;
            /**
             * @description Code of the Commerce website, as `GET /v1/commerce/websites` lists it.
             * @example base
             */
            website: string;
        };
        /** @description An endpoint to tell. */
        NewWebhook: {
            description?: string;
            /** @description Only these; all when it is absent. */
            types?: ("store.created" | "store.authorized" | "store.active" | "store.renewal_due" | "store.renewed" | "store.expired" | "store.disconnected" | "store.recovered" | "store.enabled" | "store.disabled" | "store.deleted" | "application.secret_expiring")[];
            /**
             * Format: uri
             * @description https, at an address of the public internet.
             * @example https://example.com/hook
             */
            url: string;
        };
        /** @description What happens next by itself, and when. */
        NextStep: {
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            at: string;
            /** @enum {string} */
            what: "renewal_request" | "renewal_reminder" | "expiry" | "check";
        };
        /** @description What a merchant prepares before the first store. */
        PreSetupTask: {
            /**
             * @description `manual`: only a person can tell. `unknown`: Commerce could not be asked.
             * @enum {string}
             */
            check: "passed" | "failed" | "manual" | "unknown";
            /** @description What the machine saw. */
            detail?: string;
            /** @description Passed by machine, or ticked by a person. */
            done: boolean;
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            doneAt?: string;
            /** @description Who ticked it. */
            doneBy?: string;
            /** @enum {string} */
            task: "cron" | "professional_account" | "approved_seller" | "vat" | "attributes" | "currency" | "condition" | "shipping";
        };
        /** @description What went wrong, as RFC 9457 describes it (`application/problem+json`). */
        Problem: {
            /**
             * @description Stable: invalid_json, invalid_import, invalid_query, invalid_header, malformed_request, unauthorized, foreign_origin, forbidden, not_found, store_not_found, token_not_found, calendar_link_not_found, webhook_not_found, webhook_delivery_not_found, import_not_found, campaign_not_found, method_not_allowed, store_name_taken, store_exists, store_deleted, store_creating, setup_not_finished, store_not_connected, store_workflow_gone, token_name_taken, webhook_disabled, campaign_over, body_too_large, unsupported_media_type, invalid_body, idempotency_key_reused, too_many_requests, internal_error, temporal_unavailable, commerce_unavailable, database_unavailable, too_many_listeners.
             * @example invalid_body
             */
            code: string;
            /** @description What is wrong with this request, and what to do about it. */
            detail: string;
            /** @description One entry per mistake; empty when it is not about single fields. */
            errors: {
                /** @example The e-mail address is missing or is not a text. */
                detail: string;
                /**
                 * @description JSON pointer to the field, or the parameter.
                 * @example /email
                 */
                pointer: string;
            }[];
            /** @description The same as the header X-Request-Id and in our logs. */
            requestId: string;
            status: number;
            title: string;
            /**
             * Format: uri
             * @description A page about this kind of problem.
             */
            type: string;
        };
        /**
         * @description The kind of product id that Amazon matches listings by.
         * @enum {string}
         */
        ProductIdType: "asin" | "ean" | "gcid" | "isbn" | "upc" | "general";
        /** @description Commerce being away is named here but does not make us unready: only its look-ups fail. */
        Readiness: {
            parts: {
                commerce: {
                    /** @description In plain words. */
                    detail: string;
                    /** @enum {string} */
                    state: "ok" | "unavailable";
                };
                postgres: {
                    /** @description In plain words. */
                    detail: string;
                    /** @enum {string} */
                    state: "ok" | "unavailable";
                };
                temporal: {
                    /** @description In plain words. */
                    detail: string;
                    /** @enum {string} */
                    state: "ok" | "unavailable";
                };
                worker: {
                    /** @description In plain words. */
                    detail: string;
                    /** @enum {string} */
                    state: "ok" | "unavailable";
                };
            };
            /** @enum {string} */
            status: "ready" | "not_ready";
        };
        /** @description Why a store is not as it should be. */
        Reason: {
            /**
             * @example seller_mismatch
             * @enum {string}
             */
            code: "code_expired" | "seller_mismatch" | "store_exists" | "store_name_taken" | "not_participating" | "account_not_eligible" | "authorization_revoked" | "authorization_expired" | "disconnected_by_admin";
            /** @description What is wrong and the one thing to do about it. */
            text: string;
        };
        /** @description When the authorization of a store ends. */
        Renewal: {
            country: components["schemas"]["Country"];
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            expiresAt: string;
            name: string;
            next?: components["schemas"]["NextStep"];
            status: components["schemas"]["StoreStatus"];
            /** Format: uuid */
            storeId: string;
            website: string;
        };
        RenewalList: {
            items: components["schemas"]["Renewal"][];
        };
        SignInLink: {
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            expiresAt: string;
            /**
             * Format: uri
             * @description Signs one browser in, once.
             */
            url: string;
        };
        /** @description An Amazon sales channel store. */
        Store: {
            attributeCode?: string;
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            authorizedAt?: string;
            country: components["schemas"]["Country"];
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            createdAt: string;
            /**
             * @description Empty once the store is deleted.
             * @example seller@example.com
             */
            email: string;
            /** @description An admin's pause, beside the status; it never stops the year. */
            enabled: boolean;
            /**
             * Format: date-time
             * @description When the authorization ends unless it is renewed.
             * @example 2026-11-24T02:35:00.000Z
             */
            expiresAt?: string;
            /**
             * Format: uuid
             * @example 5f0c9a52-3a0e-4d0b-9a33-0a8f5ed5b4c7
             */
            id: string;
            /** @example Amazon Store USA */
            name: string;
            next?: components["schemas"]["NextStep"];
            productIdType?: components["schemas"]["ProductIdType"];
            reason?: components["schemas"]["Reason"];
            secondEmail?: string;
            /** @description Amazon's id of the seller who agreed. */
            sellerId?: string;
            status: components["schemas"]["StoreStatus"];
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            statusSince: string;
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            updatedAt: string;
            /** @example base */
            website: string;
            /**
             * @description In Temporal.
             * @example store-5f0c9a52-3a0e-4d0b-9a33-0a8f5ed5b4c7
             */
            workflowId: string;
        };
        /** @description The settings to change; what is absent stays. */
        StoreChange: {
            /**
             * @description Code of the Commerce product attribute that holds the product id.
             * @example amazon_asin
             */
            attributeCode?: string | null;
            /**
             * Format: email
             * @description Who is asked to connect and to renew.
             * @example seller@example.com
             */
            email?: string;
            /**
             * @description Unique among stores, whatever its case.
             * @example Amazon Store USA
             */
            name?: string;
            /**
             * @description Null, together with attributeCode, removes the mapping.
             * @enum {string|null}
             */
            productIdType?: "asin" | "ean" | "gcid" | "isbn" | "upc" | "general" | null;
            /**
             * Format: email
             * @description Null removes it.
             */
            secondEmail?: string | null;
        };
        /** @description A change of a store, as the event stream tells it. */
        StoreChanged: {
            entry: components["schemas"]["TimelineEntry"];
            /** @description As it is now; absent when it was refused. */
            store?: {
                attributeCode?: string;
                /**
                 * Format: date-time
                 * @example 2026-11-24T02:35:00.000Z
                 */
                authorizedAt?: string;
                country: components["schemas"]["Country"];
                /**
                 * Format: date-time
                 * @example 2026-11-24T02:35:00.000Z
                 */
                createdAt: string;
                /**
                 * @description Empty once the store is deleted.
                 * @example seller@example.com
                 */
                email: string;
                /** @description An admin's pause, beside the status; it never stops the year. */
                enabled: boolean;
                /**
                 * Format: date-time
                 * @description When the authorization ends unless it is renewed.
                 * @example 2026-11-24T02:35:00.000Z
                 */
                expiresAt?: string;
                /**
                 * Format: uuid
                 * @example 5f0c9a52-3a0e-4d0b-9a33-0a8f5ed5b4c7
                 */
                id: string;
                /** @example Amazon Store USA */
                name: string;
                next?: components["schemas"]["NextStep"];
                productIdType?: components["schemas"]["ProductIdType"];
                reason?: components["schemas"]["Reason"];
                secondEmail?: string;
                /** @description Amazon's id of the seller who agreed. */
                sellerId?: string;
                status: components["schemas"]["StoreStatus"];
                /**
                 * Format: date-time
                 * @example 2026-11-24T02:35:00.000Z
                 */
                statusSince: string;
                /**
                 * Format: date-time
                 * @example 2026-11-24T02:35:00.000Z
                 */
                updatedAt: string;
                /** @example base */
                website: string;
                /**
                 * @description In Temporal.
                 * @example store-5f0c9a52-3a0e-4d0b-9a33-0a8f5ed5b4c7
                 */
                workflowId: string;
            };
            /** Format: uuid */
            storeId: string;
        };
        /** @description How many stores there are of each status. */
        StoreCounts: {
            byStatus: {
                active: number;
                awaiting_authorization: number;
                creating: number;
                deleted: number;
                disconnected: number;
                expired: number;
                renewal_due: number;
                verifying: number;
            };
            /** @description All but the deleted ones. */
            total: number;
        };
        /** @description Something that happened to a store. */
        StoreEvent: {
            data: components["schemas"]["WebhookStore"];
            /**
             * Format: date-time
             * @description When it happened.
             * @example 2026-11-24T02:35:00.000Z
             */
            timestamp: string;
            /** @enum {string} */
            type: "store.created" | "store.authorized" | "store.active" | "store.renewal_due" | "store.renewed" | "store.expired" | "store.disconnected" | "store.recovered" | "store.enabled" | "store.disabled" | "store.deleted";
        };
        StorePage: {
            items: components["schemas"]["Store"][];
            /** @description Absent on the last page. */
            nextCursor?: string;
        };
        /**
         * @description `creating`: accepted, not recorded yet. `awaiting_authorization`: the seller has to agree at Amazon. `verifying`: being checked. `active`: connected. `renewal_due`: works, renewal was asked for. `expired`: the year ended. `disconnected`: the seller revoked or an admin disconnected. `deleted`: a tombstone.
         * @enum {string}
         */
        StoreStatus: "creating" | "awaiting_authorization" | "verifying" | "active" | "renewal_due" | "expired" | "disconnected" | "deleted";
        /** @description Something that happened to a store. */
        TimelineEntry: {
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            at: string;
            /**
             * @description Increasing.
             * @example 42
             */
            id: string;
            reason?: components["schemas"]["Reason"];
            status?: components["schemas"]["StoreStatus"];
            /** @description What happened and what happens next, as a sentence. */
            text: string;
            /**
             * @description A stable code.
             * @enum {string}
             */
            what: "created" | "authorization_received" | "authorization_reused" | "authorization_refused" | "active" | "renewed" | "renewal_requested" | "expired" | "check_passed" | "check_failed" | "check_inconclusive" | "recovered" | "disconnected" | "enabled" | "disabled" | "deleted" | "settings_changed" | "connect_link_created" | "amazon_unavailable" | "application_refused" | "message_sent" | "message_delayed" | "message_failed" | "campaign_asked";
        };
        TimelinePage: {
            items: components["schemas"]["TimelineEntry"][];
            nextCursor?: string;
        };
        Token: {
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            createdAt: string;
            /** @description Name of the token that made it; `admin` is `ADMIN_TOKEN`. */
            createdBy: string;
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            expiresAt?: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description To the minute.
             * @example 2026-11-24T02:35:00.000Z
             */
            lastUsedAt?: string;
            name: string;
            /**
             * @description `viewer` reads, `operator` also works on stores, `admin` may do everything.
             * @enum {string}
             */
            role: "viewer" | "operator" | "admin";
        };
        TokenList: {
            items: components["schemas"]["Token"][];
        };
        /** @description An endpoint that is told what happens. */
        Webhook: {
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            createdAt: string;
            description?: string;
            /** @description Why nothing is sent: an administrator, an answer 410, or three days of failures. */
            disabledReason?: {
                /** @enum {string} */
                code: "by_admin" | "gone" | "failing";
                text: string;
            };
            enabled: boolean;
            /**
             * Format: date-time
             * @description Since when every attempt has failed.
             * @example 2026-11-24T02:35:00.000Z
             */
            failingSince?: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description Until then two secrets sign.
             * @example 2026-11-24T02:35:00.000Z
             */
            previousSecretUntil?: string;
            /** @description Absent: all. */
            types?: ("store.created" | "store.authorized" | "store.active" | "store.renewal_due" | "store.renewed" | "store.expired" | "store.disconnected" | "store.recovered" | "store.enabled" | "store.disabled" | "store.deleted" | "application.secret_expiring")[];
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            updatedAt: string;
            url: string;
        };
        /** @description What to change; what is absent stays. */
        WebhookChange: {
            /** @description Null removes it. */
            description?: string | null;
            /** @description Enabling resumes: what waited up to three days is sent first. */
            enabled?: boolean;
            /** @description Null: all. */
            types?: ("store.created" | "store.authorized" | "store.active" | "store.renewal_due" | "store.renewed" | "store.expired" | "store.disconnected" | "store.recovered" | "store.enabled" | "store.disabled" | "store.deleted" | "application.secret_expiring")[] | null;
            /**
             * Format: uri
             * @description https, at an address of the public internet.
             * @example https://example.com/hook
             */
            url?: string;
        };
        /** @description One event on its way to one endpoint. */
        WebhookDelivery: {
            /** @description The oldest first. */
            attempts: {
                /**
                 * Format: date-time
                 * @example 2026-11-24T02:35:00.000Z
                 */
                at: string;
                durationMs: number;
                /** @description What went wrong; absent when it was delivered. */
                error?: string;
                /** @description Absent when there was no answer. */
                statusCode?: number;
            }[];
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            createdAt: string;
            /** @description The header `webhook-id`, the same in every attempt. */
            eventId: string;
            /** @example 42 */
            id: string;
            /**
             * Format: date-time
             * @description Absent while it waits for an earlier one of its store, or for the endpoint to be enabled.
             * @example 2026-11-24T02:35:00.000Z
             */
            nextAttemptAt?: string;
            /**
             * Format: date-time
             * @description When it was delivered or given up.
             * @example 2026-11-24T02:35:00.000Z
             */
            settledAt?: string;
            /** @enum {string} */
            status: "pending" | "delivered" | "failed";
            /** Format: uuid */
            storeId?: string;
            /** @enum {string} */
            type: "store.created" | "store.authorized" | "store.active" | "store.renewal_due" | "store.renewed" | "store.expired" | "store.disconnected" | "store.recovered" | "store.enabled" | "store.disabled" | "store.deleted" | "application.secret_expiring" | "webhook.test";
        };
        WebhookPage: {
            items: components["schemas"]["Webhook"][];
            /** @description Absent on the last page. */
            nextCursor?: string;
        };
        /** @description The store as it was in that moment, without e-mail addresses. */
        WebhookStore: {
            attributeCode?: string;
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            authorizedAt?: string;
            country: components["schemas"]["Country"];
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            createdAt: string;
            /** @description An admin's pause, beside the status; it never stops the year. */
            enabled: boolean;
            /**
             * Format: date-time
             * @description When the authorization ends unless it is renewed.
             * @example 2026-11-24T02:35:00.000Z
             */
            expiresAt?: string;
            /**
             * Format: uuid
             * @example 5f0c9a52-3a0e-4d0b-9a33-0a8f5ed5b4c7
             */
            id: string;
            /** @example Amazon Store USA */
            name: string;
            next?: components["schemas"]["NextStep"];
            productIdType?: components["schemas"]["ProductIdType"];
            reason?: components["schemas"]["Reason"];
            /** @description Amazon's id of the seller who agreed. */
            sellerId?: string;
            status: components["schemas"]["StoreStatus"];
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            statusSince: string;
            /** @description What happened and what happens next, as a sentence. */
            text: string;
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            updatedAt: string;
            /** @example base */
            website: string;
        };
        /** @description An endpoint and its new secret. */
        WebhookWithSecret: {
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            createdAt: string;
            description?: string;
            /** @description Why nothing is sent: an administrator, an answer 410, or three days of failures. */
            disabledReason?: {
                /** @enum {string} */
                code: "by_admin" | "gone" | "failing";
                text: string;
            };
            enabled: boolean;
            /**
             * Format: date-time
             * @description Since when every attempt has failed.
             * @example 2026-11-24T02:35:00.000Z
             */
            failingSince?: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description Until then two secrets sign.
             * @example 2026-11-24T02:35:00.000Z
             */
            previousSecretUntil?: string;
            /**
             * @description Shown this once. Verify signatures with it.
             * @example whsec_…
             */
            secret: string;
            /** @description Absent: all. */
            types?: ("store.created" | "store.authorized" | "store.active" | "store.renewal_due" | "store.renewed" | "store.expired" | "store.disconnected" | "store.recovered" | "store.enabled" | "store.disabled" | "store.deleted" | "application.secret_expiring")[];
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            updatedAt: string;
            url: string;
        };
        WebsiteList: {
            items: {
                /** @example base */
                code: string;
                /** @description Code of the store view that orders are imported into. */
                defaultStoreView?: string;
                /** @example Main Website */
                name: string;
            }[];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    startConsent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description To Amazon. */
            302: {
                headers: {
                    /** @description The consent page. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The link is unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The link or its store has ended. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Yes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Alive"];
                };
            };
        };
    };
    getMetrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus' text format. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    receiveCallback: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What happened and what happens next. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Parameters are missing or too long. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Another browser began this consent. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Nobody began this consent. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description It was begun too long ago, or the store has ended. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Repeats itself in a moment. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    beginAmazonLogin: {
        parameters: {
            query?: {
                /** @description Where the browser goes on; within one of the Seller Centrals we are set up for. */
                amazon_callback_uri?: string;
                /** @description Amazon's, given back to it. */
                amazon_state?: string;
                /** @description The seller. */
                selling_partner_id?: string;
                /** @description `beta` is passed on. */
                version?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Stores to choose from. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Back to Seller Central. */
            302: {
                headers: {
                    /** @description The callback, with a `state` of ours. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Parameters are missing, or lead elsewhere. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Nobody who may choose a store is signed in. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description No store awaits its authorization. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    chooseStoreForLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Back to Seller Central. */
            303: {
                headers: {
                    /** @description The callback, with a `state` of ours. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Parameters are missing, or lead elsewhere. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store no longer awaits its authorization; choose another. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    showOutcome: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                receipt: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What happened and what happens next. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Not of this browser. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
        };
    };
    getOpenApi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The document. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        [key: string]: unknown;
                    };
                };
            };
        };
    };
    getReadiness: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Yes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description No. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
        };
    };
    getAccess: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The name, the role and the calls. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Access"];
                };
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAlarms: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of an earlier answer, unchanged, with the same other parameters. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of alarms. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlarmPage"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getApplication: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The application. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setApplicationSecret: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: password
                     * @description As Amazon shows it once.
                     */
                    clientSecret: string;
                    /**
                     * Format: date-time
                     * @description When it was made at Amazon; now, unless told.
                     */
                    issuedAt?: string;
                };
            };
        };
        responses: {
            /** @description The application as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description `invalid_json`: The body is not JSON. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body is of an unknown type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: The body has mistakes. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `temporal_unavailable`: Temporal cannot be reached. `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAuthorizations: {
        parameters: {
            query?: {
                /** @description Only those of this seller. */
                sellerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All of them. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationList"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCalendarLinks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The links, without their addresses. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarLinkList"];
                };
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addCalendarLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link, shown once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @example 2026-11-24T02:35:00.000Z
                         */
                        createdAt: string;
                        /** @description Name of the token that made it. */
                        createdBy: string;
                        /** Format: uuid */
                        id: string;
                        /**
                         * Format: date-time
                         * @description To the minute.
                         * @example 2026-11-24T02:35:00.000Z
                         */
                        lastUsedAt?: string;
                        /**
                         * Format: uri
                         * @description Keep it secret.
                         */
                        url: string;
                    };
                };
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeCalendarLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `calendar_link_not_found`: There is no such calendar link. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCampaigns: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of an earlier answer, unchanged, with the same other parameters. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of campaigns. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignPage"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addCampaign: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the caller: the same key with the same body is the same store. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCampaign"];
            };
        };
        responses: {
            /** @description The campaign. */
            201: {
                headers: {
                    /** @description Address of the campaign. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description `invalid_json`: The body is not JSON. `invalid_header`: A request header cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body is of an unknown type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: The body has mistakes. `idempotency_key_reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `temporal_unavailable`: Temporal cannot be reached. `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the campaign. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The campaign. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `campaign_not_found`: There is no such campaign. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listCampaignAuthorizations: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of an earlier answer, unchanged, with the same other parameters. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only those that stand here. */
                state?: ("planned" | "waiting" | "consented" | "skipped")[];
            };
            header?: never;
            path: {
                /** @description The id of the campaign. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of authorizations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignAuthorizationPage"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `campaign_not_found`: There is no such campaign. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cancelCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the campaign. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description It will be so. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `campaign_not_found`: There is no such campaign. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `campaign_over`: The campaign is over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `temporal_unavailable`: Temporal cannot be reached. `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    pauseCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the campaign. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description It will be so. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `campaign_not_found`: There is no such campaign. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `campaign_over`: The campaign is over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `temporal_unavailable`: Temporal cannot be reached. `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resumeCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the campaign. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description It will be so. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `campaign_not_found`: There is no such campaign. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `campaign_over`: The campaign is over. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `temporal_unavailable`: Temporal cannot be reached. `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    previewCampaign: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCampaign"];
            };
        };
        responses: {
            /** @description The counts as of now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CampaignPreview"];
                };
            };
            /** @description `invalid_json`: The body is not JSON. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body is of an unknown type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: The body has mistakes. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listAttributes: {
        parameters: {
            query?: {
                limit?: number;
                /** @description Part of the code or the label. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attributes that match. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributeList"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `commerce_unavailable`: Adobe Commerce cannot be asked. `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebsites: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The websites. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebsiteList"];
                };
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `commerce_unavailable`: Adobe Commerce cannot be asked. `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** @description The language of sentences; without it `Accept-Language` decides, then English. */
                lang?: "en" | "nl";
            };
            header?: {
                /** @description Everything after this event is told first. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream that goes on. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["StoreChanged"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `invalid_header`: A request header cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_listeners`: Too many event streams are open. `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImports: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of an earlier answer, unchanged, with the same other parameters. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of imports. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPage"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chosen by the caller: the same key with the same body is the same store. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "text/csv": string;
            };
        };
        responses: {
            /** @description The import. */
            202: {
                headers: {
                    /** @description Address of the import. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description `invalid_import`: The file cannot be read. `invalid_header`: A request header cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body is of an unknown type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `temporal_unavailable`: Temporal cannot be reached. `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the import. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `import_not_found`: There is no such import. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listImportRows: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of an earlier answer, unchanged, with the same other parameters. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only rows with these outcomes. */
                outcome?: ("waiting" | "created" | "already_there" | "refused")[];
            };
            header?: never;
            path: {
                /** @description The id of the import. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of rows. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportRowPage"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `import_not_found`: There is no such import. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listMarketplaces: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The marketplaces. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarketplaceList"];
                };
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listPreSetupTasks: {
        parameters: {
            query?: {
                /** @description The language of sentences; without it `Accept-Language` decides, then English. */
                lang?: "en" | "nl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All eight, in order. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["PreSetupTask"][];
                    };
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    setPreSetupTask: {
        parameters: {
            query?: {
                /** @description The language of sentences; without it `Accept-Language` decides, then English. */
                lang?: "en" | "nl";
            };
            header?: never;
            path: {
                task: "cron" | "professional_account" | "approved_seller" | "vat" | "attributes" | "currency" | "condition" | "shipping";
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    done: boolean;
                };
            };
        };
        responses: {
            /** @description The task. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreSetupTask"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: There is nothing at this address. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: The body has mistakes. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listRenewals: {
        parameters: {
            query?: {
                /** @description Only authorizations that end at this moment or later. */
                from?: string;
                /** @description Only authorizations that end before this moment. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The earliest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenewalList"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getRenewalCalendar: {
        parameters: {
            query?: {
                /** @description Only authorizations that end at this moment or later. */
                from?: string;
                /** @description Only authorizations that end before this moment. */
                to?: string;
                /** @description Of a calendar link, instead of a token in the header. */
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description iCalendar. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addSignInLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The link. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInLink"];
                };
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listStores: {
        parameters: {
            query?: {
                /** @description Only these countries. */
                country?: ("US" | "CA" | "MX" | "GB")[];
                /** @description The `nextCursor` of an earlier answer, unchanged, with the same other parameters. */
                cursor?: string;
                /** @description The language of sentences; without it `Accept-Language` decides, then English. */
                lang?: "en" | "nl";
                /** @description How many items at most. */
                limit?: number;
                /** @description Part of the name, the e-mail address or the seller id. */
                q?: string;
                /** @description Only stores whose authorization ends before this. */
                renewsBefore?: string;
                /** @description With - before it: the greatest first. */
                sort?: "createdAt" | "-createdAt" | "name" | "-name" | "expiresAt" | "-expiresAt" | "updatedAt" | "-updatedAt";
                /** @description Only these statuses. Deleted stores are listed only when asked for. */
                status?: ("creating" | "awaiting_authorization" | "verifying" | "active" | "renewal_due" | "expired" | "disconnected" | "deleted")[];
                /** @description Only this website (its code). */
                website?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of stores. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorePage"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addStore: {
        parameters: {
            query?: {
                /** @description The language of sentences; without it `Accept-Language` decides, then English. */
                lang?: "en" | "nl";
            };
            header?: {
                /** @description Chosen by the caller: the same key with the same body is the same store. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStore"];
            };
        };
        responses: {
            /** @description The store. */
            201: {
                headers: {
                    /** @description Address of the store. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description Accepted; the store has the status `creating`. */
            202: {
                headers: {
                    /** @description Address of the store. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description `invalid_json`: The body is not JSON. `invalid_query`: A query parameter cannot be read. `invalid_header`: A request header cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_name_taken`: Another store has this name. `store_exists`: The seller already has a store for this country. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body is of an unknown type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: The body has mistakes. `idempotency_key_reused`: This Idempotency-Key was used with another body. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `temporal_unavailable`: Temporal cannot be reached. `commerce_unavailable`: Adobe Commerce cannot be asked. `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getStore: {
        parameters: {
            query?: {
                /** @description The language of sentences; without it `Accept-Language` decides, then English. */
                lang?: "en" | "nl";
            };
            header?: never;
            path: {
                /** @description The id of the store. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The store. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_not_found`: There is no such store. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteStore: {
        parameters: {
            query?: {
                /** @description The language of sentences; without it `Accept-Language` decides, then English. */
                lang?: "en" | "nl";
            };
            header?: never;
            path: {
                /** @description The id of the store. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description It will be deleted. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_not_found`: There is no such store. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_workflow_gone`: The workflow of the store has ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `temporal_unavailable`: Temporal cannot be reached. `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeStore: {
        parameters: {
            query?: {
                /** @description The language of sentences; without it `Accept-Language` decides, then English. */
                lang?: "en" | "nl";
            };
            header?: never;
            path: {
                /** @description The id of the store. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StoreChange"];
            };
        };
        responses: {
            /** @description The store as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description `invalid_json`: The body is not JSON. `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_not_found`: There is no such store. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_name_taken`: Another store has this name. `store_deleted`: The store was deleted. `store_creating`: The store is not recorded yet. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body is of an unknown type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: The body has mistakes. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `temporal_unavailable`: Temporal cannot be reached. `commerce_unavailable`: Adobe Commerce cannot be asked. `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    activateStore: {
        parameters: {
            query?: {
                /** @description The language of sentences; without it `Accept-Language` decides, then English. */
                lang?: "en" | "nl";
            };
            header?: never;
            path: {
                /** @description The id of the store. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description It will be so. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_not_found`: There is no such store. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_deleted`: The store was deleted. `store_creating`: The store is not recorded yet. `store_workflow_gone`: The workflow of the store has ended. `setup_not_finished`: The store was never connected. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `temporal_unavailable`: Temporal cannot be reached. `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    checkStore: {
        parameters: {
            query?: {
                /** @description The language of sentences; without it `Accept-Language` decides, then English. */
                lang?: "en" | "nl";
            };
            header?: never;
            path: {
                /** @description The id of the store. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The check has begun. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_not_found`: There is no such store. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_deleted`: The store was deleted. `store_creating`: The store is not recorded yet. `store_workflow_gone`: The workflow of the store has ended. `store_not_connected`: The store is not connected. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `temporal_unavailable`: Temporal cannot be reached. `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addConnectLink: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the store. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": {
                    /**
                     * @description Also mails a link, of its own, to the store's e-mail address.
                     * @default false
                     */
                    send?: boolean;
                };
            };
        };
        responses: {
            /** @description The link. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectLink"];
                };
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_not_found`: There is no such store. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_deleted`: The store was deleted. `store_creating`: The store is not recorded yet. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: The body has mistakes. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `temporal_unavailable`: Temporal cannot be reached. `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deactivateStore: {
        parameters: {
            query?: {
                /** @description The language of sentences; without it `Accept-Language` decides, then English. */
                lang?: "en" | "nl";
            };
            header?: never;
            path: {
                /** @description The id of the store. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description It will be so. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_not_found`: There is no such store. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_deleted`: The store was deleted. `store_creating`: The store is not recorded yet. `store_workflow_gone`: The workflow of the store has ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `temporal_unavailable`: Temporal cannot be reached. `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    disconnectStore: {
        parameters: {
            query?: {
                /** @description The language of sentences; without it `Accept-Language` decides, then English. */
                lang?: "en" | "nl";
            };
            header?: never;
            path: {
                /** @description The id of the store. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is so. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description It will be so. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_not_found`: There is no such store. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_deleted`: The store was deleted. `store_creating`: The store is not recorded yet. `store_workflow_gone`: The workflow of the store has ended. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `temporal_unavailable`: Temporal cannot be reached. `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getTimeline: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of an earlier answer, unchanged, with the same other parameters. */
                cursor?: string;
                /** @description The language of sentences; without it `Accept-Language` decides, then English. */
                lang?: "en" | "nl";
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The id of the store. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_not_found`: There is no such store. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    countStores: {
        parameters: {
            query?: {
                /** @description Only these countries. */
                country?: ("US" | "CA" | "MX" | "GB")[];
                /** @description Part of the name, the e-mail address or the seller id. */
                q?: string;
                /** @description Only stores whose authorization ends before this. */
                renewsBefore?: string;
                /** @description Only this website (its code). */
                website?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts; a status that no store has is 0. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreCounts"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listTokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens, without their secrets. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenList"];
                };
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description When it ends by itself; never when absent.
                     */
                    expiresAt?: string;
                    /** @description Who or what will use it; names what is done with it. */
                    name: string;
                    /**
                     * @description `viewer` reads, `operator` also works on stores, `admin` may do everything.
                     * @enum {string}
                     */
                    role: "viewer" | "operator" | "admin";
                };
            };
        };
        responses: {
            /** @description The token, shown once. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /**
                         * Format: date-time
                         * @example 2026-11-24T02:35:00.000Z
                         */
                        createdAt: string;
                        /** @description Name of the token that made it; `admin` is `ADMIN_TOKEN`. */
                        createdBy: string;
                        /**
                         * Format: date-time
                         * @example 2026-11-24T02:35:00.000Z
                         */
                        expiresAt?: string;
                        /** Format: uuid */
                        id: string;
                        /**
                         * Format: date-time
                         * @description To the minute.
                         * @example 2026-11-24T02:35:00.000Z
                         */
                        lastUsedAt?: string;
                        name: string;
                        /**
                         * @description `viewer` reads, `operator` also works on stores, `admin` may do everything.
                         * @enum {string}
                         */
                        role: "viewer" | "operator" | "admin";
                        token: string;
                    };
                };
            };
            /** @description `invalid_json`: The body is not JSON. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `token_name_taken`: Another token has this name. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body is of an unknown type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: The body has mistakes. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    revokeToken: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `token_not_found`: There is no such token. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of an earlier answer, unchanged, with the same other parameters. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of endpoints. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    addWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description The endpoint and its secret. */
            201: {
                headers: {
                    /** @description Address of the webhook. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description `invalid_json`: The body is not JSON. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body is of an unknown type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: The body has mistakes. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_not_found`: There is no such webhook. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deleteWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Removed. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_not_found`: There is no such webhook. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookChange"];
            };
        };
        responses: {
            /** @description The endpoint as it is now. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description `invalid_json`: The body is not JSON. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_not_found`: There is no such webhook. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body is of an unknown type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: The body has mistakes. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of an earlier answer, unchanged, with the same other parameters. */
                cursor?: string;
                /** @description How many items at most. */
                limit?: number;
                /** @description Only these statuses. */
                status?: ("pending" | "delivered" | "failed")[];
            };
            header?: never;
            path: {
                /** @description The id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of deliveries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPage"];
                };
            };
            /** @description `invalid_query`: A query parameter cannot be read. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_not_found`: There is no such webhook. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the delivery. */
                deliveryId: string;
                /** @description The id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_not_found`: There is no such webhook. `webhook_delivery_not_found`: There is no such delivery of this webhook. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_disabled`: The webhook is disabled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    replayFailedDeliveries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Failed deliveries of events from then on.
                     */
                    since: string;
                };
            };
        };
        responses: {
            /** @description They are on their way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description How many are sent again. */
                        replayed: number;
                    };
                };
            };
            /** @description `invalid_json`: The body is not JSON. `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_not_found`: There is no such webhook. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_disabled`: The webhook is disabled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: The body is too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: The body is of an unknown type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: The body has mistakes. */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint and its new secret. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_not_found`: There is no such webhook. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    testWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the webhook. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It is on its way. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `malformed_request`: The request cannot be read. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: The request is not signed in. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: The role is not enough for this. `foreign_origin`: The request came from another site. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_not_found`: There is no such webhook. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_disabled`: The webhook is disabled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: The database cannot be reached. */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    applicationEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the event; the same in every attempt. */
                "webhook-id": string;
                /** @description One signature `v1,…` per secret, separated by spaces. */
                "webhook-signature": string;
                /** @description Of the attempt, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationEvent"];
            };
        };
        responses: {
            /** @description Taken. Anything else, or no answer within 15 seconds, brings it again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    storeEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Of the event; the same in every attempt. */
                "webhook-id": string;
                /** @description One signature `v1,…` per secret, separated by spaces. */
                "webhook-signature": string;
                /** @description Of the attempt, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StoreEvent"];
            };
        };
        responses: {
            /** @description Taken. Anything else, or no answer within 15 seconds, brings it again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
