import type { Action } from './appMessage.ts';

/** Writes an action's words on its button; they are text, whatever the app sent. */
export function labelButton(
  button: HTMLButtonElement,
  { title, subTitle, disabled }: Pick<Action, 'title' | 'subTitle' | 'disabled'>,
): void {
  const name = document.createElement('bdi');
  name.textContent = title;
  button.replaceChildren(name);
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
