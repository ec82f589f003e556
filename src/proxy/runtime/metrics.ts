import { Counter, Histogram, Registry } from 'prom-client';

/** What is counted for Prometheus. Labels never hold an id, an address or a query. */
export interface Metrics {
  answered(route: string, method: string, status: number, seconds: number): void;
  delivered(state: string): void;
  text(): Promise<string>;
  contentType: string;
}

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const requests = new Histogram({
    name: 'invoice_desk_http_request_seconds',
    help: 'Time to answer a request, by route pattern, method and status.',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const deliveries = new Counter({
    name: 'invoice_desk_delivery_attempts_total',
    help: 'Calls to Salla that send an invoice, by the state that they left the delivery in.',
    labelNames: ['state'],
    registers,
  });
  return {
    answered: (route, method, status, seconds) =>
      requests.observe({ route, method, status }, seconds),
    delivered: (state) => deliveries.inc({ state }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
