import { describe, expect, test } from 'vitest';
import { readAppMessage } from './readAppMessage.ts';

function message(event: string, payload: unknown = {}, requestId?: string): unknown {
  return { event: `embedded::${event}`, payload, timestamp: 1, source: 'embedded-app', requestId };
}

test.each(['iframe.ready', 'ready', 'destroy', 'auth.refresh', 'nav.clearAction'])(
  'understands %s, which carries nothing that is used',
  (event) => {
    expect(readAppMessage(message(event, { height: 900 }))).toEqual({ event });
  },
);

describe('does not listen to', () => {
  test.each([
    ['nothing', null],
    ['a text', 'embedded::ready'],
    ['a list', [message('ready')]],
    ['another speaker', { event: 'embedded::ready', payload: {}, source: 'merchant-dashboard' }],
    ['an event without the prefix', { event: 'ready', payload: {}, source: 'embedded-app' }],
    ['an event it never heard of', message('page.explode')],
    ['the name of an object’s own parts', message('constructor')],
    ['a message without a payload', { event: 'embedded::ready', source: 'embedded-app' }],
    ['a title that is no text', message('page.setTitle', { title: { toString: 'x' } })],
    ['a blank title', message('page.setTitle', { title: '  ' })],
    ['a toast of an unknown kind', message('ui.toast', { type: 'fatal', message: 'x' })],
    ['a question that nobody waits for', message('ui.confirm', { title: 'a', message: 'b' })],
    ['a loading that neither shows nor hides', message('ui.loading', { action: 'toggle' })],
  ])('%s', (_, data) => {
    expect(readAppMessage(data)).toBeNull();
  });
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', '/orders', ''])(
  'does not send the window to %s',
  (url) => {
    expect(readAppMessage(message('page.redirect', { url }))).toBeNull();
  },
);

test('sends the window to addresses of the web', () => {
  const url = 'https://s.salla.sa/orders/order/1';
  expect(readAppMessage(message('page.redirect', { url }))).toEqual({
    event: 'page.redirect',
    url,
  });
});

test('takes the primary action with those of its further actions that make sense', () => {
  const payload = {
    title: 'New',
    value: 'new',
    icon: 'sicon-plus',
    extendedActions: [{ title: 'Export', value: 'csv', disabled: true }, { title: 'Nameless' }, 7],
  };
  expect(readAppMessage(message('nav.setAction', payload))).toEqual({
    event: 'nav.setAction',
    action: {
      title: 'New',
      value: 'new',
      subTitle: null,
      icon: 'sicon-plus',
      disabled: false,
      extendedActions: [
        { title: 'Export', value: 'csv', subTitle: null, icon: null, disabled: true },
      ],
    },
  });
});

test('takes a checkout that waits for an answer, with what it is to be given back', () => {
  expect(readAppMessage(message('checkout.getAddons', {}, 'req_1'))).toEqual({
    event: 'checkout.getAddons',
    requestId: 'req_1',
  });
  const order = { items: [{ type: 'addon', slug: 'x', quantity: 1 }], context: { from: '/' } };
  expect(readAppMessage(message('checkout.create', order, 'req_2'))).toEqual({
    event: 'checkout.create',
    requestId: 'req_2',
    context: { from: '/' },
  });
  expect(readAppMessage(message('checkout.create', order))).toBeNull();
  expect(readAppMessage(message('checkout.resetCache'))).toEqual({ event: 'checkout.resetCache' });
});

test('a change to a sub-navigation item touches only what it names', () => {
  const change = { item: { id: 'item-1', title: 'Reports', disabled: false, url: 5 } };
  expect(readAppMessage(message('nav.updateItem', change))).toEqual({
    event: 'nav.updateItem',
    id: 'item-1',
    change: { title: 'Reports', disabled: false },
  });
});

test('a question of unknown weight is asked as a mild one', () => {
  const question = { title: 'Sure?', message: 'Really?', confirmText: 'Yes', variant: 'huge' };
  expect(readAppMessage(message('ui.confirm', question, 'req_1'))).toEqual({
    event: 'ui.confirm',
    requestId: 'req_1',
    question: {
      title: 'Sure?',
      message: 'Really?',
      confirmText: 'Yes',
      cancelText: 'Cancel',
      variant: 'info',
    },
  });
});

test('a toast keeps its duration, and a negative one counts as not said', () => {
  const toast = { type: 'success', message: '<b>تم</b>', duration: -1 };
  expect(readAppMessage(message('ui.toast', toast))).toEqual({
    event: 'ui.toast',
    toast: { type: 'success', message: '<b>تم</b>', duration: null },
  });
});
