import type { Action } from './appMessage.ts';
import { copyOf } from './element.ts';

/** Salla's icon font is not here: the icons that an app of this kind would name are drawn, any other one as some icon. */
function drawingOf(icon: string): HTMLElement {
  const name = /add|plus/.test(icon)
    ? 'add'
    : /mail|send|envelope/.test(icon)
      ? 'mail'
      : /print/.test(icon)
        ? 'print'
        : 'other';
  const drawing = copyOf(`#action-icon-${name}`);
  drawing.dataset.icon = icon;
  return drawing;
}

/** Writes an action's words on its button; they are text, whatever the app sent. */
export function labelButton(
  button: HTMLButtonElement,
  { title, subTitle, icon, disabled }: Omit<Action, 'value'>,
): void {
  const name = document.createElement('bdi');
  name.textContent = title;
  button.replaceChildren(...(icon === null ? [] : [drawingOf(icon)]), name);
  if (subTitle !== null) {
    const second = document.createElement('small');
    second.textContent = subTitle;
    button.append(second);
  }
  button.disabled = disabled;
}

export function newButton(onClick: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.addEventListener('click', onClick);
  return button;
}
