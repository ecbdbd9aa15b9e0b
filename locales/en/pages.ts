/** What sellers read on our pages, and everyone when they sign in. */
export const page = {
  skipToContent: 'Skip to content',
  language: 'Language',
};

export const signIn = {
  title: 'Sign in',
  once: 'Use this link to sign in. It works once.',
  token: 'API token or admin token',
  button: 'Sign in',
  provider: (host: string) => `Sign in with ${host}`,
  orToken: 'Or sign in with a token:',
  fresh:
    'What you were about to do needs a recent sign-in, within the last 15 minutes. Sign in again, then repeat it. Nothing was changed.',
  tooMany: (seconds: string) =>
    `Too many sign-ins from your address failed. Wait ${seconds} seconds, then try again with the right token.`,
  failed: 'Sign-in failed. A link works once, within 15 minutes, and a token must be complete.',
};

/** What is wrong and the one thing to do about it. */
export const notices = {
  linkUnknown: {
    title: 'This link does not work',
    what: 'It may have been copied incompletely, or the store it belonged to was removed.',
    todo: 'Ask the person who sent you the link for a new one.',
  },
  linkExpired: {
    title: 'This link has expired',
    what: 'Links to connect a store are valid for a limited time.',
    todo: 'Ask the person who sent you the link for a new one. Nothing else is lost.',
  },
  linkEnded: {
    title: 'This link has ended',
    what: 'Links end when the store is connected, when its e-mail address changes, or when someone ends them.',
    todo: 'If you have just connected the store, there is nothing to do. Otherwise ask the person who manages it for a new link.',
  },
  storeGone: {
    title: 'This store no longer exists',
    what: 'It was removed, so there is nothing left to connect. Nothing was saved.',
    todo: 'If you expected it to be here, contact the person who sent you the link.',
  },
  callbackIncomplete: {
    title: 'Something is missing from this address',
    what: 'Amazon sends you to this page after you have given consent, with details that are missing here.',
    todo: 'Open your connect link again and follow it to the end.',
  },
  otherBrowser: {
    title: 'Please continue where you started',
    what: 'You gave consent at Amazon in another browser, or this browser does not accept cookies. Nothing has been used up.',
    todo: 'Go back to the browser you started in, or open your connect link again in this one.',
  },
  consentUnknown: {
    title: 'We do not recognize this request',
    what: 'It was not started here, or it has already been completed.',
    todo: 'Open your connect link again and follow it to the end.',
  },
  consentTooOld: {
    title: 'That took too long',
    what: 'For your security, a request is valid for half an hour only, and no longer than its link.',
    todo: 'Open your connect link again and follow it to the end.',
  },
  unavailable: {
    title: 'One moment, please',
    what: 'We cannot save this right now. Nothing is lost.',
    todo: 'This page tries again every few seconds. Leave it open.',
  },
  tooMany: {
    title: 'Too many requests',
    what: 'We received too many requests from your connection.',
    todo: 'Wait a minute and load this page again.',
  },
  malformed: {
    title: 'This address is not valid',
    what: 'It seems to be damaged.',
    todo: 'Open your link again, or request a new one.',
  },
  fault: {
    title: 'Something went wrong on our side',
    what: 'This is not your fault.',
    todo: 'Load this page again in a minute. If the problem persists, contact the person who sent you here.',
  },
  undoTooLate: {
    title: 'This can no longer be undone',
    what: 'An authorization can be undone once, within ten minutes, and only while it is in force.',
    todo: 'Ask the person who sent you the link to disconnect the store.',
  },
};

export const outcome = {
  verifying: {
    title: 'Thank you. We are checking the connection',
    what: 'You gave your consent at Amazon. We are checking with Amazon whether the connection works.',
    next: 'This page shows the result automatically. You can also close it: we will finish the connection without you.',
  },
  connected: {
    title: 'Connected',
    what: (store: string, sellerId: string) => `${store} is connected to seller ${sellerId}.`,
    until: (date: string) => `The connection is valid until ${date}.`,
    renewal: (date: string) => `From ${date} we will e-mail you to renew it.`,
    close: 'There is nothing left to do. You can close this page.',
    account: (account: string, sellerId: string) => `You connected ${account}, seller ${sellerId}.`,
    notYours: 'Is that not your account? For ten minutes you can take it back; everything is then as it was before.',
    undo: 'Not yours? Undo',
  },
  undoing: {
    title: 'One moment: we are undoing it',
    what: 'What was in force before your consent is being restored.',
    next: 'This page shows the result automatically. You can also close it: we will finish without you.',
  },
  undone: {
    title: 'Undone',
    what: (sellerId: string) =>
      `The authorization of seller ${sellerId} is no longer used, and we have destroyed our access.`,
    restored: 'The former authorization is in force again, until the same date as before.',
    first: 'The store is not connected, as before your consent.',
    atAmazon:
      'Amazon itself keeps the permission until it is removed: sign in to Seller Central as the account you used, open Apps and Services, Manage Your Apps, and remove this application.',
    atOtherAccount: (sellerId: string) =>
      `If you used another account than that of seller ${sellerId}, remove the permission there as well: sign in to Seller Central as that account, open Apps and Services, Manage Your Apps, and remove this application. Do not remove it for seller ${sellerId}: that would end the restored authorization.`,
    again: 'Connect with the right account',
  },
  refused: {
    title: 'The store could not be connected',
    kept: 'Your existing connection keeps working.',
    again: 'Try again',
    contact: 'Contact the person who sent you the link.',
  },
};
