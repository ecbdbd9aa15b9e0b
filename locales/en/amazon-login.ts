/** What people read when an authorization begins in Seller Central. */
export const amazonLogin = {
  problems: {
    incomplete: {
      title: 'Something is missing from this address',
      what: 'Seller Central sends you to this page with details that are missing here. Nothing has been used up.',
      todo: 'Go back to Seller Central, open Manage Your Apps and start again from there.',
    },
    foreign: {
      title: 'This address does not lead to Seller Central',
      what: 'We only continue to a Seller Central that Perennial is set up for, and this is not one of them. Nothing has been used up.',
      todo: 'Start again in Seller Central. If this happens again, ask the operator of Perennial to check AMAZON_SELLER_CENTRAL_URL_….',
    },
    signIn: {
      title: 'Who manages the stores?',
      what: 'An authorization that starts in Seller Central is continued by someone who manages the stores, or through a link that we e-mail.',
      todo: 'Sign in, and you will return here automatically. Or have the link sent to the e-mail address of the store.',
    },
    role: {
      title: 'You may not choose a store',
      what: 'Your role allows you to view stores, but not to connect them.',
      todo: 'Ask an operator or an admin to do this, or to send you a connect link.',
    },
    noStore: {
      title: 'No store is waiting for authorization',
      what: 'There is no store left to connect in this region, and no store of this seller account has to be authorized again.',
      todo: 'Add the store first, then start again in Seller Central.',
    },
  },
  signInButton: 'Sign in',
  mailButton: 'E-mail me the link',
  linkMailed: {
    title: 'Check your e-mail',
    what: 'If a store of this seller account has to be authorized again, its e-mail address receives a link, at most once a day.',
    todo: 'Open the link in that e-mail. If none arrives, ask the person who manages the stores for a connect link.',
  },
  sessionProbe: {
    title: 'One moment, please',
    what: 'We are checking whether you are signed in. This page continues automatically.',
    button: 'Continue',
  },
  choose: {
    title: 'Which store is this for?',
    what: (sellerId: string) =>
      `Seller ${sellerId} has started an authorization in Seller Central. Choose the store to connect.`,
    legend: 'Stores waiting for authorization',
    button: 'Continue to Amazon',
    gone: 'That store is no longer waiting for authorization. Choose another one.',
  },
};
