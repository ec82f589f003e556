/** The app as Salla's partner portal would know it: what the proxy is configured with on the sandbox. */
export const sandboxApp = {
  id: '1000',
  name: 'Invoice Desk',
  clientId: 'sandbox',
  clientSecret: 'sandbox-secret',
  webhookSecret: 'sandbox-webhook-secret',
  /** What an install grants. */
  scope: 'orders.read_write offline_access',
} as const;

/** Where the app is reached; settable later, because its port may be known only then. */
export interface AppAddresses {
  /** Webhooks go to `/webhooks/salla` below it, sign-ins return to `/auth/callback`. No trailing slash. */
  appUrl: string;
  /** What the dashboard page frames: another site than the sandbox's. No trailing slash. */
  framedAppUrl: string;
}
