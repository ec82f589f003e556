/** A tab of ours that waits for the address it is for. */
export interface OpenedTab {
  go: (address: string) => void;
  close: () => void;
}

/**
 * Opens a tab, which browsers allow in a press alone, before the address is known; it says `words` meanwhile. Null where the browser
 * allows none.
 */
export function openTab(words: string): OpenedTab | null {
  const tab = window.open('', '_blank');
  if (tab === null) return null;
  // What is shown there later gets no hold of this page.
  tab.opener = null;
  const { document: page } = tab;
  page.body.dir = 'auto';
  page.body.textContent = words;
  return {
    go: (address) => {
      // The tab goes there by itself: a sandboxed frame may not send a tab anywhere that has no opener.
      const link = page.createElement('a');
      link.href = address;
      link.rel = 'noreferrer';
      link.textContent = address;
      page.body.dir = 'ltr';
      page.body.replaceChildren(link);
      link.click();
    },
    close: () => tab.close(),
  };
}
