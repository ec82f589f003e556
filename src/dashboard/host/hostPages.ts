import type { EmbeddedApp } from '@salla.sa/embedded-sdk';

/** A page of ours in the host's navigation. */
interface HostPage {
  path: string;
  title: string;
  active: boolean;
}

export interface HostPages {
  /** Adds the pages, or says what has changed about them. Rejects where the host takes none. */
  offer: (pages: readonly HostPage[]) => Promise<void>;
  onChosen: (chosen: (path: string) => void) => () => void;
}

/** Salla shows an app's pages at `/embedded/app/{appId}/{route}`. */
export function createHostPages(nav: EmbeddedApp['nav'], appId: string): HostPages {
  const added = new Map<string, Promise<{ id: string }>>();

  function add({ path, title, active }: HostPage): Promise<{ id: string }> {
    const url = `/embedded/app/${appId}${path}`;
    const item = nav.addNavItem({ title, value: path, url, active });
    added.set(path, item);
    return item;
  }

  return {
    offer: async (pages) => {
      for (const page of pages) {
        const known = added.get(page.path);
        if (known === undefined) await add(page);
        else {
          const { id } = await known;
          nav.updateNavItem({ id, title: page.title, active: page.active });
        }
      }
    },
    onChosen: (chosen) => nav.onNavItemClick(({ value }) => chosen(value)),
  };
}
