import { useLayout } from '../host/Host.ts';
import { formatDate, formatRelative, formatTime } from '../i18n/format.ts';
import { useNow } from './Now.tsx';

/** "3 minutes ago", with the exact store time as its title. */
export function RelativeTime({ instant }: { instant: string }) {
  const { language } = useLayout();
  const now = useNow();
  const exact = `${formatDate(instant, language)} ${formatTime(instant, language)}`;
  return (
    <time dateTime={instant} title={exact} className="nowrap">
      {formatRelative(instant, now, language)}
    </time>
  );
}
