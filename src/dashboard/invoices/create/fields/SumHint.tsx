import { useFormContext, useWatch } from 'react-hook-form';
import { useLayout } from '../../../host/Host.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useTranslation } from '../../../i18n/useTranslation.tsx';
import { Button } from '../../../ui/Button.tsx';
import { FieldMessage } from '../../../ui/form/FieldMessage.tsx';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { useDebounced } from '../../useDebounced.ts';
import type { CreateFormValues } from '../createForm.ts';
import { amountText } from './amountText.ts';
import { checkFigures, type Taxed } from './createSums.ts';
import classes from './DataFields.module.css';
import { readFigures } from './readFigures.ts';

interface SumHintProps {
  name: 'taxValue' | 'total';
  currency: string;
  digits: number;
  taxed: Taxed;
}

/** Nobody is told of a difference while still typing. */
const restMs = 500;

/** What a figure should be by the others, where it isn't, and a button that takes it. A warning: books may differ. */
export function SumHint({ name, currency, digits, taxed }: SumHintProps) {
  const { t } = useTranslation('createFields');
  const { language } = useLayout();
  const { control, setValue, setFocus } = useFormContext<CreateFormValues>();
  const newest = useWatch({
    control,
    compute: (values: CreateFormValues) =>
      checkFigures(readFigures(values, currency), taxed, currency)[name],
  });
  const rested = useDebounced(newest, restMs);
  // What was just put right is not called wrong for another moment.
  const suggestion = newest === null ? null : rested;
  if (suggestion === null) return null;
  const { expected, differs } = suggestion;

  function use() {
    const text = amountText(expected.amount, digits);
    setValue(name, text, { shouldDirty: true, shouldTouch: true, shouldValidate: true });
    setFocus(name);
  }

  const amount = formatNumber(expected.amount, language, digits);
  return (
    <div className={classes.hint}>
      <FieldMessage tone={differs ? 'warning' : 'help'}>
        {t(`check.${name}`)} <MoneyText money={expected} />
      </FieldMessage>
      <Button
        size="small"
        onClick={use}
        // Leaving the input may put a sentence above this button, and it would not be where it was pressed.
        onMouseDown={(event) => event.preventDefault()}
        aria-label={t('check.useFor', { amount, field: t(`labels.${name}`) })}
      >
        {t('check.use', { amount })}
      </Button>
    </div>
  );
}
