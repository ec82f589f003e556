/**
 * The key as a latin letter or `/`, by its place where the layout has other letters (Arabic), so that
 * the keys are the same ones on every keyboard; null with a modifier or for any other key.
 */
export function letterOf(event: KeyboardEvent): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  if (/^[a-z/]$/i.test(event.key)) return event.key.toLowerCase();
  // Latin punctuation is what the key says: only letters of another script go by their place.
  if (!/^\p{L}$/u.test(event.key)) return null;
  if (event.code === 'Slash') return '/';
  return /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase() ?? null;
}

/** Whether the key goes into a field, or into a dialog that lies over the page. */
export function typesText({ target }: KeyboardEvent): boolean {
  if (document.querySelector('[aria-modal="true"], dialog[open]') !== null) return true;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input:not([type="checkbox"]), textarea, select'))
  );
}
