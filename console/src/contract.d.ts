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
         * Open a connect link
         * @description For the seller's browser. Sets a cookie and redirects to Amazon's consent page. No authentication required.
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
         * Liveness
         * @description Responds while the process runs. Checks no dependencies.
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
         * Prometheus metrics
         * @description Request durations by route, stores by status, open alarms by kind, and process metrics. Where METRICS_TOKEN is set, it is the bearer token of this call.
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
         * Receive Amazon's callback
         * @description Takes effect once; repeating the same callback shows the first outcome. Requires the cookie of the consent, and no other authentication.
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
         * Start a consent from Seller Central
         * @description The application's login URI at Amazon. A signed-in operator is redirected to Seller Central for the seller's store whose renewal is most urgent, or chooses a store that awaits its authorization. Without a signed-in operator no consent begins: the page offers to sign in, or to e-mail a link to the store's own address.
         */
        get: operations["beginAmazonLogin"];
        put?: never;
        /**
         * Choose a store for a consent from Seller Central
         * @description The form of the page: the same parameters and `store`. Requires a signed-in operator and a same-origin request.
         */
        post: operations["chooseStoreForLogin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/amazon/login/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * E-mail the connect link of a seller
         * @description The form of the page: the same parameters. Sends a connect link to the store's own e-mail address, at most once a day and only if a store of the seller has to be authorized again. The answer is the same for unknown sellers. Requires a same-origin request.
         */
        post: operations["mailLinkForLogin"];
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
         * Show the outcome of a consent
         * @description The callback redirects here to remove the authorization code from the address bar. Requires the same browser.
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
    "/oauth/amazon/outcome/{receipt}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo a consent
         * @description For ten minutes, the browser that gave the consent can take it back: what was in force before is restored. Takes effect once.
         */
        post: operations["undoConsent"];
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
         * OpenAPI document
         * @description OpenAPI 3.1. /docs shows it as a page.
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
         * Readiness
         * @description Ready means that PostgreSQL, Temporal and a running worker are available. Commerce is only reported.
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
         * Retrieve your access
         * @description The name and the role of the caller, and the operations that the role permits. Requires the role `viewer`.
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
         * List alarms
         * @description Open alarms first, then the newest. An alarm closes automatically when its cause is resolved. Requires the role `viewer`.
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
         * Retrieve the application
         * @description Includes the end date of the client secret. An LWA client secret expires 180 days after it was created; operators are warned from 30 days before. Requires the role `viewer`.
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
         * Set a rotated client secret
         * @description Takes effect at once in every process. The secret is first verified at Amazon as far as that is possible without a seller; otherwise its state is `unverified` until the next call. Sending the current secret again corrects its date. Requires the role `admin`. A signed-in browser must have signed in within the last 15 minutes.
         */
        put: operations["setApplicationSecret"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the audit log
         * @description Every change, sign-in, sign-out, refused token and refused role of the last 400 days, newest first. Requires the role `admin`.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export the audit log as CSV
         * @description All entries that match, newest first. Cells that a spreadsheet would run as a formula start with `'`. Requires the role `admin`.
         */
        get: operations["exportAudit"];
        put?: never;
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
         * List authorizations
         * @description Current authorizations, one per seller and region, with the stores that share each of them. Requires the role `viewer`.
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
         * @description The links that this token or person created, newest first. An admin sees all links. Requires the role `viewer`.
         */
        get: operations["listCalendarLinks"];
        put?: never;
        /**
         * Create a calendar link
         * @description For calendar programs, which cannot send a token. The link grants access to the renewal calendar only. Requires the role `viewer`.
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
         * @description You can revoke your own links; an admin can revoke any. A link also stops working when the token that created it does. Requires the role `viewer`.
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
         * @description Newest first. Requires the role `viewer`.
         */
        get: operations["listCampaigns"];
        put?: never;
        /**
         * Create a campaign
         * @description Asks sellers to consent again, for example after the application gained a role at Amazon. Each seller gets one e-mail per region that names all of its stores, and one reminder after a week. After a failure, repeat the request with the same `Idempotency-Key` and body: it creates the campaign only once. Requires the role `admin`.
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
         * Retrieve a campaign
         * @description Includes its progress and the time of the next e-mail. Requires the role `viewer`.
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
         * List a campaign's authorizations
         * @description Each seller and region with its stores, in the order of the planned requests. Empty before the start. Requires the role `viewer`.
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
         * Cancel a campaign
         * @description Sends no more e-mails; links that were already sent keep working. This cannot be undone. Cancelling a cancelled campaign responds with 200. Requires the role `operator`.
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
         * @description Sends no e-mails until it is resumed; everything planned moves by the length of the pause. Pausing a paused campaign responds with 200. Requires the role `operator`.
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
         * @description Continues at the same pace as before the pause. Resuming a running campaign responds with 200. Requires the role `admin`.
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
         * Preview a campaign
         * @description Counts the stores and e-mails of a campaign. Takes the same body and changes nothing. The selection is made when the campaign starts, so the counts may change until then. Requires the role `viewer`.
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
         * List Commerce product attributes
         * @description For the product mapping. Sorted by code. Requires the role `viewer`.
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
         * List Commerce websites
         * @description A store belongs to one of these websites. Requires the role `viewer`.
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
         * Stream store changes
         * @description Server-sent events: `event: store.changed`, an increasing `id`, and `data` as described below. A comment is sent every 15 seconds. With `Last-Event-ID`, which browsers send automatically, missed events come first. Requires the role `viewer`.
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
         * @description Newest first. Requires the role `viewer`.
         */
        get: operations["listImports"];
        put?: never;
        /**
         * Create an import
         * @description Responds as soon as every row is stored. Each row is then processed like `POST /v1/stores`, at most 20 per second, and has its own outcome. An invalid row is refused by itself; a file that cannot be read is refused as a whole. Importing the same file again creates nothing twice: rows of existing stores are `already_there`, or refused when settings differ. Requires the role `admin`.
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
         * Retrieve an import
         * @description An import is finished when no row is waiting. Requires the role `viewer`.
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
         * List the rows of an import
         * @description In file order, each with its outcome. Requires the role `viewer`.
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
         * List Amazon marketplaces
         * @description Every country a store can sell in. Requires the role `viewer`.
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
         * List pre-setup tasks
         * @description Checked in Commerce where possible; a person marks the others as done. Requires the role `viewer`.
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
         * Update a pre-setup task
         * @description Marks the task as done or not done, and records who did it and when. Requires the role `operator`.
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
         * List renewals
         * @description Connected and expired stores, by the end of their authorization. Requires the role `viewer`.
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
         * Renewals as an iCalendar feed
         * @description One event per store. Its UID stays the same when the date changes. A calendar link grants access as well. Requires the role `viewer`.
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
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sessions
         * @description Your signed-in browsers, newest first. An admin sees those of everyone. Requires the role `viewer`.
         */
        get: operations["listSessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/{id}": {
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
         * End a session
         * @description Signs the browser out and ends its event streams at once. You can end your own sessions; an admin can end any. Requires the role `viewer`.
         */
        delete: operations["endSession"];
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
         * Create a sign-in link
         * @description Valid for 15 minutes and for one browser, which gets the role of the caller. Opening the link shows a button; the link is used up only when the button is pressed. Requires the role `viewer`. A signed-in browser must have signed in within the last 15 minutes.
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
         * @description Leaves out deleted stores unless `status` includes `deleted`. Requires the role `viewer`.
         */
        get: operations["listStores"];
        put?: never;
        /**
         * Create a store
         * @description Responds with 201 once the store is recorded, or with 202 when it has been accepted and will be recorded soon. After a failure, repeat the request with the same `Idempotency-Key` and body: it creates the store only once. Requires the role `operator`.
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
         * Retrieve a store
         * @description A store that was accepted and then rejected responds with 404 and the code of the rejection. Requires the role `viewer`.
         */
        get: operations["getStore"];
        put?: never;
        post?: never;
        /**
         * Delete a store
         * @description Destroys its secrets and keeps its timeline. This cannot be undone. Deleting a deleted store responds with 200. Requires the role `admin`. A signed-in browser must have signed in within the last 15 minutes.
         */
        delete: operations["deleteStore"];
        options?: never;
        head?: never;
        /**
         * Update a store
         * @description Changes the name, the e-mail addresses or the product mapping. The website and the country cannot be changed: create another store instead. Requires the role `operator`.
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
         * @description Reverses a deactivation. A store that was never connected cannot be activated. Requires the role `operator`.
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
         * Check a store's connection
         * @description The result is added to the store's timeline. Requires the role `operator`.
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
         * Create a connect link
         * @description The link is valid for seven days. Available in every status except `creating` and `deleted`. Use it to renew a store as well. Requires the role `operator`.
         */
        post: operations["addConnectLink"];
        /**
         * End all connect links of a store
         * @description Links also end when the store's e-mail address changes, when it is disconnected or deleted, and when it is connected or renewed. A consent that an ended link began cannot be finished. Requires the role `operator`.
         */
        delete: operations["endConnectLinks"];
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
         * @description Pauses the store. The authorization keeps its end date, and renewal reminders continue. Requires the role `operator`.
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
         * Disconnect a store
         * @description Destroys the refresh token unless another store uses the same authorization. Reconnect the store with a connect link. Requires the role `operator`.
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
         * List a store's timeline
         * @description Newest entries first. Requires the role `viewer`.
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
         * @description Takes the same filters as the list of stores. Requires the role `viewer`.
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
         * @description Tokens that have not been revoked, newest first, without `ADMIN_TOKEN`. Requires the role `admin`.
         */
        get: operations["listTokens"];
        put?: never;
        /**
         * Create an API token
         * @description The response is the only place that contains the token. Perennial stores a hash of it. Requires the role `admin`. A signed-in browser must have signed in within the last 15 minutes.
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
         * @description Takes effect at once, also for browsers that signed in with it. Revoking it twice has no effect. Requires the role `admin`. A signed-in browser must have signed in within the last 15 minutes.
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
         * List webhook endpoints
         * @description Oldest first. Requires the role `operator`.
         */
        get: operations["listWebhooks"];
        put?: never;
        /**
         * Create a webhook endpoint
         * @description The endpoint receives all new events of its types, signed as standardwebhooks.com describes. Events of one store are delivered one at a time, in order. An event may be delivered twice, with the same `webhook-id`. Without a 2xx response within 15 seconds it is sent again after about 1, 5 and 15 seconds, then at growing intervals, for three days. Requires the role `admin`. A signed-in browser must have signed in within the last 15 minutes.
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
         * Retrieve a webhook endpoint
         * @description Shows whether it is enabled, and since when it has been failing. Requires the role `operator`.
         */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /**
         * Delete a webhook endpoint
         * @description Deletes its secret and all of its deliveries as well. Requires the role `admin`. A signed-in browser must have signed in within the last 15 minutes.
         */
        delete: operations["deleteWebhook"];
        options?: never;
        head?: never;
        /**
         * Update a webhook endpoint
         * @description Use it to disable or enable the endpoint as well. Pending deliveries are sent to the new URL; new types apply to new events only. Requires the role `admin`.
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
         * List deliveries
         * @description Newest first. Successful deliveries are kept for 30 days, failed ones for 90 days. Requires the role `operator`.
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
         * Replay a delivery
         * @description Uses the same `webhook-id` and body. Later events of the same store wait for it. Requires the role `operator`.
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
         * Replay failed deliveries
         * @description Uses the same `webhook-id` and body. Later events of the same store wait for it. Requires the role `operator`.
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
         * Rotate a signing secret
         * @description For 24 hours the previous secret signs as well: `webhook-signature` carries both signatures. Requires the role `admin`. A signed-in browser must have signed in within the last 15 minutes.
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
         * Send a test event
         * @description Sends an event of the type `webhook.test`. The list of deliveries shows the result. Requires the role `operator`.
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
    alarmEvent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Alarm opened or closed
         * @description Signed as standardwebhooks.com describes. Deduplicate by `webhook-id`: an event may be delivered twice.
         */
        post: operations["alarmEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
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
         * Client secret expires soon
         * @description Signed as standardwebhooks.com describes. Deduplicate by `webhook-id`: an event may be delivered twice.
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
         * Store event
         * @description Signed as standardwebhooks.com describes. Deduplicate by `webhook-id`: an event may be delivered twice.
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
            /** @description Name of the token, also in a browser that signed in with it, or of the person; `admin` is `ADMIN_TOKEN`. */
            name: string;
            /** @description The `operationId` of every permitted call under /v1. */
            operations: string[];
            /**
             * @description `viewer` reads, `operator` also works on stores, `admin` may do everything.
             * @enum {string}
             */
            role: "viewer" | "operator" | "admin";
        };
        /** @description A fault that only the operators of Perennial can fix. Sellers never cause one. */
        Alarm: {
            /**
             * Format: date-time
             * @description When the cause was resolved; absent while the alarm is open.
             * @example 2026-11-24T02:35:00.000Z
             */
            closedAt?: string;
            /** Format: uuid */
            id: string;
            /**
             * @description A stable code.
             * @enum {string}
             */
            kind: "fleet_breaker" | "access_denied" | "application_refused" | "application_secret_expiring" | "failed_sign_ins" | "seller_unproven" | "webhook_disabled" | "store_workflow_gone" | "message_undeliverable" | "secret_unreadable" | "database_step_failing" | "workflow_task_failing" | "wrong_seller" | "authorization_lost" | "store_settings_lost";
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            openedAt: string;
            /** @description What is wrong, and how to fix it. */
            text: string;
        };
        /** @description An alarm was opened or closed. */
        AlarmEvent: {
            data: components["schemas"]["Alarm"];
            /**
             * Format: date-time
             * @description When it happened.
             * @example 2026-11-24T02:35:00.000Z
             */
            timestamp: string;
            /** @enum {string} */
            type: "alarm.opened" | "alarm.closed";
        };
        AlarmPage: {
            items: components["schemas"]["Alarm"][];
            /** @description The cursor of the next page. Absent on the last page. */
            nextCursor?: string;
        };
        Alive: {
            /** @enum {string} */
            status: "ok";
        };
        /** @description The application at Amazon. Its client secret is never shown. */
        Application: {
            /** @example amzn1.application-oa2-client.1 */
            clientId: string;
            daysLeft: number;
            /**
             * Format: date-time
             * @description 180 days after `issuedAt`.
             * @example 2026-11-24T02:35:00.000Z
             */
            expiresAt: string;
            /**
             * Format: date-time
             * @description When the secret was created. For a secret from the environment: when it was first seen.
             * @example 2026-11-24T02:35:00.000Z
             */
            issuedAt: string;
            /**
             * Format: date-time
             * @description Until then the previous secret is tried as well when Amazon refuses this one.
             * @example 2026-11-24T02:35:00.000Z
             */
            predecessorValidUntil?: string;
            /** @enum {string} */
            source: "environment" | "api";
            /**
             * @description `unverified`: not used at Amazon yet; the next call decides. `expiring`: ends within 30 days. `refused`: Amazon refuses it now.
             * @enum {string}
             */
            state: "in_force" | "unverified" | "expiring" | "expired" | "refused";
            /**
             * @description The workflow id in Temporal.
             * @example application-secret
             */
            workflowId: string;
        };
        /** @description An event that concerns every store. */
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
             * @description When it was detected.
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
        /** @description Who did what, from where. */
        AuditEntry: {
            /**
             * @description The `operationId`, or `signInWithToken`, `signInWithLink`, `signIn` (refused), `signOut`, `authenticate` (a refused token), `beginConsent` (by the login URI).
             * @example deleteStore
             */
            action: string;
            /** @description Name of the token, also for a browser that signed in with it; `admin` is `ADMIN_TOKEN`. Absent for a caller that could not be authenticated. */
            actor?: string;
            /** @enum {string} */
            actorKind?: "admin" | "token" | "person" | "seller" | "amazon" | "perennial";
            /** @description Address of the client. */
            address: string;
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            at: string;
            /** @description By field. Secrets and e-mail addresses are only named, without their values. */
            changes?: {
                [key: string]: {
                    after?: string | number | boolean | string[] | null;
                    before?: string | number | boolean | string[] | null;
                };
            };
            /**
             * @description Increasing, without gaps.
             * @example 42
             */
            id: string;
            /** @description Refusals before this one that were too many to be recorded one by one. */
            omitted?: number;
            /**
             * @description `uncertain`: an error, or the end of a process, hides whether the change was made.
             * @enum {string}
             */
            outcome: "done" | "uncertain" | "refused";
            /** @description `X-Request-Id` of the request, also in the log. */
            requestId: string;
            /** @description What was changed. */
            target?: {
                id?: string;
                kind: string;
            };
        };
        AuditPage: {
            items: components["schemas"]["AuditEntry"][];
            /** @description The cursor of the next page. Absent on the last page. */
            nextCursor?: string;
        };
        /** @description What a seller granted for one region. */
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
            /** @description The seller's marketplaces in this region, as Amazon listed them at `checkedAt`. */
            marketplaces: {
                /** @example US */
                countryCode: string;
                hasSuspendedListings: boolean;
                isParticipating: boolean;
            }[];
            /**
             * @description One authorization covers the whole region.
             * @enum {string}
             */
            region: "NA" | "EU";
            /**
             * @description Amazon's id of the seller.
             * @example A2LV4V6AKMD2QH
             */
            sellerId: string;
            /** @description The stores that use this authorization. */
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
        /** @description Lets a calendar program subscribe to the renewals without signing in. */
        CalendarLink: {
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            createdAt: string;
            /** @description Name of the token or the person that created it. */
            createdBy: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description Accurate to the minute.
             * @example 2026-11-24T02:35:00.000Z
             */
            lastUsedAt?: string;
        };
        CalendarLinkList: {
            items: components["schemas"]["CalendarLink"][];
        };
        /** @description A campaign and its progress. */
        Campaign: {
            /** @description Every authorization counts in exactly one state. All zero before the start, because the selection is made at the start. */
            counts: {
                authorizations: number;
                consented: number;
                messages: {
                    /** @description Rejected, or not delivered within three days. */
                    failed: number;
                    /** @description Not yet accepted by the mail server. */
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
             * @description Absent while no e-mail is planned.
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
            /** @description The selection, as requested. */
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
            /** @description The workflow id in Temporal. */
            workflowId: string;
        };
        /** @description A seller and region. The seller gets one request for all of its stores in the region. */
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
             * @description The id of the authorization.
             */
            id: string;
            /**
             * @description The delivery status of the last e-mail.
             * @enum {string}
             */
            message?: "queued" | "sent" | "failed";
            /** @description Why it was skipped. */
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
            /** @description The cursor of the next page. Absent on the last page. */
            nextCursor?: string;
        };
        CampaignPage: {
            items: components["schemas"]["Campaign"][];
            /** @description The cursor of the next page. Absent on the last page. */
            nextCursor?: string;
        };
        /** @description What a campaign would do if it started now. */
        CampaignPreview: {
            /** @description Authorizations of these stores, one per seller and region. */
            authorizations: number;
            /** @description First e-mails, one per authorization. */
            messages: number;
            /** @description The maximum number of reminders, for sellers without consent after a week. */
            reminders: number;
            /** @description Stores that match now. */
            stores: number;
        };
        /**
         * @description `planned`: the request has not been sent yet. `waiting`: the request has been sent; no consent yet. `consented`: consented after the request. `skipped`: no request was sent, or none is needed any more.
         * @enum {string}
         */
        CampaignProgress: "planned" | "waiting" | "consented" | "skipped";
        /**
         * @description `scheduled`: waits for its start. `running`: sends e-mails. `paused`: sends nothing, and its schedule stands still. `finished`: every seller has consented or has received a request and a reminder. `cancelled`: stopped for good.
         * @enum {string}
         */
        CampaignState: "scheduled" | "running" | "paused" | "finished" | "cancelled";
        /** @description Selects stores. An absent filter does not restrict the selection. */
        CampaignStores: {
            /**
             * Format: date-time
             * @description Only authorizations that were granted before this time.
             */
            authorizedBefore?: string;
            /** @description Only stores in these countries. */
            country?: ("US" | "CA" | "MX" | "GB")[];
            /** @description Only these stores. */
            ids?: string[];
            /** @description Only stores with these statuses. Default: all three. */
            status?: ("active" | "renewal_due" | "expired")[];
            /** @description Only stores of this website (its code). */
            website?: string;
        };
        /** @description Starts a consent at Amazon for one store, to connect it, to renew it or to reconnect it. */
        ConnectLink: {
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            expiresAt: string;
            /**
             * Format: uri
             * @description The link for the seller. It may be sent by e-mail.
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
            /** @description The cursor of the next page. Absent on the last page. */
            nextCursor?: string;
        };
        /** @description A file of stores and the progress of its import. */
        Import: {
            /** @description Rows by outcome. `waiting`: not processed yet. `created`: the store has been created. `already_there`: a store with this name and these settings exists. `refused`: see its `problem`. */
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
            /** @description The workflow id in Temporal. */
            workflowId: string;
        };
        ImportPage: {
            items: components["schemas"]["Import"][];
            /** @description The cursor of the next page. Absent on the last page. */
            nextCursor?: string;
        };
        ImportRow: {
            /** @description The line of the file that the row starts on. The first line is 1. */
            line: number;
            /** @description Absent when it could not be read. */
            name?: string;
            /**
             * @description `waiting`: not processed yet. `created`: the store has been created. `already_there`: a store with this name and these settings exists. `refused`: see its `problem`.
             * @enum {string}
             */
            outcome: "waiting" | "created" | "already_there" | "refused";
            /** @description Why the row was refused, with one entry per invalid field. */
            problem?: {
                /**
                 * @description The problem code that `POST /v1/stores` answers in this case.
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
             * @description The store that was created or already existed.
             */
            storeId?: string;
        };
        ImportRowPage: {
            items: components["schemas"]["ImportRow"][];
            /** @description The cursor of the next page. Absent on the last page. */
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
                 * @description One authorization covers the whole region.
                 * @enum {string}
                 */
                region: "NA" | "EU";
            }[];
        };
        /** @description A campaign to create. */
        NewCampaign: {
            /**
             * @description For your own use; sellers do not see it.
             * @example Shipping settings role
             */
            name: string;
            /** @description The number of days to spread the first e-mails over. With 0 they are sent at one per second. */
            overDays: number;
            /**
             * @description A sentence for the sellers; it is part of the e-mail.
             * @example We now also read your shipping settings.
             */
            reason: string;
            /**
             * Format: date-time
             * @description When it starts. Default: now. Sellers who consent after this time are skipped.
             */
            startsAt?: string;
            stores: components["schemas"]["CampaignStores"];
        };
        /** @description A store to create. */
        NewStore: {
            /**
             * @description Code of the Commerce product attribute that holds the product id.
             * @example amazon_asin
             */
            attributeCode?: string;
            country: components["schemas"]["Country"];
            /**
             * Format: email
             * @description Receives the requests to connect and to renew.
             * @example seller@example.com
             */
            email: string;
            /**
             * @description Unique among stores, ignoring case.
             * @example Amazon Store USA
             */
            name: string;
            productIdType?: components["schemas"]["ProductIdType"];
            /**
             * Format: email
             * @description Also receives renewal reminders from three days before the authorization ends.
             */
            secondEmail?: string;
            /** @description Connects the store with the existing authorization of this seller, without another consent. `GET /v1/authorizations` lists them. */
            sellerId?: string;
            /**
             * @description Code of a Commerce website from `GET /v1/commerce/websites`.
             * @example base
             */
            website: string;
        };
        /** @description A webhook endpoint to create. */
        NewWebhook: {
            description?: string;
            /** @description The event types to send. Default: all. */
            types?: ("store.created" | "store.authorized" | "store.active" | "store.renewal_due" | "store.renewed" | "store.expired" | "store.disconnected" | "store.recovered" | "store.enabled" | "store.disabled" | "store.deleted" | "application.secret_expiring" | "alarm.opened" | "alarm.closed")[];
            /**
             * Format: uri
             * @description An HTTPS URL with a public address.
             * @example https://example.com/hook
             */
            url: string;
        };
        /** @description The next automatic step, and when it happens. */
        NextStep: {
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            at: string;
            /** @enum {string} */
            what: "renewal_request" | "renewal_reminder" | "expiry" | "check";
        };
        /** @description A task for the merchant before the first store. */
        PreSetupTask: {
            /**
             * @description `manual`: cannot be checked automatically. `unknown`: Commerce could not be reached.
             * @enum {string}
             */
            check: "passed" | "failed" | "manual" | "unknown";
            /** @description What the check found. */
            detail?: string;
            /** @description True when the check passed or a person marked the task as done. */
            done: boolean;
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            doneAt?: string;
            /** @description Who marked it as done. */
            doneBy?: string;
            /** @enum {string} */
            task: "cron" | "professional_account" | "approved_seller" | "vat" | "attributes" | "currency" | "condition" | "shipping";
        };
        /** @description An error as RFC 9457 defines it (`application/problem+json`). */
        Problem: {
            /**
             * @description A stable code: invalid_json, invalid_import, invalid_query, invalid_header, malformed_request, unauthorized, foreign_origin, forbidden, fresh_sign_in_required, token_required, not_found, store_not_found, token_not_found, calendar_link_not_found, session_not_found, webhook_not_found, webhook_delivery_not_found, import_not_found, campaign_not_found, method_not_allowed, store_name_taken, store_exists, store_deleted, store_creating, setup_not_finished, store_not_connected, store_workflow_gone, token_name_taken, webhook_disabled, campaign_over, body_too_large, unsupported_media_type, invalid_body, idempotency_key_reused, too_many_requests, internal_error, temporal_unavailable, commerce_unavailable, database_unavailable, too_many_listeners.
             * @example invalid_body
             */
            code: string;
            /** @description What is wrong with this request, and how to fix it. */
            detail: string;
            /** @description One entry per invalid field; empty when no single field is wrong. */
            errors: {
                /** @example The e-mail address is missing or is not a text. */
                detail: string;
                /**
                 * @description JSON pointer to the field, or the parameter.
                 * @example /email
                 */
                pointer: string;
            }[];
            /** @description The value of the `X-Request-Id` header, which is also in the logs. */
            requestId: string;
            status: number;
            title: string;
            /**
             * Format: uri
             * @description A page that explains this kind of problem.
             */
            type: string;
        };
        /**
         * @description The kind of product id that Amazon matches listings by.
         * @enum {string}
         */
        ProductIdType: "asin" | "ean" | "gcid" | "isbn" | "upc" | "general";
        /** @description An unavailable Commerce does not affect the status: only its look-ups fail. */
        Readiness: {
            parts: {
                commerce: {
                    /** @description An explanation in plain words. */
                    detail: string;
                    /** @enum {string} */
                    state: "ok" | "unavailable";
                };
                postgres: {
                    /** @description An explanation in plain words. */
                    detail: string;
                    /** @enum {string} */
                    state: "ok" | "unavailable";
                };
                temporal: {
                    /** @description An explanation in plain words. */
                    detail: string;
                    /** @enum {string} */
                    state: "ok" | "unavailable";
                };
                worker: {
                    /** @description An explanation in plain words. */
                    detail: string;
                    /** @enum {string} */
                    state: "ok" | "unavailable";
                };
            };
            /** @enum {string} */
            status: "ready" | "not_ready";
        };
        /** @description Why a store needs attention. */
        Reason: {
            /**
             * @example seller_mismatch
             * @enum {string}
             */
            code: "code_expired" | "superseded" | "no_refresh_token" | "exchange_interrupted" | "exchange_timed_out" | "seller_mismatch" | "store_exists" | "store_name_taken" | "not_participating" | "account_not_eligible" | "access_denied" | "authorization_revoked" | "authorization_expired" | "disconnected_by_admin" | "authorization_unreadable" | "authorization_lost";
            /** @description What is wrong, and how to fix it. */
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
        /** @description A signed-in browser. */
        Session: {
            /**
             * Format: date-time
             * @description When the token or the person was checked. Absent when the identity provider does not say when the person signed in there.
             * @example 2026-11-24T02:35:00.000Z
             */
            authenticatedAt?: string;
            /** @description Where the browser signed in from. */
            clientAddress: string;
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description 12 hours after `createdAt`; for an admin at most an hour after `lastUsedAt`.
             * @example 2026-11-24T02:35:00.000Z
             */
            expiresAt: string;
            /** Format: uuid */
            id: string;
            /** @description Whether this request belongs to the session. */
            isCurrent: boolean;
            /**
             * Format: date-time
             * @description Accurate to the minute.
             * @example 2026-11-24T02:35:00.000Z
             */
            lastUsedAt: string;
            /** @description Name of the token or the person; `admin` is `ADMIN_TOKEN`. */
            name: string;
            /** @enum {string} */
            role: "viewer" | "operator" | "admin";
            /** @enum {string} */
            signedInWith: "admin_token" | "api_token" | "sign_in_link" | "oidc";
            /** @description The identity provider's id of the person. */
            subject?: string;
            /** @description What the browser calls itself. */
            userAgent: string;
        };
        SessionPage: {
            items: components["schemas"]["Session"][];
            /** @description The cursor of the next page. Absent on the last page. */
            nextCursor?: string;
        };
        SignInLink: {
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            expiresAt: string;
            /**
             * Format: uri
             * @description Signs in one browser, once.
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
             * @description Empty after deletion.
             * @example seller@example.com
             */
            email: string;
            /** @description False while the store is deactivated. Independent of the status: the authorization still ends. */
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
            /** @description Amazon's id of the seller who consented. */
            sellerId?: string;
            /**
             * @description `proven`: Amazon confirmed the seller. `claimed`: our application lacks the role for that, see the alarms. Absent before the first proof.
             * @enum {string}
             */
            sellerProof?: "proven" | "claimed";
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
             * @description The workflow id in Temporal.
             * @example store-5f0c9a52-3a0e-4d0b-9a33-0a8f5ed5b4c7
             */
            workflowId: string;
        };
        /** @description The settings to change. Absent settings stay as they are. */
        StoreChange: {
            /**
             * @description Code of the Commerce product attribute that holds the product id.
             * @example amazon_asin
             */
            attributeCode?: string | null;
            /**
             * Format: email
             * @description Receives the requests to connect and to renew.
             * @example seller@example.com
             */
            email?: string;
            /**
             * @description Unique among stores, ignoring case.
             * @example Amazon Store USA
             */
            name?: string;
            /**
             * @description Null removes the mapping; attributeCode must be null as well.
             * @enum {string|null}
             */
            productIdType?: "asin" | "ean" | "gcid" | "isbn" | "upc" | "general" | null;
            /**
             * Format: email
             * @description Null removes it.
             */
            secondEmail?: string | null;
        };
        /** @description A change of a store, as the event stream sends it. */
        StoreChanged: {
            entry: components["schemas"]["TimelineEntry"];
            /** @description The current state; absent when the store was rejected. */
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
                 * @description Empty after deletion.
                 * @example seller@example.com
                 */
                email: string;
                /** @description False while the store is deactivated. Independent of the status: the authorization still ends. */
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
                /** @description Amazon's id of the seller who consented. */
                sellerId?: string;
                /**
                 * @description `proven`: Amazon confirmed the seller. `claimed`: our application lacks the role for that, see the alarms. Absent before the first proof.
                 * @enum {string}
                 */
                sellerProof?: "proven" | "claimed";
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
                 * @description The workflow id in Temporal.
                 * @example store-5f0c9a52-3a0e-4d0b-9a33-0a8f5ed5b4c7
                 */
                workflowId: string;
            };
            /** Format: uuid */
            storeId: string;
        };
        /** @description The number of stores by status. */
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
            /** @description All stores except deleted ones. */
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
            /** @description The cursor of the next page. Absent on the last page. */
            nextCursor?: string;
        };
        /**
         * @description `creating`: accepted but not recorded yet. `awaiting_authorization`: waits for the seller to consent at Amazon. `verifying`: the connection is being checked. `active`: connected. `renewal_due`: connected; renewal has been requested. `expired`: the authorization has ended. `disconnected`: the seller revoked the authorization, or an operator disconnected the store. `deleted`: only its id and its timeline are left.
         * @enum {string}
         */
        StoreStatus: "creating" | "awaiting_authorization" | "verifying" | "active" | "renewal_due" | "expired" | "disconnected" | "deleted";
        /** @description Something that happened to a store. */
        TimelineEntry: {
            /** @description Who caused it: the name of a token, `admin` (`ADMIN_TOKEN`), `seller`, `Amazon` or `Perennial`. Absent for a person whom an older release did not record. */
            actor?: string;
            /**
             * @description What `actor` is.
             * @enum {string}
             */
            actorKind?: "admin" | "token" | "person" | "seller" | "amazon" | "perennial";
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
            what: "created" | "authorization_received" | "authorization_reused" | "authorization_refused" | "active" | "renewed" | "renewal_requested" | "expired" | "check_passed" | "check_failed" | "check_inconclusive" | "recovered" | "disconnected" | "enabled" | "disabled" | "deleted" | "settings_changed" | "connect_link_created" | "connect_links_ended" | "amazon_unavailable" | "application_refused" | "message_sent" | "message_delayed" | "message_failed" | "campaign_asked" | "message_dropped" | "authorization_undone";
        };
        TimelinePage: {
            items: components["schemas"]["TimelineEntry"][];
            /** @description The cursor of the next page. Absent on the last page. */
            nextCursor?: string;
        };
        Token: {
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            createdAt: string;
            /** @description Name of the token or the person that created it; `admin` is `ADMIN_TOKEN`. */
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
             * @description Accurate to the minute.
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
        /** @description An endpoint that receives events. */
        Webhook: {
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            createdAt: string;
            description?: string;
            /** @description Why it is disabled: by an admin, after a 410 response, or after three days of failures. */
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
             * @description Until then requests are signed with the previous secret as well.
             * @example 2026-11-24T02:35:00.000Z
             */
            previousSecretUntil?: string;
            /** @description Absent: all types. */
            types?: ("store.created" | "store.authorized" | "store.active" | "store.renewal_due" | "store.renewed" | "store.expired" | "store.disconnected" | "store.recovered" | "store.enabled" | "store.disabled" | "store.deleted" | "application.secret_expiring" | "alarm.opened" | "alarm.closed")[];
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            updatedAt: string;
            url: string;
        };
        /** @description The settings to change. Absent settings stay as they are. */
        WebhookChange: {
            /** @description Null removes it. */
            description?: string | null;
            /** @description True resumes deliveries, starting with events that have waited for up to three days. */
            enabled?: boolean;
            /** @description Null selects all types. */
            types?: ("store.created" | "store.authorized" | "store.active" | "store.renewal_due" | "store.renewed" | "store.expired" | "store.disconnected" | "store.recovered" | "store.enabled" | "store.disabled" | "store.deleted" | "application.secret_expiring" | "alarm.opened" | "alarm.closed")[] | null;
            /**
             * Format: uri
             * @description An HTTPS URL with a public address.
             * @example https://example.com/hook
             */
            url?: string;
        };
        /** @description The delivery of one event to one endpoint. */
        WebhookDelivery: {
            /** @description Oldest first. */
            attempts: {
                /**
                 * Format: date-time
                 * @example 2026-11-24T02:35:00.000Z
                 */
                at: string;
                durationMs: number;
                /** @description Why the attempt failed; absent after a success. */
                error?: string;
                /** @description Absent when there was no response. */
                statusCode?: number;
            }[];
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            createdAt: string;
            /** @description The `webhook-id` header, the same in every attempt. */
            eventId: string;
            /** @example 42 */
            id: string;
            /**
             * Format: date-time
             * @description Absent while it waits for an earlier delivery of its store, or while the endpoint is disabled.
             * @example 2026-11-24T02:35:00.000Z
             */
            nextAttemptAt?: string;
            /**
             * Format: date-time
             * @description When it was delivered, or failed for good.
             * @example 2026-11-24T02:35:00.000Z
             */
            settledAt?: string;
            /** @enum {string} */
            status: "pending" | "delivered" | "failed";
            /** Format: uuid */
            storeId?: string;
            /** @enum {string} */
            type: "store.created" | "store.authorized" | "store.active" | "store.renewal_due" | "store.renewed" | "store.expired" | "store.disconnected" | "store.recovered" | "store.enabled" | "store.disabled" | "store.deleted" | "application.secret_expiring" | "alarm.opened" | "alarm.closed" | "webhook.test";
        };
        WebhookPage: {
            items: components["schemas"]["Webhook"][];
            /** @description The cursor of the next page. Absent on the last page. */
            nextCursor?: string;
        };
        /** @description The store at the time of the event, without e-mail addresses. */
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
            /** @description False while the store is deactivated. Independent of the status: the authorization still ends. */
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
            /** @description Amazon's id of the seller who consented. */
            sellerId?: string;
            /**
             * @description `proven`: Amazon confirmed the seller. `claimed`: our application lacks the role for that, see the alarms. Absent before the first proof.
             * @enum {string}
             */
            sellerProof?: "proven" | "claimed";
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
        /** @description A webhook endpoint and its new secret. */
        WebhookWithSecret: {
            /**
             * Format: date-time
             * @example 2026-11-24T02:35:00.000Z
             */
            createdAt: string;
            description?: string;
            /** @description Why it is disabled: by an admin, after a 410 response, or after three days of failures. */
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
             * @description Until then requests are signed with the previous secret as well.
             * @example 2026-11-24T02:35:00.000Z
             */
            previousSecretUntil?: string;
            /**
             * @description Shown once. Use it to verify signatures.
             * @example whsec_…
             */
            secret: string;
            /** @description Absent: all types. */
            types?: ("store.created" | "store.authorized" | "store.active" | "store.renewal_due" | "store.renewed" | "store.expired" | "store.disconnected" | "store.recovered" | "store.enabled" | "store.disabled" | "store.deleted" | "application.secret_expiring" | "alarm.opened" | "alarm.closed")[];
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
            /** @description Redirect to Amazon. */
            302: {
                headers: {
                    /** @description Amazon's consent page. */
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
            /** @description The link has expired or the store was deleted. */
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
            /** @description The process is running. */
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
            /** @description Metrics in Prometheus' text format. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description `unauthorized`: Authentication required. */
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
            /** @description The consent was started in another browser. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The consent is unknown. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The consent has expired or the store was deleted. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Temporarily unavailable; the page retries automatically. */
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
                /** @description Where to redirect the browser. It must be under `/apps/authorize/confirm/` of a configured Seller Central. */
                amazon_callback_uri?: string;
                /** @description Amazon's state, which is returned to Amazon. */
                amazon_state?: string;
                /** @description The seller. */
                selling_partner_id?: string;
                /** @description `beta` is passed on to Amazon. */
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
            /** @description Redirect to Seller Central. */
            302: {
                headers: {
                    /** @description The callback, with our `state`. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Parameters are missing or invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description No operator is signed in. */
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
            /** @description Redirect to Seller Central. */
            303: {
                headers: {
                    /** @description The callback, with our `state`. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Parameters are missing or invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The store no longer awaits its authorization. Choose another store. */
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
    mailLinkForLogin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The same for every seller. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Parameters are missing or invalid. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
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
            /** @description The outcome belongs to another browser. */
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
    undoConsent: {
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
            /** @description Redirect to the outcome. */
            303: {
                headers: {
                    /** @description The page of the outcome. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The outcome belongs to another browser. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description The consent can no longer be undone. */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Temporarily unavailable; nothing is lost. */
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
            /** @description Ready. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Readiness"];
                };
            };
            /** @description Not ready. */
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
            /** @description The name, the role and the operations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Access"];
                };
            };
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description The `nextCursor` of the previous page. Keep the other parameters the same. */
                cursor?: string;
                /** @description The maximum number of items. */
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
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                     * @description When it was created at Amazon. Default: now.
                     */
                    issuedAt?: string;
                };
            };
        };
        responses: {
            /** @description The updated application. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            /** @description `invalid_json`: Invalid JSON. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `fresh_sign_in_required`: Fresh sign-in required. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Request body too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: Invalid request body. */
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
            /** @description `temporal_unavailable`: Temporal unavailable. `database_unavailable`: Database unavailable. */
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
    listAudit: {
        parameters: {
            query?: {
                /** @description Only entries of this action. */
                action?: string;
                /** @description Only entries of this actor. */
                actor?: string;
                /** @description The `nextCursor` of the previous page. Keep the other parameters the same. */
                cursor?: string;
                /** @description Only entries of this time or later. */
                from?: string;
                /** @description The maximum number of items. */
                limit?: number;
                /** @description Only entries before this time. */
                to?: string;
            };
            header?: never;
            path?: never;
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
                    "application/json": components["schemas"]["AuditPage"];
                };
            };
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
    exportAudit: {
        parameters: {
            query?: {
                /** @description Only entries of this action. */
                action?: string;
                /** @description Only entries of this actor. */
                actor?: string;
                /** @description Only entries of this time or later. */
                from?: string;
                /** @description Only entries before this time. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entries. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description Only authorizations of this seller. */
                sellerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All authorizations. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationList"];
                };
            };
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
            /** @description The links, without their URLs. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarLinkList"];
                };
            };
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                        /** @description Name of the token or the person that created it. */
                        createdBy: string;
                        /** Format: uuid */
                        id: string;
                        /**
                         * Format: date-time
                         * @description Accurate to the minute.
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
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin`: Cross-site request refused. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
            /** @description The link has been revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `calendar_link_not_found`: Calendar link not found. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description The `nextCursor` of the previous page. Keep the other parameters the same. */
                cursor?: string;
                /** @description The maximum number of items. */
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
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description Chosen by you. A repeated request with the same key and body creates nothing new. */
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
                    /** @description URL of the campaign. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description `invalid_json`: Invalid JSON. `invalid_header`: Invalid request header. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Request body too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: Invalid request body. `idempotency_key_reused`: Idempotency-Key used with another body. */
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
            /** @description `temporal_unavailable`: Temporal unavailable. `database_unavailable`: Database unavailable. */
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
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `campaign_not_found`: Campaign not found. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description The `nextCursor` of the previous page. Keep the other parameters the same. */
                cursor?: string;
                /** @description The maximum number of items. */
                limit?: number;
                /** @description Only authorizations in these states. */
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
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `campaign_not_found`: Campaign not found. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
            /** @description The campaign in the requested state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description Accepted; the change is in progress. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `campaign_not_found`: Campaign not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `campaign_over`: Campaign already over. */
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
            /** @description `temporal_unavailable`: Temporal unavailable. `database_unavailable`: Database unavailable. */
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
            /** @description The campaign in the requested state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description Accepted; the change is in progress. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `campaign_not_found`: Campaign not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `campaign_over`: Campaign already over. */
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
            /** @description `temporal_unavailable`: Temporal unavailable. `database_unavailable`: Database unavailable. */
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
            /** @description The campaign in the requested state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description Accepted; the change is in progress. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Campaign"];
                };
            };
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `campaign_not_found`: Campaign not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `campaign_over`: Campaign already over. */
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
            /** @description `temporal_unavailable`: Temporal unavailable. `database_unavailable`: Database unavailable. */
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
            /** @description `invalid_json`: Invalid JSON. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Request body too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: Invalid request body. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description The maximum number of items. */
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
            /** @description The matching attributes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttributeList"];
                };
            };
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
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
            /** @description `commerce_unavailable`: Adobe Commerce unavailable. `database_unavailable`: Database unavailable. */
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
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
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
            /** @description `commerce_unavailable`: Adobe Commerce unavailable. `database_unavailable`: Database unavailable. */
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
                /** @description The language of sentences. Default: `Accept-Language`, then English. */
                lang?: "en" | "nl";
            };
            header?: {
                /** @description The last event you received. The stream starts with the events after it. */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream of events. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["StoreChanged"];
                };
            };
            /** @description `invalid_query`: Invalid query parameter. `invalid_header`: Invalid request header. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `too_many_listeners`: Too many open event streams. `too_many_requests`: Too many requests. */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description The `nextCursor` of the previous page. Keep the other parameters the same. */
                cursor?: string;
                /** @description The maximum number of items. */
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
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description Chosen by you. A repeated request with the same key and body creates nothing new. */
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
                    /** @description URL of the import. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description `invalid_import`: Unreadable import file. `invalid_header`: Invalid request header. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Request body too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `idempotency_key_reused`: Idempotency-Key used with another body. */
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
            /** @description `temporal_unavailable`: Temporal unavailable. `database_unavailable`: Database unavailable. */
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
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `import_not_found`: Import not found. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description The `nextCursor` of the previous page. Keep the other parameters the same. */
                cursor?: string;
                /** @description The maximum number of items. */
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
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `import_not_found`: Import not found. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description The language of sentences. Default: `Accept-Language`, then English. */
                lang?: "en" | "nl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All eight tasks, in order. */
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
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description The language of sentences. Default: `Accept-Language`, then English. */
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
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `not_found`: Not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: Invalid request body. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description Only authorizations that end at this time or later. */
                from?: string;
                /** @description Only authorizations that end before this time. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The renewals, earliest first. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RenewalList"];
                };
            };
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description Only authorizations that end at this time or later. */
                from?: string;
                /** @description Only authorizations that end before this time. */
                to?: string;
                /** @description The token of a calendar link, in place of the header. */
                token?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The iCalendar feed. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
    listSessions: {
        parameters: {
            query?: {
                /** @description The `nextCursor` of the previous page. Keep the other parameters the same. */
                cursor?: string;
                /** @description The maximum number of items. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page of sessions. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
    endSession: {
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
            /** @description The session has ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `session_not_found`: Session not found. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `token_required`: Only a token can do this. `fresh_sign_in_required`: Fresh sign-in required. `foreign_origin`: Cross-site request refused. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description Only stores in these countries. */
                country?: ("US" | "CA" | "MX" | "GB")[];
                /** @description The `nextCursor` of the previous page. Keep the other parameters the same. */
                cursor?: string;
                /** @description The language of sentences. Default: `Accept-Language`, then English. */
                lang?: "en" | "nl";
                /** @description The maximum number of items. */
                limit?: number;
                /** @description Part of the name, the e-mail address or the seller id. */
                q?: string;
                /** @description Only stores whose authorization ends before this time. */
                renewsBefore?: string;
                /** @description The field to sort by. Put - in front for descending order. */
                sort?: "createdAt" | "-createdAt" | "name" | "-name" | "expiresAt" | "-expiresAt" | "updatedAt" | "-updatedAt";
                /** @description Only stores with these statuses. Default: all except `deleted`. */
                status?: ("creating" | "awaiting_authorization" | "verifying" | "active" | "renewal_due" | "expired" | "disconnected" | "deleted")[];
                /** @description Only stores of this website (its code). */
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
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description The language of sentences. Default: `Accept-Language`, then English. */
                lang?: "en" | "nl";
            };
            header?: {
                /** @description Chosen by you. A repeated request with the same key and body creates nothing new. */
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
                    /** @description URL of the store. */
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
                    /** @description URL of the store. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description `invalid_json`: Invalid JSON. `invalid_query`: Invalid query parameter. `invalid_header`: Invalid request header. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_name_taken`: Store name taken. `store_exists`: The seller already has a store for this country. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Request body too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: Invalid request body. `idempotency_key_reused`: Idempotency-Key used with another body. */
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
            /** @description `temporal_unavailable`: Temporal unavailable. `commerce_unavailable`: Adobe Commerce unavailable. `database_unavailable`: Database unavailable. */
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
                /** @description The language of sentences. Default: `Accept-Language`, then English. */
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
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_not_found`: Store not found. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description The language of sentences. Default: `Accept-Language`, then English. */
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
            /** @description The store has been deleted. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description Accepted; the deletion is in progress. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `fresh_sign_in_required`: Fresh sign-in required. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_not_found`: Store not found. */
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
            /** @description `temporal_unavailable`: Temporal unavailable. `database_unavailable`: Database unavailable. */
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
                /** @description The language of sentences. Default: `Accept-Language`, then English. */
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
            /** @description The updated store. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description `invalid_json`: Invalid JSON. `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_not_found`: Store not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_name_taken`: Store name taken. `store_deleted`: Store deleted. `store_creating`: Store still being created. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Request body too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: Invalid request body. */
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
            /** @description `temporal_unavailable`: Temporal unavailable. `commerce_unavailable`: Adobe Commerce unavailable. `database_unavailable`: Database unavailable. */
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
                /** @description The language of sentences. Default: `Accept-Language`, then English. */
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
            /** @description The store in the requested state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description Accepted; the change is in progress. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_not_found`: Store not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_deleted`: Store deleted. `store_creating`: Store still being created. `store_workflow_gone`: The workflow of the store has ended. `setup_not_finished`: Store never connected. */
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
            /** @description `temporal_unavailable`: Temporal unavailable. `database_unavailable`: Database unavailable. */
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
                /** @description The language of sentences. Default: `Accept-Language`, then English. */
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
            /** @description The check has started. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_not_found`: Store not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_deleted`: Store deleted. `store_creating`: Store still being created. `store_workflow_gone`: The workflow of the store has ended. `store_not_connected`: Store not connected. */
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
            /** @description `temporal_unavailable`: Temporal unavailable. `database_unavailable`: Database unavailable. */
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
                     * @description Also sends a separate link to the store's e-mail address.
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
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_not_found`: Store not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_deleted`: Store deleted. `store_creating`: Store still being created. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: Invalid request body. */
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
            /** @description `temporal_unavailable`: Temporal unavailable. `database_unavailable`: Database unavailable. */
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
    endConnectLinks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the store. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No link of the store works any more. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_not_found`: Store not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_deleted`: Store deleted. `store_creating`: Store still being created. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description The language of sentences. Default: `Accept-Language`, then English. */
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
            /** @description The store in the requested state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description Accepted; the change is in progress. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_not_found`: Store not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_deleted`: Store deleted. `store_creating`: Store still being created. `store_workflow_gone`: The workflow of the store has ended. */
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
            /** @description `temporal_unavailable`: Temporal unavailable. `database_unavailable`: Database unavailable. */
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
                /** @description The language of sentences. Default: `Accept-Language`, then English. */
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
            /** @description The store in the requested state. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description Accepted; the change is in progress. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Store"];
                };
            };
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_not_found`: Store not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_deleted`: Store deleted. `store_creating`: Store still being created. `store_workflow_gone`: The workflow of the store has ended. */
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
            /** @description `temporal_unavailable`: Temporal unavailable. `database_unavailable`: Database unavailable. */
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
                /** @description The `nextCursor` of the previous page. Keep the other parameters the same. */
                cursor?: string;
                /** @description The language of sentences. Default: `Accept-Language`, then English. */
                lang?: "en" | "nl";
                /** @description The maximum number of items. */
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
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `store_not_found`: Store not found. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description Only stores in these countries. */
                country?: ("US" | "CA" | "MX" | "GB")[];
                /** @description Part of the name, the e-mail address or the seller id. */
                q?: string;
                /** @description Only stores whose authorization ends before this time. */
                renewsBefore?: string;
                /** @description Only stores of this website (its code). */
                website?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts, including zeros. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StoreCounts"];
                };
            };
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                     * @description When the token expires. Default: never.
                     */
                    expiresAt?: string;
                    /** @description Who or what uses the token. Its actions are recorded under this name. */
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
                        /** @description Name of the token or the person that created it; `admin` is `ADMIN_TOKEN`. */
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
                         * @description Accurate to the minute.
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
            /** @description `invalid_json`: Invalid JSON. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `fresh_sign_in_required`: Fresh sign-in required. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `token_name_taken`: Token name taken. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Request body too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: Invalid request body. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
            /** @description The token has been revoked. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `fresh_sign_in_required`: Fresh sign-in required. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `token_not_found`: Token not found. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description The `nextCursor` of the previous page. Keep the other parameters the same. */
                cursor?: string;
                /** @description The maximum number of items. */
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
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                    /** @description URL of the webhook endpoint. */
                    Location?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookWithSecret"];
                };
            };
            /** @description `invalid_json`: Invalid JSON. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `fresh_sign_in_required`: Fresh sign-in required. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Request body too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: Invalid request body. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description The id of the webhook endpoint. */
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
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_not_found`: Webhook endpoint not found. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description The id of the webhook endpoint. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The endpoint has been deleted. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `fresh_sign_in_required`: Fresh sign-in required. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_not_found`: Webhook endpoint not found. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description The id of the webhook endpoint. */
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
            /** @description The updated endpoint. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description `invalid_json`: Invalid JSON. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_not_found`: Webhook endpoint not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Request body too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: Invalid request body. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description The `nextCursor` of the previous page. Keep the other parameters the same. */
                cursor?: string;
                /** @description The maximum number of items. */
                limit?: number;
                /** @description Only these statuses. */
                status?: ("pending" | "delivered" | "failed")[];
            };
            header?: never;
            path: {
                /** @description The id of the webhook endpoint. */
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
            /** @description `invalid_query`: Invalid query parameter. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_not_found`: Webhook endpoint not found. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description The id of the webhook endpoint. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The delivery is queued. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_not_found`: Webhook endpoint not found. `webhook_delivery_not_found`: Webhook delivery not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_disabled`: Webhook endpoint disabled. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description The id of the webhook endpoint. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: date-time
                     * @description Replays failed deliveries of events from this time on.
                     */
                    since: string;
                };
            };
        };
        responses: {
            /** @description The deliveries are queued. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @description The number of queued deliveries. */
                        replayed: number;
                    };
                };
            };
            /** @description `invalid_json`: Invalid JSON. `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_not_found`: Webhook endpoint not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_disabled`: Webhook endpoint disabled. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `body_too_large`: Request body too large. */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unsupported_media_type`: Unsupported media type. */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `invalid_body`: Invalid request body. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description The id of the webhook endpoint. */
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
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `fresh_sign_in_required`: Fresh sign-in required. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_not_found`: Webhook endpoint not found. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
                /** @description The id of the webhook endpoint. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The test event is queued. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description `malformed_request`: Malformed request. */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `unauthorized`: Authentication required. */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `forbidden`: Insufficient role. `foreign_origin`: Cross-site request refused. */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_not_found`: Webhook endpoint not found. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `webhook_disabled`: Webhook endpoint disabled. */
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
            /** @description `database_unavailable`: Database unavailable. */
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
    alarmEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event, the same in every attempt. */
                "webhook-id": string;
                /** @description One signature `v1,…` per secret, separated by spaces. */
                "webhook-signature": string;
                /** @description Time of the attempt, in seconds since 1970. */
                "webhook-timestamp": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlarmEvent"];
            };
        };
        responses: {
            /** @description Received. After any other response, or none within 15 seconds, the event is sent again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    applicationEvent: {
        parameters: {
            query?: never;
            header: {
                /** @description Id of the event, the same in every attempt. */
                "webhook-id": string;
                /** @description One signature `v1,…` per secret, separated by spaces. */
                "webhook-signature": string;
                /** @description Time of the attempt, in seconds since 1970. */
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
            /** @description Received. After any other response, or none within 15 seconds, the event is sent again. */
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
                /** @description Id of the event, the same in every attempt. */
                "webhook-id": string;
                /** @description One signature `v1,…` per secret, separated by spaces. */
                "webhook-signature": string;
                /** @description Time of the attempt, in seconds since 1970. */
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
            /** @description Received. After any other response, or none within 15 seconds, the event is sent again. */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
