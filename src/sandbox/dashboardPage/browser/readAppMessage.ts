import {
  type Action,
  type AppMessage,
  type NavItemInput,
  type PrimaryAction,
  type Question,
  type Toast,
  toastTypes,
  variants,
} from './appMessage.ts';
import { type Fields, flag, isFields, oneOf, text } from './fields.ts';

const prefix = 'embedded::';

function readAction(value: unknown): Action | null {
  if (!isFields(value)) return null;
  const title = text(value, 'title');
  const answer = text(value, 'value');
  if (title === null || answer === null) return null;
  return {
    title,
    value: answer,
    subTitle: text(value, 'subTitle'),
    icon: text(value, 'icon'),
    disabled: flag(value, 'disabled'),
  };
}

function readPrimaryAction(payload: Fields): PrimaryAction | null {
  const action = readAction(payload);
  if (action === null) return null;
  const extended = Array.isArray(payload.extendedActions) ? payload.extendedActions : [];
  const extendedActions = extended.map(readAction).filter((one) => one !== null);
  return { ...action, extendedActions };
}

function readNavItem(value: unknown): NavItemInput | null {
  if (!isFields(value)) return null;
  const title = text(value, 'title');
  const answer = text(value, 'value');
  const url = text(value, 'url');
  if (title === null || answer === null || url === null) return null;
  return {
    title,
    value: answer,
    url,
    disabled: flag(value, 'disabled'),
    active: flag(value, 'active'),
  };
}

/** Only the fields that were sent change: a patch must not enable what it does not speak of. */
function readNavChange(item: Fields): Partial<NavItemInput> {
  const change: Partial<NavItemInput> = {};
  for (const name of ['title', 'value', 'url'] as const) {
    const value = text(item, name);
    if (value !== null) change[name] = value;
  }
  for (const name of ['disabled', 'active'] as const) {
    if (typeof item[name] === 'boolean') change[name] = flag(item, name);
  }
  return change;
}

function readToast(payload: Fields): Toast | null {
  const type = oneOf(payload, 'type', toastTypes);
  const message = text(payload, 'message');
  if (type === null || message === null) return null;
  const { duration } = payload;
  const stays = typeof duration === 'number' && duration >= 0 ? duration : null;
  return { type, message, duration: stays };
}

function readQuestion(payload: Fields): Question | null {
  const title = text(payload, 'title');
  const message = text(payload, 'message');
  if (title === null || message === null) return null;
  return {
    title,
    message,
    confirmText: text(payload, 'confirmText') ?? 'Confirm',
    cancelText: text(payload, 'cancelText') ?? 'Cancel',
    variant: oneOf(payload, 'variant', variants) ?? 'info',
  };
}

/** Addresses that a browser window may be sent to: never `javascript:` or `data:`. */
function readWebAddress(payload: Fields): string | null {
  const url = text(payload, 'url');
  if (url === null || !URL.canParse(url)) return null;
  return ['http:', 'https:'].includes(new URL(url).protocol) ? url : null;
}

function readPayload(event: string, payload: Fields, requestId: string | null): AppMessage | null {
  switch (event) {
    case 'iframe.ready':
    case 'ready':
    case 'destroy':
    case 'auth.refresh':
    case 'nav.clearAction':
    case 'checkout.resetCache':
      return { event };
    case 'page.setTitle': {
      const title = text(payload, 'title');
      return title === null ? null : { event, title };
    }
    case 'page.navigate': {
      const path = text(payload, 'path');
      return path === null ? null : { event, path, replace: flag(payload, 'replace') };
    }
    case 'page.redirect': {
      const url = readWebAddress(payload);
      return url === null ? null : { event, url };
    }
    case 'nav.setAction': {
      const action = readPrimaryAction(payload);
      return action === null ? null : { event, action };
    }
    case 'nav.addItem': {
      const item = readNavItem(payload.item);
      return item === null || requestId === null ? null : { event, requestId, item };
    }
    case 'nav.updateItem': {
      if (!isFields(payload.item)) return null;
      const id = text(payload.item, 'id');
      return id === null ? null : { event, id, change: readNavChange(payload.item) };
    }
    case 'nav.removeItem': {
      const id = text(payload, 'id');
      return id === null ? null : { event, id };
    }
    case 'ui.toast': {
      const toast = readToast(payload);
      return toast === null ? null : { event, toast };
    }
    case 'ui.loading':
    case 'ui.breadcrumbs': {
      const action = oneOf(payload, 'action', ['show', 'hide']);
      return action === null ? null : { event, shown: action === 'show' };
    }
    case 'ui.confirm': {
      const question = readQuestion(payload);
      return question === null || requestId === null ? null : { event, requestId, question };
    }
    case 'checkout.getAddons':
      return requestId === null ? null : { event, requestId };
    case 'checkout.create':
      return requestId === null || !Array.isArray(payload.items)
        ? null
        : { event, requestId, context: payload.context };
    default:
      return null;
  }
}

/** Reads a message of the embedded SDK; null for anything that the dashboard does not understand or trust. */
export function readAppMessage(data: unknown): AppMessage | null {
  if (!isFields(data) || data.source !== 'embedded-app') return null;
  const event = text(data, 'event');
  if (!event?.startsWith(prefix) || !isFields(data.payload)) return null;
  return readPayload(event.slice(prefix.length), data.payload, text(data, 'requestId'));
}
