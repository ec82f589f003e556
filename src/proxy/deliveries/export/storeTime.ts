/** Riyadh is at UTC+3 all year. */
const riyadhMs = 3 * 60 * 60 * 1000;

/** An instant (epoch ms) as people in the store read it: `2026-03-10 12:00:00`, in store time. */
export function storeTime(at: number): string {
  return new Date(at + riyadhMs).toISOString().slice(0, 19).replace('T', ' ');
}

/** The day of an instant in store time: `2026-03-10`. */
export function storeDay(at: number): string {
  return storeTime(at).slice(0, 10);
}
