import Alert02Icon from '@hugeicons/core-free-icons/Alert02Icon';
import Cancel01Icon from '@hugeicons/core-free-icons/Cancel01Icon';
import CheckmarkCircle02Icon from '@hugeicons/core-free-icons/CheckmarkCircle02Icon';
import Clock01Icon from '@hugeicons/core-free-icons/Clock01Icon';
import MinusSignCircleIcon from '@hugeicons/core-free-icons/MinusSignCircleIcon';
import SentIcon from '@hugeicons/core-free-icons/SentIcon';
import type { DeliveryState } from '../../contract/deliveryStates.ts';
import { StateChip } from '../components/StateChip.tsx';
import { Tooltip } from '../components/Tooltip.tsx';
import { useTranslation } from '../i18n/useTranslation.tsx';

const looks = {
  queued: { tone: 'neutral', icon: Clock01Icon },
  sending: { tone: 'busy', icon: SentIcon },
  sent: { tone: 'accepted', icon: CheckmarkCircle02Icon },
  failed: { tone: 'failed', icon: Cancel01Icon },
  unconfirmed: { tone: 'warning', icon: Alert02Icon },
  canceled: { tone: 'neutral', icon: MinusSignCircleIcon },
} as const;

interface DeliveryChipProps {
  state: DeliveryState;
  /** What the state means can be read by keyboard and by touch too, not on hovering alone. */
  explains?: boolean;
}

/** A delivery's state as icon and word. */
export function DeliveryChip({ state, explains = false }: DeliveryChipProps) {
  const { t } = useTranslation('deliveries');
  const { tone, icon } = looks[state];
  const meaning = state === 'sent' ? t('sentMeans') : undefined;
  const chip = (
    <StateChip
      tone={tone}
      icon={icon}
      iconPoints={icon === SentIcon}
      {...(meaning === undefined || explains ? {} : { title: meaning })}
    >
      {t(`states.${state}`)}
    </StateChip>
  );
  return explains && meaning !== undefined ? <Tooltip text={meaning}>{chip}</Tooltip> : chip;
}
