import { useEffect, useState } from 'react';
import { Dialog } from '../components/Dialog.tsx';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { isTyping } from '../invoices/list/keyboardShortcuts.ts';
import classes from './KeyList.module.css';

const keys = [
  { key: '/', does: 'search' },
  { key: 'j', does: 'next' },
  { key: 'k', does: 'previous' },
  { key: 'x', does: 'select' },
  { key: 'Shift x', does: 'selectRange' },
  { key: 'Esc', does: 'clear' },
  { key: 'r', does: 'resend' },
  { key: 'n', does: 'create' },
  { key: '?', does: 'help' },
] as const;

/** `?` lists the keys. */
export function KeyList() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      // The question mark of an Arabic keyboard as well.
      if ((event.key === '?' || event.key === '؟') && !isTyping(event)) setOpen(true);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <Dialog open={open} title={t('shortcuts.title')} onClose={() => setOpen(false)}>
      <dl className={classes.keys}>
        {keys.map(({ key, does }) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`shortcuts.${does}`)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
