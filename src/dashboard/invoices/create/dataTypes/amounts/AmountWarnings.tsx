import Alert02Icon from '@hugeicons/core-free-icons/Alert02Icon';
import { useFormContext } from 'react-hook-form';
import { Button } from '../../../../components/Button.tsx';
import { Icon } from '../../../../components/Icon.tsx';
import { useTranslation } from '../../../../i18n/useTranslation.tsx';
import type { CreateFormValues } from '../../createForm.ts';
import type { DataTypeProps } from '../dataTypes.tsx';
import { findDoubtfulAmounts, toAmountReference } from './amountChecks.ts';
import { parseAmounts } from './amountFields.ts';
import classes from './DataFields.module.css';
import { useSettledValue } from './useSettledValue.ts';

/** Lists probably wrong amounts before submit, each with a button to its field. Doesn't block the submit. */
export function AmountWarnings({ order, source }: DataTypeProps) {
  const { t } = useTranslation('createFields');
  const { setFocus } = useFormContext<CreateFormValues>();
  const reference = toAmountReference(order, source);
  const names = useSettledValue((values) => {
    const found = findDoubtfulAmounts(parseAmounts(values, reference.currency), reference);
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
