import type { Order } from '../../../contract/order.ts';
import { Button, buttonClass } from '../../components/Button.tsx';
import { Dialog } from '../../components/Dialog.tsx';
import { webAddress } from '../../components/webAddress.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';

interface NoEmailDialogProps {
  /** The order without an address; null while there is nothing to say. */
  order: Order | null;
  onClose: () => void;
}

/**
 * No address is recorded, so nothing was sent: says so and what to do. A dialog of ours in Salla's
 * frame too: the host's question can't hold a link, and this is nothing to confirm.
 */
export function NoEmailDialog({ order, onClose }: NoEmailDialogProps) {
  const { t } = useTranslation('deliveries');
  const address = webAddress(order?.adminUrl ?? null);
  return (
    <Dialog
      open={order !== null}
      title={t('noEmail.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('noEmail.close')}</Button>
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
        </>
      }
    >
      <p>{t('noEmail.sentence', { number: order?.number ?? order?.id ?? '' })}</p>
      <p>{t('noEmail.advice')}</p>
    </Dialog>
  );
}
