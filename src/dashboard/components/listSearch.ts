type SearchChanges<Search> = { [Key in keyof Search]?: Search[Key] | undefined };

/** What a list shows, kept in the address. */
export interface ListSearch<Search> {
  search: Search;
  /** `undefined` removes a parameter. Any change but one of `page` itself goes back to the first page. */
  change: (changes: SearchChanges<Search>) => void;
}

/**
 * A list's search parameters with their changes, `navigate` gets the next ones.
 *
 *     const search = useSearch({ from: paths.invoices });
 *     return toListSearch(search, parse, (next) => void navigate({ to: paths.invoices, search: next }));
 */
export function toListSearch<Search extends { page?: number }>(
  search: Search,
  parse: (raw: Readonly<Record<string, unknown>>) => Search,
  navigate: (next: Search) => void,
): ListSearch<Search> {
  return {
    search,
    change: (changes) => navigate(parse({ ...search, page: undefined, ...changes })),
  };
}
