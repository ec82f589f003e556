import { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { maximumPdfBytes } from '../contract/createInvoice.ts';
import type { Dependencies } from './dependencies.ts';
import { createCookie } from './http/cookies.ts';
import { ProblemError } from './http/ProblemError.ts';
import { maximumFormBytes } from './http/parseMultipart.ts';
import { requestContext } from './http/requestContext.ts';
import type { RequestEnv } from './http/requestEnv.ts';
import { toProblemResponse } from './http/toProblem.ts';
import { limitUploads } from './http/uploadLimiter.ts';
import { createInvoiceOrders } from './invoices/invoiceOrders.ts';
import { createMissCache } from './invoices/missCache.ts';
import { batchRoutes } from './routes/batches.ts';
import { createInvoiceRoutes } from './routes/createInvoice.ts';
import { createDashboard } from './routes/dashboard.ts';
import { deliveryRoutes } from './routes/deliveries.ts';
import { invoiceRoutes } from './routes/invoices.ts';
import { operationRoutes } from './routes/operation.ts';
import { orderRoutes } from './routes/orders.ts';
import { sessionRoutes } from './routes/session.ts';
import { signInRoutes } from './routes/signIn.ts';
import { storeRoutes } from './routes/store.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { SallaFailure } from './salla/client/failure.ts';
import { requireSession } from './sessions/authenticate.ts';
import type { Session } from './sessions/session.ts';

/** Of the largest; whatever is sent, no more memory goes to files than these take. */
const filesAtOnce = 8;

/** The proxy as a function: the dashboard's pages, its API, sign-in, Salla's webhooks. Answers every request, whatever it is. */
export function createApp(parts: Dependencies): {
  fetch(request: Request): Promise<Response>;
} {
  const { log, publicUrl } = parts;
  const own = {
    ...parts,
    invoiceOrders: createInvoiceOrders(),
    soughtInVain: createMissCache(parts.now),
    sessionCookie: createCookie('session', publicUrl),
    signInCookie: createCookie('sign_in', publicUrl),
  };
  const dashboard = createDashboard(own);
  const mostFormBytes = maximumFormBytes(maximumPdfBytes);
  const app = new Hono<RequestEnv>();

  app.use(requestContext(parts));
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (context, methods) => {
        const headers = { Allow: methods.join(', ') };
        const details = { status: 405, detail: 'method_not_allowed', headers } as const;
        return toProblemResponse(new ProblemError('bad_request', details), context.var);
      },
    }),
  );
  for (const resource of ['store', 'invoices', 'orders', 'deliveries']) {
    app.use(`/api/${resource}/*`, requireSession(own));
  }
  app.use('/api/invoices', limitUploads(filesAtOnce * mostFormBytes, mostFormBytes));
  app.route('/api/session', sessionRoutes(own));
  app.route('/api/store', storeRoutes(own));
  app.route('/api/invoices', invoiceRoutes(own));
  app.route('/api/invoices', createInvoiceRoutes(own));
  app.route('/api/orders', orderRoutes(own));
  app.route('/api/deliveries', batchRoutes(own));
  app.route('/api/deliveries', deliveryRoutes(own));
  app.route('/auth', signInRoutes(own));
  app.route('/webhooks', webhookRoutes(own));
  app.route('/', operationRoutes(own));

  async function hasEnded(session: Session): Promise<boolean> {
    try {
      return !(await own.sessions.isOpen(session.id));
    } catch {
      // The database is what fails, and the failure that is looked into says so already.
      return false;
    }
  }

  app.notFound((context) => {
    if (!/^\/(api|webhooks)(\/|$)/.test(context.req.path)) return dashboard(context);
    return toProblemResponse(new ProblemError('not_found'), context.var);
  });
  app.onError(async (error, context) => {
    if (error instanceof ProblemError || error instanceof SallaFailure) {
      return toProblemResponse(error, context.var);
    }
    const { session, requestId } = context.var;
    // A store that is uninstalled while one of its requests is under way takes the ground from under it.
    if (session !== undefined && (await hasEnded(session))) {
      return toProblemResponse(new ProblemError('unauthenticated'), context.var);
    }
    log.error({ requestId, err: error }, 'a request failed unexpectedly');
    return toProblemResponse(error, context.var);
  });
  return { fetch: async (request) => app.fetch(request) };
}
