import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import { paths } from '../../../contract/pagePaths.ts';
import { Card } from '../../components/Card.tsx';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { readNewInvoiceSearch } from '../../paths.ts';
import { BackToList } from '../detail/BackToList.tsx';
import { keepListHistory } from '../listHistory.ts';
import { OrderSearch } from '../OrderSearch.tsx';
import { CreateForOrder } from './CreateForOrder.tsx';
import classes from './CreatePage.module.css';

/** `/invoices/new`: create a tax invoice or a credit note. Order and type are in the address. */
export function InvoiceCreatePage() {
  const { t } = useTranslation('create');
  const navigate = useNavigate();
  const location = useLocation();
  const { orderId, type = 'tax_invoice' } = useSearch({ from: paths.newInvoice });
  // Search and chosen order replace each other: the focus follows if the user caused it.
  const [chosenHere, setChosenHere] = useState(false);
  const go = (to: { orderId?: number | undefined; type?: CreatableType }) =>
    void navigate({
      to: paths.newInvoice,
      search: readNewInvoiceSearch(to),
      state: keepListHistory(location.state),
    });
  return (
    <>
      <BackToList />
      <PageHeading title={t(`titles.${type}`)} />
      {orderId === undefined ? (
        <ChooseOrder
          onChoose={(chosen) => {
            setChosenHere(true);
            go({ orderId: chosen, type });
          }}
        />
      ) : (
        <CreateForOrder
          key={orderId}
          orderId={orderId}
          type={type}
          takesFocus={chosenHere}
          onType={(chosen) => go({ orderId, type: chosen })}
          onOtherOrder={() => go({ type })}
        />
      )}
    </>
  );
}

/** Order search, focused when the page opens. */
function ChooseOrder({ onChoose }: { onChoose: (orderId: number) => void }) {
  const { t } = useTranslation('create');
  return (
    <div className={classes.column}>
      <Card title={t('order.choose')}>
        <p className={classes.help}>{t('order.chooseHelp')}</p>
        <OrderSearch takesFocus onChoose={onChoose} />
      </Card>
    </div>
  );
}
