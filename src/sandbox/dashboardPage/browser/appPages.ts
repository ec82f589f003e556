import { labelButton, newButton } from './actionButton.ts';
import type { NavItemInput } from './appMessage.ts';
import { element } from './element.ts';

/** The sub-navigation that the app adds to its place in the dashboard. */
export interface AppPages {
  /** Adds an item and returns its id, which the app keeps to change or remove it. */
  add(item: NavItemInput): string;
  change(id: string, change: Partial<NavItemInput>): void;
  remove(id: string): void;
  clear(): void;
}

export function appPages(clicked: (id: string, item: NavItemInput) => void): AppPages {
  const tabs = element(document, '#app-pages', HTMLElement);
  const entries = new Map<string, { item: NavItemInput; button: HTMLButtonElement }>();
  let last = 0;

  function draw({ item, button }: { item: NavItemInput; button: HTMLButtonElement }): void {
    labelButton(button, { ...item, subTitle: null });
    button.ariaCurrent = item.active ? 'page' : null;
    tabs.hidden = entries.size === 0;
  }

  const pages: AppPages = {
    add(item) {
      last += 1;
      const id = `item-${last}`;
      const entry = { item, button: newButton(() => clicked(id, entry.item)) };
      entries.set(id, entry);
      draw(entry);
      tabs.append(entry.button);
      return id;
    },
    change(id, change) {
      const entry = entries.get(id);
      if (entry === undefined) return;
      entry.item = { ...entry.item, ...change };
      draw(entry);
    },
    remove(id) {
      entries.get(id)?.button.remove();
      entries.delete(id);
      tabs.hidden = entries.size === 0;
    },
    clear() {
      for (const id of entries.keys()) pages.remove(id);
    },
  };
  return pages;
}
