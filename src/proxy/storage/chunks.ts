/** SQLite takes a limited number of values in one statement (32,766), and Postgres 65,535. */
const valuesPerStatement = 2600;

/** The items, so many together as one statement takes. `valuesEach`: how many values an item has in the statement. */
export function inChunks<Item>(
  items: readonly Item[],
  { valuesEach = 5 }: { valuesEach?: number } = {},
): Item[][] {
  const size = Math.floor(valuesPerStatement / valuesEach);
  return Array.from({ length: Math.ceil(items.length / size) }, (_, chunk) =>
    items.slice(chunk * size, (chunk + 1) * size),
  );
}
