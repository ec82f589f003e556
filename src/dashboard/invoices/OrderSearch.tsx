import Search01Icon from '@hugeicons/core-free-icons/Search01Icon';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { orderQueries } from '../lib/orderQueries.ts';
import { Icon } from '../ui/Icon.tsx';
import classes from './OrderSearch.module.css';
import { OrderSuggestions } from './OrderSuggestions.tsx';
import { useDebounced } from './useDebounced.ts';
import { useFocusOnMount } from './useFocusOnMount.ts';
import { useSearchKey } from './useSearchKey.ts';

interface OrderSearchProps {
  /** It took the place of what had the focus. */
  takesFocus: boolean;
  onChoose: (orderId: number) => void;
}

/** Finds an order by its number, its customer's name or mobile, as one types; a combobox. */
export function OrderSearch({ takesFocus, onChoose }: OrderSearchProps) {
  const { t } = useTranslation('invoices');
  const listId = useId();
  const input = useFocusOnMount<HTMLInputElement>(takesFocus);
  useSearchKey(input);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const asked = useDebounced(text.trim().slice(0, 100), 250);
  const found = useQuery({ ...orderQueries.search(asked), retry: false });
  const orders = asked === '' ? [] : (found.data ?? []);
  const shown = open && text.trim() !== '';
  const settled = asked === text.trim().slice(0, 100) && !found.isPlaceholderData;

  function onKeyDown(event: KeyboardEvent) {
    const last = orders.length - 1;
    if (event.key === 'ArrowDown') setActive(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? last : active - 1);
    else if (event.key === 'Escape' && shown) setOpen(false);
    else if (event.key === 'Enter') {
      const only = settled && orders.length === 1 ? orders[0] : undefined;
      const chosen = orders[active] ?? only;
      if (shown && chosen) onChoose(chosen.id);
    } else return;
    if (event.key.startsWith('Arrow')) setOpen(true);
    event.preventDefault();
  }

  return (
    <div className={classes.search}>
      <Icon icon={Search01Icon} className={classes.icon} />
      <input
        ref={input}
        type="search"
        className={classes.input}
        role="combobox"
        aria-label={t('filters.search')}
        aria-expanded={shown}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={shown && orders[active] ? `${listId}-${active}` : undefined}
        aria-keyshortcuts="/"
        autoComplete="off"
        enterKeyHint="search"
        placeholder={t('filters.searchPlaceholder')}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setActive(-1);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={onKeyDown}
      />
      <OrderSuggestions
        id={listId}
        shown={shown}
        orders={orders}
        active={active}
        state={found.isError ? 'failed' : settled && !found.isFetching ? 'settled' : 'searching'}
        onChoose={onChoose}
      />
    </div>
  );
}
