import { useState } from 'react';
import { useNow } from '../../components/Now.tsx';
import { ToggleButton } from '../../components/ToggleButton.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { datePresets, findPreset, toDateRange } from './datePresets.ts';
import classes from './InvoiceFilters.module.css';
import type { InvoiceListState } from './useInvoiceListSearch.ts';

/** Dates of the invoices in store time: a preset or a custom range. */
export function DateFilter({ search, change }: InvoiceListState) {
  const { t } = useTranslation('invoices');
  const now = useNow();
  const range = { from: search.from, to: search.to };
  const [isCustom, setIsCustom] = useState(false);
  const preset = isCustom ? null : findPreset(range, now);
  return (
    <fieldset className={classes.presets}>
      <legend className="visually-hidden">{t('filters.dates')}</legend>
      {datePresets.map((name) => (
        <ToggleButton
          key={name}
          aria-pressed={name === preset}
          onClick={() => {
            setIsCustom(false);
            const { from, to } = toDateRange(name, Date.now());
            change({ from, to });
          }}
        >
          {t(`filters.presets.${name}`)}
        </ToggleButton>
      ))}
      <ToggleButton
        aria-pressed={preset === null}
        aria-expanded={preset === null}
        onClick={() => setIsCustom(true)}
      >
        {t('filters.presets.custom')}
      </ToggleButton>
      {preset === null ? (
        <span className={classes.range}>
          <DateInput
            label={t('filters.from')}
            day={range.from}
            max={range.to}
            onDay={(from) => change({ from, to: range.to })}
          />
          <DateInput
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

interface DayInputProps {
  label: string;
  day: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  onDay: (day: string | undefined) => void;
}

/** A date input. While a year is typed it is 2 or 20 for a moment: dates before 2000 are not reported. */
function DateInput({ label, day = '', min, max, onDay }: DayInputProps) {
  const [draft, setDraft] = useState(day);
  const [known, setKnown] = useState(day);
  if (day !== known) {
    setKnown(day);
    setDraft(day);
  }
  const isWhole = (text: string) => text >= (min ?? '2000') && (max === undefined || text <= max);
  return (
    <label>
      {label}
      <input
        type="date"
        value={draft}
        min={min}
        max={max}
        onChange={({ target }) => {
          setDraft(target.value);
          if (target.value === '') onDay(undefined);
          else if (isWhole(target.value)) onDay(target.value);
        }}
      />
    </label>
  );
}
