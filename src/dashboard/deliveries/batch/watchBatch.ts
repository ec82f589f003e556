import type { QueryClient } from '@tanstack/react-query';
import { batchQueries } from '../../api/batchQueries.ts';
import { type DeliveryListQuery, deliveryQueries } from '../../api/deliveryQueries.ts';
import { isProblem } from '../../api/ProblemError.ts';
import {
  countsKey,
  dueErrands,
  type Errand,
  type Known,
  type ListKind,
  nextErrand,
  standsStillMs,
  waitMs,
} from './errands.ts';
import { isMoving } from './progress.ts';
import { knowledgeOf, readListPage } from './readBatch.ts';
import { readOrders } from './readOrders.ts';
import type { WantedNames } from './wantedNames.ts';
import { startWatchLoop, type WatchLoop } from './watchLoop.ts';

export interface BatchWatch {
  batchId: string;
  queryClient: QueryClient;
  /** What the table shows now; null while it is folded. */
  rowsQuery: () => DeliveryListQuery | null;
  names: WantedNames;
  /** Told after every call whether the page could be brought up to date, and whether the batch stands still. */
  onTurn: (turn: { failure: unknown; standsStill: boolean }) => void;
}

/** By then what has come is on the page, and the page knows whose names it lacks. */
const renderedMs = 50;

/**
 * Keeps a batch's page up to date: one call at a time, at most one a second, none while the tab is hidden,
 * none once all is known of a batch that has ended. Only opening the page, and what a person does on it, asks for all that is missing at once.
 */
export function watchBatch(watch: BatchWatch): WatchLoop {
  const { batchId, queryClient, names, onTurn } = watch;
  const { queryKey } = batchQueries.one(batchId);
  let last: Errand['kind'] = 'rows';
  /** Turns of which each asks for all that is missing: the lists, then the names of what is in them. */
  let atOnce = 2;
  let failures = 0;
  let changed = { state: '', at: performance.now() };

  function known(): Known | null {
    const batch = queryClient.getQueryData(queryKey);
    if (batch === undefined) return null;
    const state = `${countsKey(batch.counts)} ${isMoving(batch)}`;
    if (state !== changed.state) changed = { state, at: performance.now() };
    const rowsQuery = watch.rowsQuery();
    const rows =
      rowsQuery === null
        ? undefined
        : queryClient.getQueryState(deliveryQueries.list(rowsQuery).queryKey);
    const orders = queryClient.getQueryData(batchQueries.orders(batchId).queryKey) ?? {};
    const list = (kind: ListKind) => knowledgeOf(queryClient, batchId, kind);
    return {
      batch,
      lists: {
        unconfirmed: list('unconfirmed'),
        failed: list('failed'),
        canceled: list('canceled'),
        skipped: list('skipped'),
      },
      // Other rows fetch themselves when they are asked for.
      rows:
        rows?.data === undefined ? null : { counts: rows.data.counts, readAt: rows.dataUpdatedAt },
      missingOrders: names.missing((id) => id in orders, Date.now()),
    };
  }

  async function run(errand: Errand): Promise<void> {
    last = errand.kind;
    const about = known();
    if (errand.kind === 'batch' || about === null) {
      await queryClient.fetchQuery({ ...batchQueries.one(batchId), staleTime: 0 });
    } else if (errand.kind === 'orders') {
      // Salla may have to be asked: the counts don't wait for that.
      void readNames(errand.ids, about.batch.requestedAt.slice(0, 10));
    } else if (errand.kind === 'rows') {
      const rowsQuery = watch.rowsQuery();
      if (rowsQuery === null) return;
      await queryClient.fetchQuery({ ...deliveryQueries.list(rowsQuery), staleTime: 0 });
    } else {
      await readListPage(queryClient, about.batch, errand.kind, errand.page);
    }
  }

  async function readNames(ids: readonly number[], day: string): Promise<void> {
    names.asked(ids);
    try {
      await readOrders(queryClient, batchId, ids, day);
      names.answered(ids);
    } catch {
      names.failed(ids, Date.now());
    }
    loop.poke();
  }

  async function runWhatIsDue(): Promise<void> {
    if (queryClient.getQueryState(queryKey)?.isInvalidated) atOnce = 2;
    if (atOnce > 0) {
      if (atOnce === 2) await run({ kind: 'batch' });
      const about = known();
      if (about !== null) await Promise.all(dueErrands(about, Date.now()).map(run));
      atOnce -= 1;
      return;
    }
    const about = known();
    const errand = about === null ? null : nextErrand(about, last, Date.now());
    if (errand !== null) await run(errand);
  }

  function standsStill(): boolean {
    return performance.now() - changed.at > standsStillMs;
  }

  async function turn(): Promise<number | null> {
    let failure: unknown = null;
    try {
      await runWhatIsDue();
      failures = 0;
    } catch (error) {
      failure = error;
      failures += 1;
      if (isProblem(error, 'not_found') || isProblem(error, 'unauthenticated')) return null;
    } finally {
      onTurn({ failure, standsStill: standsStill() });
    }
    if (failures === 0 && atOnce > 0) return renderedMs;
    const about = known();
    const next = about === null ? null : nextErrand(about, 'batch', Date.now());
    if (failures === 0 && about !== null && next === null) {
      const again = names.notBefore(Date.now());
      return again === null ? null : again - Date.now();
    }
    return waitMs({
      failures,
      batch: about?.batch ?? null,
      standsStill: standsStill(),
      lacksSome: next !== null && next.kind !== 'batch',
    });
  }

  const loop = startWatchLoop(turn, () => document.visibilityState === 'visible');
  return loop;
}
