/** What people read who sign in with the identity provider. */
export const oidc = {
  again: 'Back to sign-in',
  signedIn: { title: 'You are signed in', button: 'Continue' },
  signedOut: { title: 'You are signed out of Perennial', button: 'Also sign out at the identity provider' },
  notices: {
    unavailable: {
      title: 'The identity provider cannot be used right now',
      what: (issuer: string, detail: string) => `Perennial tried to reach ${issuer}. The result was: ${detail}.`,
      todo: 'Try again in a moment, or sign in with a token. If this persists, ask an operator to check the identity provider and OIDC_ISSUER.',
    },
    unknown: {
      title: 'This sign-in was not started in this browser',
      what: () =>
        'It was started in another browser or tab, took longer than ten minutes, or is already finished. Nothing has been used up.',
      todo: 'Start the sign-in again, and finish it in the same browser.',
    },
    refused: {
      title: 'Sign-in failed',
      what: (code: string) => `The sign-in with the identity provider ended with the error “${code}”.`,
      todo: 'Start the sign-in again. If it fails again, give this error to an operator: invalid_client means that OIDC_CLIENT_ID or OIDC_CLIENT_SECRET is wrong.',
    },
    notFresh: {
      title: 'The identity provider did not ask you to sign in again',
      what: () =>
        'What you are about to do needs a recent sign-in, and the identity provider does not say that you signed in just now.',
      todo: 'Sign out, sign in again and enter your password there. If this persists, ask an operator whether the provider supports max_age and auth_time.',
    },
  },
  noRole: {
    title: 'You have no role in Perennial',
    what: (name: string) => `The identity provider knows you as ${name}, but gives you no role here.`,
    claim: 'Claim that Perennial looked at',
    value: 'Its value',
    missing: '(missing)',
    todo: 'Ask an administrator of the identity provider to put viewer, operator or admin into this claim, then sign in again.',
  },
};
