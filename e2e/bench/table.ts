/** One figure of the bench; `budget` is the most it may be, null where nothing is promised. */
export type Figure = { name: string; measured: number; budget: number | null };

/** The figures as a table for a terminal, one row each, with whether the budget is kept. */
export function table(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, measured, budget }) => [
    name,
    measured.toFixed(1),
    budget === null ? '' : String(budget),
    budget === null ? '' : measured <= budget ? 'kept' : 'OVER',
  ]);
  const all = [['figure', 'measured', 'at most', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(...all.map((row) => row[column]?.length ?? 0)),
  );
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
