import { useLayout } from '../host/Host.ts';
import { formatDate, formatTime } from '../i18n/format.ts';
import { MissingText } from './MissingText.tsx';

interface DateTextProps {
  /** A day in store time (`YYYY-MM-DD`), or an instant whose store day is meant. */
  date: string | null;
  /** The time of day to show with it: store time (`HH:MM:SS`) or an instant. */
  time?: string | null;
}

/** A day, and its time where there is one, in store time. */
export function DateText({ date, time = null }: DateTextProps) {
  const { language } = useLayout();
  if (date === null) return <MissingText />;
  return (
    <time dateTime={date} className="nowrap">
      {formatDate(date, language)}
      {time === null ? null : (
        <>
          {' '}
          <bdi className="muted tabular">{formatTime(time, language)}</bdi>
        </>
      )}
    </time>
  );
}
