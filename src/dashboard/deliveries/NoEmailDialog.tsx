import Dialog from '@mui/material/Dialog';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Order } from '../../contract/order.ts';
import { webAddress } from '../lib/webAddress.ts';
import { Button, buttonClass } from '../ui/Button.tsx';
import classes from './NoEmailDialog.module.css';

/** No address is recorded, so nothing was sent: says so and what to do. Loaded when it is needed. */
export default function NoEmailDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const { t } = useTranslation('deliveries');
  const titleId = useId();
  const textId = useId();
  const address = webAddress(order.adminUrl);
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} aria-describedby={textId}>
      <div className={classes.dialog}>
        <h2 id={titleId}>{t('noEmail.title')}</h2>
        <div id={textId}>
          <p>{t('noEmail.sentence', { number: order.number ?? order.id })}</p>
          <p>{t('noEmail.advice')}</p>
        </div>
        <div className={classes.actions}>
          <Button onClick={onClose} autoFocus={address === null}>
            {t('noEmail.close')}
          </Button>
          {address === null ? null : (
            <a
              className={buttonClass('filled')}
              href={address}
              target="_blank"
              rel="noreferrer"
              onClick={onClose}
            >
              {t('noEmail.openOrder')}
            </a>
          )}
        </div>
      </div>
    </Dialog>
  );
}
