import MuiButton from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { MaterialTheme } from '../theme/MaterialTheme.tsx';
import type { Question } from './browserHost.ts';
import { useReloadGuard } from './reloading.ts';
import { useDoubleClickGuard } from './useDoubleClickGuard.ts';

/** A question of the dashboard's own. Where yes loses or repeats something, the focus begins on no. */
export function HostQuestion({ question }: { question: Question }) {
  const titleId = useId();
  const messageId = useId();
  const isGrave = question.variant !== 'info';
  useDoubleClickGuard();
  useReloadGuard(() => false);
  return (
    <MaterialTheme>
      <Dialog
        open
        onClose={() => question.answer(false)}
        aria-labelledby={titleId}
        aria-describedby={messageId}
        fullWidth
        maxWidth="xs"
      >
        <DialogTitle id={titleId}>{question.title}</DialogTitle>
        <DialogContent id={messageId} style={{ whiteSpace: 'pre-line' }}>
          {question.message}
        </DialogContent>
        <DialogActions>
          <MuiButton color="inherit" autoFocus={isGrave} onClick={() => question.answer(false)}>
            {question.cancelText}
          </MuiButton>
          <MuiButton
            variant="contained"
            disableElevation
            autoFocus={!isGrave}
            color={question.variant === 'danger' ? 'error' : 'primary'}
            onClick={() => question.answer(true)}
          >
            {question.confirmText}
          </MuiButton>
        </DialogActions>
      </Dialog>
    </MaterialTheme>
  );
}
