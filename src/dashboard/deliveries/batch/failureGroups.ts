import type { Delivery } from '../../../contract/delivery.ts';

/** Why they failed, as their group is named: a reason, or that a person decided it of an unconfirmed one. */
type FailureKind = NonNullable<Delivery['reason']> | 'unconfirmed' | 'unknown';

export interface FailureGroup {
  kind: FailureKind;
  /** In the order that they came in. */
  deliveries: Delivery[];
}

/** Failed ones by reason, the reason with most of them first. */
export function failureGroups(deliveries: readonly Delivery[]): FailureGroup[] {
  const groups = new Map<FailureKind, Delivery[]>();
  for (const delivery of deliveries) {
    const kind = delivery.resolvedBy === null ? (delivery.reason ?? 'unknown') : 'unconfirmed';
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [delivery]);
    else group.push(delivery);
  }
  return [...groups]
    .map(([kind, failed]) => ({ kind, deliveries: failed }))
    .sort((a, b) => b.deliveries.length - a.deliveries.length);
}
