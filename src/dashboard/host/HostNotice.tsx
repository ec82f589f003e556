import Alert from '@mui/material/Alert';
import Snackbar from '@mui/material/Snackbar';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { MaterialTheme } from '../theme/MaterialTheme.tsx';
import type { Notice } from './browserHost.ts';

interface HostNoticeProps {
  notice: Notice;
  onClosed: () => void;
}

const shownForMs = 6000;

export function HostNotice({ notice, onClosed }: HostNoticeProps) {
  const { t } = useTranslation();
  return (
    <MaterialTheme>
      <Snackbar
        open
        autoHideDuration={notice.kind === 'error' ? null : shownForMs}
        onClose={(_, reason) => {
          if (reason !== 'clickaway') onClosed();
        }}
      >
        <Alert
          severity={notice.kind}
          variant="standard"
          onClose={onClosed}
          closeText={t('actions.dismiss')}
        >
          {notice.message}
        </Alert>
      </Snackbar>
    </MaterialTheme>
  );
}
