import Search01Icon from '@hugeicons/core-free-icons/Search01Icon';
import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { normalizeSearchText, parseOrderNumber } from '../../contract/searchText.ts';
import { orderQueries } from '../api/orderQueries.ts';
import { Icon } from '../components/Icon.tsx';
import { useFocusOnMount } from '../components/useFocusOnMount.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { useSearchShortcut } from './list/keyboardShortcuts.ts';
import classes from './OrderSearch.module.css';
import { OrderSuggestions } from './OrderSuggestions.tsx';
import { findSingleMatch } from './singleMatch.ts';
import { useDebounced } from './useDebounced.ts';

interface OrderSearchProps {
  /** It replaced the focused element. */
  takesFocus: boolean;
  onChoose: (orderId: number) => void;
}

/** A combobox that finds an order by number, customer name or mobile while typing. */
export function OrderSearch({ takesFocus, onChoose }: OrderSearchProps) {
  const { t } = useTranslation('invoices');
  const listId = useId();
  const input = useFocusOnMount<HTMLInputElement>(takesFocus);
  useSearchShortcut(input);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [entered, setEntered] = useState(false);
  const typed = normalizeSearchText(text).slice(0, 100);
  const settledText = useDebounced(typed, 250);
  const searched = entered ? typed : settledText;
  const search = useQuery({ ...orderQueries.search(searched), retry: false });
  const orders = searched === '' ? [] : (search.data ?? []);
  const isOpen = open && typed !== '';
  const isCurrent = searched === typed && !search.isPlaceholderData;
  const match = isCurrent && search.isSuccess ? findSingleMatch(orders, typed) : null;

  // Enter was pressed before the answer came.
  const enteredMatch = entered ? match : null;
  useEffect(() => {
    if (enteredMatch === null) return;
    setEntered(false);
    onChoose(enteredMatch.id);
  }, [enteredMatch, onChoose]);

  function close() {
    setOpen(false);
    setEntered(false);
  }

  function onKeyDown(event: KeyboardEvent) {
    const last = orders.length - 1;
    if (event.key === 'ArrowDown') setActive(active >= last ? 0 : active + 1);
    else if (event.key === 'ArrowUp') setActive(active <= 0 ? last : active - 1);
    else if (event.key === 'Escape' && isOpen) close();
    else if (event.key === 'Enter') {
      const chosen = isCurrent ? orders[active] : undefined;
      if (isOpen && chosen) onChoose(chosen.id);
      else if (typed !== '') setEntered(true);
    } else return;
    if (event.key !== 'Escape') setOpen(true);
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
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && orders[active] ? `${listId}-${active}` : undefined}
        aria-keyshortcuts="/"
        autoComplete="off"
        enterKeyHint="search"
        placeholder={t('filters.searchPlaceholder')}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setActive(-1);
          setEntered(false);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <OrderSuggestions
        id={listId}
        open={isOpen}
        searchText={String(parseOrderNumber(typed) ?? typed)}
        orders={orders}
        active={active}
        state={
          search.isError ? 'failed' : isCurrent && !search.isFetching ? 'settled' : 'searching'
        }
        onChoose={onChoose}
      />
    </div>
  );
}
