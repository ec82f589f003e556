import {
  createRootRouteWithContext,
  createRoute,
  notFound,
  redirect,
} from '@tanstack/react-router';
import type { i18n as I18n } from 'i18next';
import { paths } from '../../contract/pagePaths.ts';
import { type LazyPart, lazyPart, loadPart } from '../host/lazyPart.tsx';
import { addWords } from '../i18n/i18n.ts';
import { InvoiceListPage } from '../invoices/list/InvoiceListPage.tsx';
import {
  readBatchSearch,
  readDeliveryListSearch,
  readInvoiceListSearch,
  readNewInvoiceSearch,
  readSignInSearch,
} from '../paths.ts';
import { CrashedPage, MissingPage } from './CrashedPage.tsx';
import { NotFoundPage } from './NotFoundPage.tsx';
import { RootLayout } from './RootLayout.tsx';
import { SignInPage } from './SignInPage.tsx';

const InvoiceCreatePage: LazyPart<object> = lazyPart({
  load: async () =>
    (await loadPart(() => import('../invoices/create/InvoiceCreatePage.tsx'))).InvoiceCreatePage,
  failed: MissingPage,
  onFailure: 'reload',
});
const InvoiceDetailPage: LazyPart<object> = lazyPart({
  load: async () =>
    (await loadPart(() => import('../invoices/detail/InvoiceDetailPage.tsx'))).InvoiceDetailPage,
  failed: MissingPage,
  onFailure: 'reload',
});
const DeliveriesPage: LazyPart<object> = lazyPart({
  load: async () =>
    (await loadPart(() => import('../deliveries/record/DeliveriesPage.tsx'))).DeliveriesPage,
  failed: MissingPage,
  onFailure: 'reload',
});
const BatchPage: LazyPart<object> = lazyPart({
  load: async () => (await loadPart(() => import('../deliveries/batch/BatchPage.tsx'))).BatchPage,
  failed: MissingPage,
  onFailure: 'reload',
});

const root = createRootRouteWithContext<{ i18n: I18n }>()({
  component: RootLayout,
  notFoundComponent: NotFoundPage,
  errorComponent: CrashedPage,
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: paths.invoices, replace: true });
  },
});

const invoices = createRoute({
  getParentRoute: () => root,
  path: paths.invoices,
  validateSearch: readInvoiceListSearch,
  // The first view is not lazy: its code comes with the start.
  component: InvoiceListPage,
});

const newInvoice = createRoute({
  getParentRoute: () => root,
  path: paths.newInvoice,
  validateSearch: readNewInvoiceSearch,
  loader: ({ context }) => addWords(context.i18n, 'create'),
  component: InvoiceCreatePage,
});

const invoice = createRoute({
  getParentRoute: () => root,
  path: paths.invoice,
  params: {
    parse: ({ invoiceId }) => {
      if (!/^[1-9]\d{0,14}$/.test(invoiceId)) throw notFound();
      return { invoiceId: Number(invoiceId) };
    },
    stringify: ({ invoiceId }) => ({ invoiceId: String(invoiceId) }),
  },
  component: InvoiceDetailPage,
});

const deliveries = createRoute({
  getParentRoute: () => root,
  path: paths.deliveries,
  validateSearch: readDeliveryListSearch,
  // It says how far the batches are that go out now.
  loader: ({ context }) => addWords(context.i18n, 'batches'),
  component: DeliveriesPage,
});

const batch = createRoute({
  getParentRoute: () => root,
  path: paths.batch,
  validateSearch: readBatchSearch,
  loader: ({ context }) => addWords(context.i18n, 'batches'),
  component: BatchPage,
});

const signIn = createRoute({
  getParentRoute: () => root,
  path: paths.signIn,
  validateSearch: readSignInSearch,
  component: SignInPage,
});

/** The whole site map. */
export const routeTree = root.addChildren([
  home,
  invoices,
  newInvoice,
  invoice,
  deliveries,
  batch,
  signIn,
]);
