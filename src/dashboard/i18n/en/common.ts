/** Words that every page needs. */
export const common = {
  product: 'Invoice Desk',
  navigation: { label: 'Pages', invoices: 'Invoices', deliveries: 'Resends' },
  skipToContent: 'Skip to content',
  settings: {
    language: 'العربية',
    theme: 'Theme',
    themes: { system: 'Same as device', light: 'Light', dark: 'Dark' },
    signOut: 'Sign out',
    signOutFailed: 'Sign-out failed. Try again.',
    shortcuts: 'Keyboard shortcuts',
  },
  actions: {
    tryAgain: 'Try again',
    cancel: 'Cancel',
    close: 'Close',
    confirm: 'Confirm',
    dismiss: 'Dismiss',
    toInvoices: 'Go to invoices',
    reload: 'Reload the page',
    install: 'Open the app’s page in Salla',
    leave: 'Back to Salla',
  },
  loading: 'Loading…',
  slow: 'Salla is taking longer than usual. This page fills as soon as it answers.',
  support: {
    code: 'Support code',
    copy: 'Copy the whole request id',
    copied: 'Copied',
  },
  pagination: {
    label: 'Pages of the list',
    previous: 'Previous page',
    next: 'Next page',
    range: '{{from}} to {{to}} of {{total}}',
    perPage: 'Rows per page',
  },
  money: { riyal: 'SAR', unknown: 'Not known' },
  missing: '—',
  missingLabel: 'Not known',
  relative: { now: 'just now' },
  signIn: {
    title: 'Sign in',
    sentence: 'Find an order’s invoice and send it to the customer again.',
    button: 'Sign in with Salla',
    failed: 'Sign-in failed. Nothing was changed; try again.',
    ended: 'You were signed out. Sign in to continue where you left off.',
  },
  notFound: {
    title: 'Page not found',
    sentence: 'The address may be mistyped, or the page no longer exists.',
  },
  crashed: {
    title: 'This page stopped working',
    sentence: 'Something went wrong here, not in your store. Reload the page to continue.',
  },
  missingPage: {
    title: 'This page could not be loaded',
    sentence:
      'There may be a newer version, or the connection was lost. Reload the page to continue.',
  },
  missingPart: {
    pressed:
      'A part of this page could not be loaded. There may be a newer version: reload the page to continue.',
  },
  pressAgain: 'The page had to be reloaded. Press once more what you had just pressed.',
  offline: 'You are offline. What you see may be old; it refreshes when the connection is back.',
  stale: 'This could not be refreshed; it may be out of date.',
  asOfSeconds_one: 'As of {{count}} second ago, because this store is very busy.',
  asOfSeconds_other: 'As of {{count}} seconds ago, because this store is very busy.',
  asOfMinutes_one: 'As of {{count}} minute ago, because this store was very busy.',
  asOfMinutes_other: 'As of {{count}} minutes ago, because this store was very busy.',
  staleBecause: '{{reason}}. What you see may be out of date.',
  keptOld:
    'What you asked for could not be loaded ({{reason}}). This is the list as it was before.',
  host: {
    silentTitle: 'Salla’s dashboard did not answer',
    silentSentence:
      'This page runs inside Salla’s dashboard and waited 10 seconds for it. Open it again from your Salla dashboard.',
    refusedTitle: 'Salla’s sign-in was not accepted',
    refusedSentence:
      'Salla gave this page a new session and it was refused again. Open the app again from your Salla dashboard; if that doesn’t help, give support the code below.',
  },
  problems: {
    offline: { title: 'No connection', advice: 'Check the internet connection, then try again.' },
    unreachable: {
      title: 'Invoice Desk is not answering',
      advice: 'Your internet connection is there. Try again in a moment.',
    },
    refused_read: {
      title: 'Salla did not accept this request',
      advice:
        'Try again, or clear the filters. If it keeps happening, give support the code below.',
    },
    bad_request: {
      title: 'This link is not valid',
      advice: 'Clear the filters and try again.',
    },
    unauthenticated: { title: 'Your session has ended', advice: 'Sign in again to continue.' },
    token_rejected: {
      title: 'Salla’s sign-in was not accepted',
      advice: 'Open the app again from your Salla dashboard.',
    },
    store_not_connected: {
      title: 'This store is not connected',
      advice: 'Install Invoice Desk from the Salla app store, then open it again.',
    },
    missing_scope: {
      title: 'Invoice Desk has no permission to see this store’s orders',
      advice: 'Ask the store’s owner to allow the app to read and change orders.',
    },
    forbidden: {
      title: 'Salla does not allow this',
      advice: 'Ask the store’s owner for permission to see orders.',
    },
    not_found: { title: 'Not found', advice: 'It may have been deleted in Salla.' },
    conflict: {
      title: 'This has changed in the meantime',
      advice: 'Reload it to see how it is now.',
    },
    reconnect_store: {
      title: 'The connection to Salla has ended',
      advice: 'Open Invoice Desk from the Salla app store and allow it again.',
    },
    too_large: { title: 'This is too large', advice: 'Send less at a time.' },
    unsupported_media_type: { title: 'This type of file is not accepted', advice: 'Use a PDF.' },
    rate_limited: {
      title: 'Too many requests right now',
      advice: 'Wait a moment, then try again.',
    },
    salla_asks: {
      title: 'Salla asked us to wait',
      advice: 'Salla takes only so many requests of a store in a minute.',
    },
    salla_blocks: {
      title: 'Salla is blocking the app for a moment',
      advice: 'Salla refuses the app’s requests for a while. Nothing is wrong with your store.',
    },
    store_busy: {
      title: 'This store is very busy right now',
      advice: 'Many people or programs are using it at once.',
    },
    uploads_busy: {
      title: 'Many files are being uploaded right now',
      advice: 'Yours was not sent. Try again in a moment.',
    },
    internal: {
      title: 'Something went wrong on our side',
      advice: 'Try again. If it keeps happening, give support the code below.',
    },
    salla_unavailable: {
      title: 'Salla is not answering',
      advice: 'Nothing is wrong with your store. Try again in a moment.',
    },
    salla_timeout: { title: 'Salla took too long to answer', advice: 'Try again in a moment.' },
  },
  retryIn_zero: 'You can try again now.',
  retryIn_one: 'Try again in {{count}} second.',
  retryIn_other: 'Try again in {{count}} seconds.',
  retriesIn_zero: 'Trying again…',
  retriesIn_one: 'Trying again automatically in {{count}} second.',
  retriesIn_other: 'Trying again automatically in {{count}} seconds.',
  shortcuts: {
    title: 'Keyboard shortcuts',
    help: 'This list',
    search: 'Search',
    next: 'Next row',
    previous: 'Previous row',
    select: 'Select the row',
    selectRange: 'Select up to this row',
    clear: 'Clear the selection',
    resend: 'Resend',
    create: 'New invoice',
  },
} as const;
