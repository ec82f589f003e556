import { useState } from 'react';
import { useNow } from '../../components/Now.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { DayInput } from './DayInput.tsx';
import { type DayRange, datePresets, presetOf, presetRange } from './datePresets.ts';
import classes from './InvoiceFilters.module.css';

interface DateFilterProps {
  range: DayRange;
  onChange: (range: { from: string | undefined; to: string | undefined }) => void;
}

/** The days of the invoices, in store time: a preset, or a range of one's own. */
export function DateFilter({ range, onChange }: DateFilterProps) {
  const { t } = useTranslation('invoices');
  const now = useNow();
  const [own, setOwn] = useState(false);
  const preset = own ? null : presetOf(range, now);
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
            setOwn(false);
            const { from, to } = presetRange(name, Date.now());
            onChange({ from, to });
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
        onClick={() => setOwn(true)}
      >
        {t('filters.presets.own')}
      </button>
      {preset === null ? (
        <span className={classes.range}>
          <DayInput
            label={t('filters.from')}
            day={range.from}
            max={range.to}
            onDay={(from) => onChange({ from, to: range.to })}
          />
          <DayInput
            label={t('filters.to')}
            day={range.to}
            min={range.from}
            onDay={(to) => onChange({ from: range.from, to })}
          />
        </span>
      ) : null}
    </fieldset>
  );
}
