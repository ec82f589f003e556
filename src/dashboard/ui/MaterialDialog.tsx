import MuiDialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { MaterialTheme } from '../host/MaterialTheme.tsx';
import type { DialogProps } from './Dialog.tsx';

export function MaterialDialog({ open, title, onClose, children, actions }: DialogProps) {
  const titleId = useId();
  return (
    <MaterialTheme>
      <MuiDialog open={open} onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>{children}</DialogContent>
        {actions ? <DialogActions>{actions}</DialogActions> : null}
      </MuiDialog>
    </MaterialTheme>
  );
}
