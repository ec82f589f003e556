import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import { paths } from '../../../contract/pagePaths.ts';
import { PageHeading } from '../../components/PageHeading.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { readNewInvoiceSearch } from '../../paths.ts';
import { BackToList } from '../detail/BackToList.tsx';
import { sameList } from '../listEntry.ts';
import { ChooseOrder } from './ChooseOrder.tsx';
import { CreateForOrder } from './CreateForOrder.tsx';

/** `/invoices/new`: an invoice or a credit note, the order first. Order and type live in the address. */
export function InvoiceCreatePage() {
  const { t } = useTranslation('create');
  const navigate = useNavigate();
  const location = useLocation();
  const { orderId, type = 'tax_invoice' } = useSearch({ from: paths.newInvoice });
  // The search and the chosen order take each other's place: the focus goes along when a person did it.
  const [chosenHere, setChosenHere] = useState(false);
  const go = (to: { orderId?: number | undefined; type?: CreatableType }) =>
    void navigate({
      to: paths.newInvoice,
      search: readNewInvoiceSearch(to),
      state: sameList(location.state),
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
