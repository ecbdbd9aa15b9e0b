import type { ApiDeps } from '../deps.ts';
import type { Route } from '../http/route.ts';
import { addCalendarLink } from './add-calendar-link.ts';
import { addSignInLink } from './add-sign-in-link.ts';
import { addToken } from './add-token.ts';
import { endSession } from './end-session.ts';
import type { FailedAttempts } from './failed-attempts.ts';
import { getAccess } from './get-access.ts';
import { listCalendarLinks } from './list-calendar-links.ts';
import { listSessions } from './list-sessions.ts';
import { listTokens } from './list-tokens.ts';
import { revokeCalendarLink } from './revoke-calendar-link.ts';
import { revokeToken } from './revoke-token.ts';
import { signInRoutes } from './sign-in.ts';

export function accessRoutes(deps: ApiDeps, attempts: FailedAttempts): readonly Route[] {
  return [
    getAccess(),
    addToken(deps),
    listTokens(deps),
    revokeToken(deps),
    addSignInLink(deps),
    addCalendarLink(deps),
    listCalendarLinks(deps),
    revokeCalendarLink(deps),
    listSessions(deps),
    endSession(deps),
    ...signInRoutes(deps, attempts),
  ];
}
