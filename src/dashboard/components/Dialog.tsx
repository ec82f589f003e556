import { useEffect } from 'react';
import { lazyPart, loadPart } from '../host/lazyPart.tsx';
import type { DialogProps } from './MaterialDialog.tsx';

const MaterialDialog = lazyPart<DialogProps>({
  load: async () => (await loadPart(() => import('./MaterialDialog.tsx'))).MaterialDialog,
  failed: ClosedAtOnce,
  onFailure: 'press_again',
});

/** A modal dialog. Its code (MUI) comes with the first one that opens. */
export function Dialog(props: DialogProps) {
  return props.open ? <MaterialDialog {...props} /> : null;
}

/** What can't be drawn is not open; the page says that a part of it is missing. */
function ClosedAtOnce({ onClose }: DialogProps) {
  useEffect(() => onClose(), [onClose]);
  return null;
}

/** Fetches the dialog's code ahead, when a person seems about to open one. */
export function prepareDialog(): void {
  void MaterialDialog.preload();
}
