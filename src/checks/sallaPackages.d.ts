/** What the checks use of Salla's own packages, which have no types. */
declare module '@salla.sa/passport-strategy/src/strategy.js' {
  interface Options {
    clientID: string;
    clientSecret: string;
    callbackURL: string;
    authorizationURL: string;
    tokenURL: string;
    userProfileURL: string;
  }

  interface PassportRequest {
    query: Record<string, string>;
    session: object;
  }

  /** A strategy as Passport runs it: the outcome is one of the four calls that Passport puts on it. */
  export default class Strategy {
    constructor(
      options: Options,
      verify: (
        accessToken: string,
        refreshToken: string,
        expiresIn: number,
        profile: unknown,
        done: (error: Error | null, user?: unknown) => void,
      ) => void,
    );
    authenticate(request: PassportRequest): void;
    redirect: (url: string) => void;
    success: (user: unknown) => void;
    fail: (challenge: unknown) => void;
    error: (error: unknown) => void;
    _oauth2: {
      getOAuthAccessToken(
        code: string,
        parameters: { grant_type: 'refresh_token' },
        done: (error: unknown, accessToken: string, refreshToken: string) => void,
      ): void;
    };
  }
}

declare module '@salla.sa/webhooks-actions' {
  interface Actions {
    setSecret(secret: string): void;
    on(event: string, listener: (body: unknown) => void): void;
    removeLastListener(event: string): void;
    checkActions(body: unknown, authorization: string | undefined): void;
  }
  const actions: Actions;
  export default actions;
}
