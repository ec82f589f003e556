/** Copies text for pasting elsewhere; false where the browser doesn't let us, as in frames without that permission. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
