import { lazy, type ReactNode, Suspense } from 'react';

const loadDialog = () => import('./MaterialDialog.tsx');
const MaterialDialog = lazy(async () => ({ default: (await loadDialog()).MaterialDialog }));

export interface DialogProps {
  open: boolean;
  title: string;
  /** Escape, the backdrop and the cross. */
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the one that goes on last. */
  actions?: ReactNode;
}

/** A modal dialog. Its code (MUI) comes with the first one that opens. */
export function Dialog(props: DialogProps) {
  return <Suspense fallback={null}>{props.open ? <MaterialDialog {...props} /> : null}</Suspense>;
}

/** Fetches the dialog's code ahead, when a person seems about to open one. */
export function prepareDialog(): void {
  void loadDialog();
}
