import { useEffect, useRef } from 'react';
import type { OrderSummary } from '../../contract/order.ts';
import { DateText } from '../components/DateText.tsx';
import { Isolate } from '../components/Isolate.tsx';
import { MissingText } from '../components/MissingText.tsx';
import { MoneyText } from '../components/MoneyText.tsx';
import { useTranslation } from '../i18n/useTranslation.tsx';
import classes from './OrderSearch.module.css';

interface OrderSuggestionsProps {
  id: string;
  open: boolean;
  /** The search text as it was parsed. */
  searchText: string;
  orders: readonly OrderSummary[];
  /** The index that Enter chooses; -1 for none. */
  active: number;
  state: 'searching' | 'settled' | 'failed';
  onChoose: (orderId: number) => void;
}

/** The found orders below the field; their number is announced. */
export function OrderSuggestions(props: OrderSuggestionsProps) {
  const { id, open, searchText, orders, active, state, onChoose } = props;
  const { t } = useTranslation('invoices');
  const activeOption = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active >= 0) activeOption.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const words = {
    searching: t('filters.searching'),
    failed: t('filters.searchFailed'),
    settled:
      orders.length === 0
        ? t('filters.noOrders', { sought: `\u2068${searchText}\u2069` })
        : t('filters.found', { count: orders.length }),
  };
  const isPlain = orders.length === 0 || state === 'failed';
  return (
    <>
      <div
        id={id}
        role="listbox"
        aria-label={t('filters.search')}
        aria-busy={state === 'searching'}
        className={classes.suggestions}
        hidden={!open || isPlain}
      >
        {orders.map((order, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and takes the keys (aria-activedescendant)
          <div
            key={order.id}
            id={`${id}-${index}`}
            ref={index === active ? activeOption : null}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={classes.option}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(order.id)}
          >
            <span className={classes.optionNumber}>
              {order.number === null ? <MissingText /> : <bdi>{order.number}</bdi>}
            </span>
            <span className={classes.optionCustomer}>
              {order.customer?.name ? (
                <Isolate cut>{order.customer.name}</Isolate>
              ) : (
                <MissingText />
              )}
            </span>
            <span className={classes.optionDetail}>
              <DateText date={order.date} /> · <MoneyText money={order.total} />
            </span>
          </div>
        ))}
      </div>
      <div role="status" className={open && isPlain ? classes.note : 'visually-hidden'}>
        {open ? words[state] : null}
      </div>
    </>
  );
}
