import { useState } from 'react';
import { useNow } from '../../components/Now.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { DayInput } from './DayInput.tsx';
import { datePresets, presetOf, presetRange } from './datePresets.ts';
import classes from './InvoiceFilters.module.css';
import type { InvoiceListState } from './useInvoiceListSearch.ts';

/** Dates of the invoices in store time: a preset or a custom range. */
export function DateFilter({ search, change }: InvoiceListState) {
  const { t } = useTranslation('invoices');
  const now = useNow();
  const range = { from: search.from, to: search.to };
  const [isCustom, setIsCustom] = useState(false);
  const preset = isCustom ? null : presetOf(range, now);
  return (
    <fieldset className={classes.presets}>
      <legend className="visually-hidden">{t('filters.dates')}</legend>
      {datePresets.map((name) => (
        <button
          key={name}
          type="button"
          className={classes.preset}
          aria-pressed={name === preset}
          onClick={() => {
            setIsCustom(false);
            const { from, to } = presetRange(name, Date.now());
            change({ from, to });
          }}
        >
          {t(`filters.presets.${name}`)}
        </button>
      ))}
      <button
        type="button"
        className={classes.preset}
        aria-pressed={preset === null}
        aria-expanded={preset === null}
        onClick={() => setIsCustom(true)}
      >
        {t('filters.presets.custom')}
      </button>
      {preset === null ? (
        <span className={classes.range}>
          <DayInput
            label={t('filters.from')}
            day={range.from}
            max={range.to}
            onDay={(from) => change({ from, to: range.to })}
          />
          <DayInput
            label={t('filters.to')}
            day={range.to}
            min={range.from}
            onDay={(to) => change({ from: range.from, to })}
          />
        </span>
      ) : null}
    </fieldset>
  );
}
