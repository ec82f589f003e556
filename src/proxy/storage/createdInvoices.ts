import { maximumPageSize } from '../../contract/limits.ts';
import type { Database } from './database.ts';
import { deliveriesKeptMs } from './deleteOldDeliveries.ts';
import { type Given, prepare } from './prepare.ts';

/** What is known first counts: a repeat changes nothing. A store that isn't known has nothing noted. `at` in epoch ms. */
export async function insertCreatedInvoice(
  database: Database,
  storeId: number,
  invoiceId: number,
  at: number,
): Promise<void> {
  await database
    .insertInto('created_invoices')
    .columns(['store_id', 'invoice_id', 'created_at'])
    .expression(({ selectFrom, cast, val }) =>
      selectFrom('stores')
        .select([
          'id',
          cast<number>(val(invoiceId), 'bigint').as('invoice_id'),
          cast<number>(val(at), 'bigint').as('created_at'),
        ])
        .where('id', '=', storeId),
    )
    .onConflict((conflict) => conflict.columns(['store_id', 'invoice_id']).doNothing())
    .execute();
}

/** Removes what is older than any delivery that is kept. `now` in epoch ms. */
export async function deleteOldCreatedInvoices(database: Database, now: number): Promise<void> {
  await database
    .deleteFrom('created_invoices')
    .where('created_at', '<', now - deliveriesKeptMs)
    .execute();
}

interface InvoicesOfPage {
  storeId: number;
  invoiceIds: readonly number[];
}

/** Fills up a page: Salla's ids are positive. */
const noInvoice = 0;

const createdOfPage = prepare((database, given: Given<InvoicesOfPage>) =>
  database
    .selectFrom('created_invoices')
    .select(['invoice_id', 'created_at'])
    .where(
      'store_id',
      '=',
      given(({ storeId }) => storeId),
    )
    .where(
      'invoice_id',
      'in',
      Array.from({ length: maximumPageSize }, (_, at) =>
        given(({ invoiceIds }) => invoiceIds[at] ?? noInvoice),
      ),
    ),
);

/** When these invoices (at most a page of them) were created, in epoch ms, as far as it is known. */
export async function findCreatedAt(
  database: Database,
  storeId: number,
  invoiceIds: readonly number[],
): Promise<Map<number, number>> {
  const rows = await createdOfPage(database, { storeId, invoiceIds });
  return new Map(rows.map((row) => [row.invoice_id, row.created_at]));
}
