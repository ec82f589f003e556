import Cancel01Icon from '@hugeicons/core-free-icons/Cancel01Icon';
import MuiDialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type ReactNode, useId } from 'react';
import { useReloadGuard } from '../host/reloading.ts';
import { useDoubleClickGuard } from '../host/useDoubleClickGuard.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { MaterialTheme } from '../theme/MaterialTheme.tsx';
import { IconButton } from './IconButton.tsx';
import classes from './MaterialDialog.module.css';

export interface DialogProps {
  open: boolean;
  title: string;
  /** Escape, the backdrop and the cross. */
  onClose: () => void;
  children: ReactNode;
  /** Buttons, the one that goes on last. */
  actions?: ReactNode;
}

export function MaterialDialog({ open, title, onClose, children, actions }: DialogProps) {
  const titleId = useId();
  const { t } = useTranslation();
  useDoubleClickGuard();
  useReloadGuard(() => false);
  return (
    <MaterialTheme>
      <MuiDialog open={open} onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
        <DialogTitle id={titleId} className={classes.title}>
          {title}
        </DialogTitle>
        <span className={classes.close}>
          <IconButton icon={Cancel01Icon} label={t('actions.close')} onClick={onClose} />
        </span>
        <DialogContent>{children}</DialogContent>
        {actions ? <DialogActions>{actions}</DialogActions> : null}
      </MuiDialog>
    </MaterialTheme>
  );
}
