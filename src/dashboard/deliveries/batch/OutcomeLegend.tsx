import Alert02Icon from '@hugeicons/core-free-icons/Alert02Icon';
import ArrowReloadHorizontalIcon from '@hugeicons/core-free-icons/ArrowReloadHorizontalIcon';
import Cancel01Icon from '@hugeicons/core-free-icons/Cancel01Icon';
import CheckmarkCircle02Icon from '@hugeicons/core-free-icons/CheckmarkCircle02Icon';
import Clock01Icon from '@hugeicons/core-free-icons/Clock01Icon';
import MinusSignCircleIcon from '@hugeicons/core-free-icons/MinusSignCircleIcon';
import SentIcon from '@hugeicons/core-free-icons/SentIcon';
import type { DeliveryCounts } from '../../../contract/delivery.ts';
import { StateChip } from '../../components/StateChip.tsx';
import { useLayout } from '../../host/Host.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './BatchProgress.module.css';

const parts = [
  { name: 'sent', tone: 'accepted', icon: CheckmarkCircle02Icon, always: true },
  { name: 'failed', tone: 'failed', icon: Cancel01Icon, always: false },
  { name: 'unconfirmed', tone: 'warning', icon: Alert02Icon, always: false },
  { name: 'canceled', tone: 'neutral', icon: MinusSignCircleIcon, always: false },
  { name: 'anew', tone: 'neutral', icon: ArrowReloadHorizontalIcon, always: false },
  { name: 'sending', tone: 'busy', icon: SentIcon, always: false },
  { name: 'waiting', tone: 'neutral', icon: Clock01Icon, always: false },
] as const;

interface OutcomeLegendProps {
  counts: DeliveryCounts;
  /** Not in `counts`. */
  retried: number;
}

/** How many are where, as icon, word and number. */
export function OutcomeLegend({ counts, retried }: OutcomeLegendProps) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  return (
    <ul className={classes.legend}>
      {parts.map(({ name, tone, icon, always }) => {
        const count = name === 'anew' ? retried : counts[name === 'waiting' ? 'queued' : name];
        if (count === 0 && !always) return null;
        return (
          <li key={name}>
            <StateChip
              tone={count === 0 ? 'neutral' : tone}
              icon={icon}
              iconPoints={icon === SentIcon}
            >
              {t(`page.legend.${name}`)} <bdi>{formatNumber(count, language)}</bdi>
            </StateChip>
          </li>
        );
      })}
    </ul>
  );
}
