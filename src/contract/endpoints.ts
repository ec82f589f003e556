/** Every path of the proxy's API, once. Ids are Salla's integers; query values are left out when undefined. */

type QueryValue = string | number | boolean | undefined;

function withQuery(path: string, query: Readonly<Record<string, QueryValue>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

export const endpoints = {
  session: () => '/api/session',
  store: () => '/api/store',
  login: (returnTo: string) => withQuery('/auth/login', { returnTo }),
  invoices: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/api/invoices', query),
  invoice: (invoiceId: number) => `/api/invoices/${invoiceId}`,
  orders: (query: Readonly<Record<string, QueryValue>> = {}) => withQuery('/api/orders', query),
  order: (orderId: number) => `/api/orders/${orderId}`,
  printOrder: (orderId: number) => `/api/orders/${orderId}/print`,
  deliveries: (query: Readonly<Record<string, QueryValue>> = {}) =>
    withQuery('/api/deliveries', query),
  delivery: (deliveryId: string) => `/api/deliveries/${deliveryId}`,
  retryDelivery: (deliveryId: string) => `/api/deliveries/${deliveryId}/retry`,
  cancelDelivery: (deliveryId: string) => `/api/deliveries/${deliveryId}/cancel`,
  resolveDelivery: (deliveryId: string) => `/api/deliveries/${deliveryId}/resolve`,
  previewDeliveries: () => '/api/deliveries/preview',
  batches: (query: Readonly<Record<string, QueryValue>> = {}) =>
    withQuery('/api/deliveries/batches', query),
  batch: (batchId: string) => `/api/deliveries/batches/${batchId}`,
  skippedOfBatch: (batchId: string, query: Readonly<Record<string, QueryValue>> = {}) =>
    withQuery(`/api/deliveries/batches/${batchId}/skipped`, query),
  cancelBatch: (batchId: string) => `/api/deliveries/batches/${batchId}/cancel`,
  pauseBatch: (batchId: string) => `/api/deliveries/batches/${batchId}/pause`,
  resumeBatch: (batchId: string) => `/api/deliveries/batches/${batchId}/resume`,
  retryBatch: (batchId: string) => `/api/deliveries/batches/${batchId}/retry`,
  resolveBatch: (batchId: string) => `/api/deliveries/batches/${batchId}/resolve`,
  batchCsv: (batchId: string) => `/api/deliveries/batches/${batchId}.csv`,
} as const;
