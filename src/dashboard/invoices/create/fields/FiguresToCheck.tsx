import Alert02Icon from '@hugeicons/core-free-icons/Alert02Icon';
import { useFormContext } from 'react-hook-form';
import type { Invoice } from '../../../../contract/invoice.ts';
import type { Order } from '../../../../contract/order.ts';
import { Button } from '../../../components/Button.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { useTranslation } from '../../../i18n/useTranslation.tsx';
import type { CreateFormValues } from '../createForm.ts';
import classes from './DataFields.module.css';
import { figureRulesOf, figuresToCheck } from './figureRules.ts';
import { readFigures } from './readFigures.ts';
import { useRested } from './useRested.ts';

interface FiguresToCheckProps {
  order: Order;
  /** The tax invoice that a credit note corrects. */
  source: Invoice | null;
}

/** Before the form is sent: the figures that are probably wrong, each a way to its field. Nothing is held up. */
export function FiguresToCheck({ order, source }: FiguresToCheckProps) {
  const { t } = useTranslation('createFields');
  const { setFocus } = useFormContext<CreateFormValues>();
  const rules = figureRulesOf(order, source);
  const names = useRested((values) => {
    const found = figuresToCheck(readFigures(values, rules.currency), rules);
    return found.length === 0 ? null : found;
  });
  return (
    <div role="status" className={classes.toCheck}>
      {names === null ? null : (
        <>
          <span>
            <Icon icon={Alert02Icon} />
            {t('toCheck', { count: names.length })}
          </span>
          {names.map((name) => (
            <Button key={name} size="small" onClick={() => setFocus(name)}>
              {t(`labels.${name}`)}
            </Button>
          ))}
        </>
      )}
    </div>
  );
}
