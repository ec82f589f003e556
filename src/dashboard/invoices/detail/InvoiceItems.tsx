import type { InvoiceItem } from '../../../contract/invoice.ts';
import { MissingText } from '../../components/MissingText.tsx';
import { MoneyText } from '../../components/MoneyText.tsx';
import { useLayout } from '../../host/Host.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { DocumentLabel } from './DocumentLabel.tsx';
import classes from './InvoiceItems.module.css';

/** The invoice's items. Rows don't break across printed pages. */
export function InvoiceItems({ items }: { items: readonly InvoiceItem[] }) {
  const { t } = useTranslation('invoices');
  if (items.length === 0) return <p className="muted">{t('items.none')}</p>;
  return (
    <table className={classes.items} aria-label={t('items.label')}>
      <thead>
        <tr>
          <th scope="col" className={classes.name}>
            <DocumentLabel name="item" />
          </th>
          <th scope="col">
            <DocumentLabel name="quantity" />
          </th>
          <th scope="col">
            <DocumentLabel name="price" />
          </th>
          <th scope="col" className={classes.discount}>
            <DocumentLabel name="discount" />
          </th>
          <th scope="col" className={classes.vat}>
            <DocumentLabel name="vat" />
          </th>
          <th scope="col">
            <DocumentLabel name="total" />
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: ids may be missing or twice, and the items never move
          <ItemRow key={index} item={item} />
        ))}
      </tbody>
    </table>
  );
}

function ItemRow({ item }: { item: InvoiceItem }) {
  const { language } = useLayout();
  return (
    <tr>
      <th scope="row" className={classes.name}>
        <span className={classes.title}>
          <bdi>{item.name}</bdi>
        </span>
        {item.sku === null ? null : (
          <span className={classes.sku}>
            <bdi>{item.sku}</bdi>
          </span>
        )}
      </th>
      <td>
        {item.quantity === null ? (
          <MissingText />
        ) : (
          <bdi>{formatNumber(item.quantity, language)}</bdi>
        )}
      </td>
      <td>
        <MoneyText money={item.price} />
      </td>
      <td className={classes.discount}>
        <MoneyText money={item.discount} />
      </td>
      <td className={classes.vat}>
        <MoneyText money={item.tax?.amount ?? null} />
      </td>
      <td>
        <MoneyText money={item.total} />
      </td>
    </tr>
  );
}
