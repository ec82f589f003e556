import type { ReactNode } from 'react';
import { useFormContext } from 'react-hook-form';
import { currencyDigits } from '../../../../contract/currencyDigits.ts';
import { Button } from '../../../components/Button.tsx';
import { FieldMessage } from '../../../components/form/FieldMessage.tsx';
import { useLayout } from '../../../host/Host.ts';
import { formatNumber } from '../../../i18n/format.ts';
import { useTranslation } from '../../../i18n/useTranslation.tsx';
import type { CreateFormValues } from '../createForm.ts';
import type { AmountField } from './amountFields.ts';
import { amountText, percentText } from './amountText.ts';
import classes from './DataFields.module.css';

interface UseFigureProps {
  name: AmountField;
  figure: number;
  currency: string;
  tone: 'help' | 'warning';
  /** Where the figure comes from. */
  children: ReactNode;
}

/** What a figure may have to be, and a button that takes it. */
export function UseFigure({ name, figure, currency, tone, children }: UseFigureProps) {
  const { t } = useTranslation('createFields');
  const { language } = useLayout();
  const { setValue, setFocus } = useFormContext<CreateFormValues>();
  const digits = currencyDigits(currency);
  const isPercent = name === 'tax';
  const amount = isPercent ? percentText(figure) : formatNumber(figure, language, digits);

  function use() {
    const text = isPercent ? percentText(figure) : amountText(figure, digits);
    setValue(name, text, { shouldDirty: true, shouldTouch: true, shouldValidate: true });
    setFocus(name);
  }

  return (
    <div className={classes.hint}>
      <FieldMessage tone={tone}>{children}</FieldMessage>
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
