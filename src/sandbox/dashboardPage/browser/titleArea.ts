import { labelButton, newButton } from './actionButton.ts';
import type { Action, PrimaryAction } from './appMessage.ts';
import { element } from './element.ts';

/** The embedded page's head in the dashboard: its title, breadcrumbs and actions. */
export interface TitleArea {
  setTitle(title: string): void;
  showBreadcrumbs(shown: boolean): void;
  setAction(action: PrimaryAction | null): void;
  /** As before the app said anything. */
  clear(): void;
}

export function titleArea(clicked: (value: string) => void): TitleArea {
  const title = element(document, '#page-title bdi', HTMLElement);
  const crumb = element(document, '#crumb', HTMLElement);
  const breadcrumbs = element(document, '#breadcrumbs', HTMLElement);
  const actions = element(document, '#actions', HTMLElement);
  const primary = element(document, '#primary-action', HTMLButtonElement);
  const menu = element(document, '#more-actions', HTMLDetailsElement);
  const menuList = element(menu, '.menu-list', HTMLElement);
  const appName = title.textContent ?? '';
  const tabTitleEnd = document.title.slice(appName.length);

  function extendedAction(action: Action): HTMLButtonElement {
    const button = newButton(() => {
      menu.open = false;
      clicked(action.value);
    });
    labelButton(button, action);
    return button;
  }

  primary.addEventListener('click', () => clicked(primary.value));
  menu.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    menu.open = false;
    element(menu, 'summary', HTMLElement).focus();
  });
  menu.addEventListener('focusout', ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && menu.contains(relatedTarget))) menu.open = false;
  });

  const area: TitleArea = {
    setTitle(text) {
      title.textContent = text;
      crumb.textContent = text;
      document.title = `${text}${tabTitleEnd}`;
    },
    showBreadcrumbs(shown) {
      breadcrumbs.hidden = !shown;
    },
    setAction(action) {
      actions.hidden = action === null;
      if (action === null) return;
      labelButton(primary, action);
      primary.value = action.value;
      menu.hidden = action.extendedActions.length === 0;
      menuList.replaceChildren(...action.extendedActions.map(extendedAction));
    },
    clear() {
      area.setTitle(appName);
      area.showBreadcrumbs(true);
      area.setAction(null);
    },
  };
  return area;
}
