import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '../../components/Button.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './InvoiceFilters.module.css';

interface FilterSheetProps {
  open: boolean;
  onClose: () => void;
  onReset: () => void;
  children: ReactNode;
}

/** The filters on a phone, at the block end over the page; the browser keeps the focus inside. */
export function FilterSheet({ open, onClose, onReset, children }: FilterSheetProps) {
  const { t } = useTranslation('invoices');
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog ref={dialog} className={classes.sheet} aria-labelledby={titleId} onClose={onClose}>
      {open ? (
        <>
          <h2 id={titleId}>{t('filters.label')}</h2>
          {children}
          <div className={classes.sheetActions}>
            <Button variant="quiet" onClick={onReset}>
              {t('filters.reset')}
            </Button>
            <Button variant="filled" onClick={onClose}>
              {t('filters.show')}
            </Button>
          </div>
        </>
      ) : null}
    </dialog>
  );
}
