import type { ApiDeps } from '../deps.ts';
import type { Route } from '../http/route.ts';
import { addConnectLink } from './add-connect-link.ts';
import { beginAmazonLogin } from './begin-amazon-login.ts';
import { chooseStoreForLogin } from './choose-store-for-login.ts';
import { endConnectLinks } from './end-connect-links.ts';
import { listAuthorizations } from './list-authorizations.ts';
import { mailLinkForLogin } from './mail-link-for-login.ts';
import { OutcomePages } from './outcome-pages.ts';
import { receiveCallback } from './receive-callback.ts';
import { showOutcome } from './show-outcome.ts';
import { startConsent } from './start-consent.ts';
import { undoConsent } from './undo-consent.ts';

export function consentRoutes(deps: ApiDeps): readonly Route[] {
  const outcomes = new OutcomePages(deps);
  return [
    addConnectLink(deps),
    endConnectLinks(deps),
    listAuthorizations(deps),
    startConsent(deps),
    receiveCallback(deps, outcomes),
    showOutcome(deps, outcomes),
    undoConsent(deps),
    beginAmazonLogin(deps),
    chooseStoreForLogin(deps),
    mailLinkForLogin(deps),
  ];
}
