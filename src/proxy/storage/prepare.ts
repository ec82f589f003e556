import { type Compilable, type CompiledQuery, type RawBuilder, sql } from 'kysely';
import type { Database } from './database.ts';

/** Stands in a query for what `read` takes out of the values that it is run with. */
export type Given<Values> = <T>(read: (values: Values) => T) => RawBuilder<T>;

/**
 * A query that every request runs: built and compiled once, then run with other values each time, for building
 * one costs several times what the database needs to answer it.
 */
export function prepare<Values, Row>(
  build: (database: Database, given: Given<Values>) => Compilable<Row>,
): (database: Database, values: Values) => Promise<Row[]> {
  const prepared = new WeakMap<Database, (values: Values) => CompiledQuery<Row>>();
  return async (database, values) => {
    const known = prepared.get(database);
    const fill = known ?? compile(database, build);
    if (known === undefined) prepared.set(database, fill);
    return (await database.executeQuery(fill(values))).rows;
  };
}

function compile<Values, Row>(
  database: Database,
  build: (database: Database, given: Given<Values>) => Compilable<Row>,
): (values: Values) => CompiledQuery<Row> {
  const readers = new Map<unknown, (values: Values) => unknown>();
  const compiled = build(database, (read) => {
    const place = {};
    readers.set(place, read);
    return sql`${place}`;
  }).compile();
  const reads = compiled.parameters.map((value) => readers.get(value) ?? (() => value));
  return (values) => ({ ...compiled, parameters: reads.map((read) => read(values)) });
}
