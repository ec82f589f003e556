import type { Delivery } from '../../../contract/delivery.ts';

/** Why they failed, as their group is named: a reason, or that a person decided it of an unconfirmed one. */
type FailureKind = NonNullable<Delivery['reason']> | 'unconfirmed' | 'unknown';

export interface FailureGroup {
  kind: FailureKind;
  /** Not sent anew yet, first; each in the order that they came in. */
  deliveries: Delivery[];
  /** How many of them wait to be sent anew. */
  open: number;
}

/** The failed ones by reason, the reason with most of them first. */
export function failureGroups(deliveries: readonly Delivery[]): FailureGroup[] {
  const groups = new Map<FailureKind, Delivery[]>();
  for (const delivery of deliveries) {
    if (delivery.state !== 'failed') continue;
    const kind = delivery.resolvedBy === null ? (delivery.reason ?? 'unknown') : 'unconfirmed';
    const group = groups.get(kind);
    if (group === undefined) groups.set(kind, [delivery]);
    else group.push(delivery);
  }
  return [...groups]
    .map(([kind, failed]) => {
      const open = failed.filter(isOpen);
      const anew = failed.filter((delivery) => !isOpen(delivery));
      return { kind, deliveries: [...open, ...anew], open: open.length };
    })
    .sort((a, b) => b.deliveries.length - a.deliveries.length);
}

/** Failed, and nobody has sent it anew. */
export function isOpen({ state, followedBy }: Delivery): boolean {
  return state === 'failed' && followedBy === null;
}
