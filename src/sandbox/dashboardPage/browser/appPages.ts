import { labelButton, newButton } from './actionButton.ts';
import type { NavItemInput } from './appMessage.ts';
import { element } from './element.ts';

/** The sub-navigation that the app adds to its place in the dashboard. */
export interface AppPages {
  /** Adds an item and returns its id, which the app keeps to change or remove it; null where there is one of this value. */
  add(item: NavItemInput): string | null;
  /** Changes what is said, but no value to that of another item. */
  change(id: string, change: Partial<NavItemInput>): void;
  remove(id: string): void;
  clear(): void;
}

export function appPages(clicked: (id: string, item: NavItemInput) => void): AppPages {
  const tabs = element(document, '#app-pages', HTMLElement);
  const entries = new Map<string, { item: NavItemInput; button: HTMLButtonElement }>();
  let last = 0;

  function draw({ item, button }: { item: NavItemInput; button: HTMLButtonElement }): void {
    labelButton(button, { ...item, subTitle: null, icon: null });
    button.ariaCurrent = item.active ? 'page' : null;
    tabs.hidden = entries.size === 0;
  }

  /** One item is active at a time: that of the page that is open. */
  function activateAlone(chosen: NavItemInput): void {
    if (!chosen.active) return;
    for (const entry of entries.values()) {
      if (entry.item === chosen || !entry.item.active) continue;
      entry.item = { ...entry.item, active: false };
      draw(entry);
    }
  }

  const isTaken = (value: string | undefined, own: string | null) =>
    [...entries].some(([id, { item }]) => id !== own && item.value === value);

  const pages: AppPages = {
    add(item) {
      if (isTaken(item.value, null)) return null;
      last += 1;
      const id = `item-${last}`;
      const entry = { item, button: newButton(() => clicked(id, entry.item)) };
      entries.set(id, entry);
      draw(entry);
      activateAlone(item);
      tabs.append(entry.button);
      return id;
    },
    change(id, change) {
      const entry = entries.get(id);
      if (entry === undefined || isTaken(change.value, id)) return;
      entry.item = { ...entry.item, ...change };
      draw(entry);
      activateAlone(entry.item);
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
