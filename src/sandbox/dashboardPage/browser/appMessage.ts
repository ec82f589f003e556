/**
 * What the framed app may say to the dashboard around it (the events of `@salla.sa/embedded-sdk`).
 * It comes from another site, so every field is looked at before it is used; there is no build step that
 * could bring a validator here.
 */
export type AppMessage =
  | {
      event:
        | 'iframe.ready'
        | 'ready'
        | 'destroy'
        | 'auth.refresh'
        | 'nav.clearAction'
        | 'checkout.resetCache';
    }
  | { event: 'page.setTitle'; title: string }
  | { event: 'page.navigate'; path: string; replace: boolean }
  | { event: 'page.redirect'; url: string }
  | { event: 'nav.setAction'; action: PrimaryAction }
  | { event: 'nav.addItem'; requestId: string; item: NavItemInput }
  | { event: 'nav.updateItem'; id: string; change: Partial<NavItemInput> }
  | { event: 'nav.removeItem'; id: string }
  | { event: 'ui.toast'; toast: Toast }
  | { event: 'ui.loading' | 'ui.breadcrumbs'; shown: boolean }
  | { event: 'ui.confirm'; requestId: string; question: Question }
  | { event: 'checkout.getAddons'; requestId: string }
  | { event: 'checkout.create'; requestId: string; context: unknown };

export interface Action {
  title: string;
  value: string;
  subTitle: string | null;
  /** A class of Salla's icon font, such as `sicon-plus`. */
  icon: string | null;
  disabled: boolean;
}

export interface PrimaryAction extends Action {
  extendedActions: Action[];
}

export interface NavItemInput {
  title: string;
  value: string;
  url: string;
  disabled: boolean;
  active: boolean;
}

export const toastTypes = ['success', 'error', 'warning', 'info'] as const;
export type ToastType = (typeof toastTypes)[number];

export interface Toast {
  type: ToastType;
  message: string;
  /** Milliseconds; null where the app leaves it to the dashboard (3 s), 0 to stay until it is closed. */
  duration: number | null;
}

export const variants = ['danger', 'warning', 'info'] as const;
export type Variant = (typeof variants)[number];

export interface Question {
  title: string;
  message: string;
  confirmText: string;
  cancelText: string;
  variant: Variant;
}
