import { useState } from 'react';

interface DayInputProps {
  label: string;
  day: string | undefined;
  min?: string | undefined;
  max?: string | undefined;
  onDay: (day: string | undefined) => void;
}

/** A day as the browser asks for it. A year that is being typed passes through 2 and 20: that is told to nobody. */
export function DayInput({ label, day = '', min, max, onDay }: DayInputProps) {
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
