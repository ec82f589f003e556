import { maximumAmount } from '../../../../contract/createInvoice.ts';
import { currencyDigits } from '../../../../contract/currencyDigits.ts';
import { MoneyText } from '../../../components/MoneyText.tsx';
import { useTranslation } from '../../../i18n/useTranslation.tsx';
import type { CreateFormValues } from '../createForm.ts';
import type { AmountField } from './amountFields.ts';
import { readGrouped } from './amountText.ts';
import { checkFigures } from './createSums.ts';
import { creditedTooMuch, type FigureRules, percentMeant } from './figureRules.ts';
import { readFigures } from './readFigures.ts';
import { UseFigure } from './UseFigure.tsx';
import { useRested } from './useRested.ts';

interface FigureHintProps {
  name: AmountField;
  rules: FigureRules;
}

/** What may be wrong with a figure, each with what to put in its place. Warnings: stores know their books. */
export function FigureHints({ name, rules }: FigureHintProps) {
  return (
    <>
      <MeantHint name={name} rules={rules} />
      {rules.corrected === null || name === 'tax' ? null : <CreditHint name={name} rules={rules} />}
      {name === 'taxValue' || name === 'total' ? <SumHint name={name} rules={rules} /> : null}
    </>
  );
}

/** What was probably meant by a number with thousands marks, or by a rate below 1. */
function MeantHint({ name, rules: { currency } }: FigureHintProps) {
  const { t } = useTranslation('createFields');
  const meant = useRested((values) =>
    name === 'tax'
      ? percentMeant(readFigures(values, currency))
      : amountMeant(values[name], currency),
  );
  if (meant === null) return null;
  return (
    <UseFigure name={name} figure={meant} currency={currency} tone="warning">
      {t('check.meant')}{' '}
      {name === 'tax' ? (
        <bdi>{t('check.percent', { percent: meant })}</bdi>
      ) : (
        <MoneyText money={{ amount: meant, currency }} />
      )}
    </UseFigure>
  );
}

function amountMeant(typed: CreateFormValues[AmountField], currency: string): number | null {
  const read = readGrouped(typed, currency);
  if (read === null || read.value < 0 || read.value > maximumAmount) return null;
  return read.decimals > currencyDigits(currency) ? null : read.value;
}

/** A credit note gives back no more than the invoice was about. */
function CreditHint({ name, rules }: FigureHintProps) {
  const { t } = useTranslation('createFields');
  const most = useRested((values) =>
    creditedTooMuch(name, readFigures(values, rules.currency), rules),
  );
  if (most === null) return null;
  return (
    <UseFigure name={name} figure={most.amount} currency={most.currency} tone="warning">
      {t('check.credited')} <MoneyText money={most} />
    </UseFigure>
  );
}

/** What a figure should be by the others, where it isn't. */
function SumHint({ name, rules }: FigureHintProps & { name: 'taxValue' | 'total' }) {
  const { t } = useTranslation('createFields');
  const { currency, taxed } = rules;
  const suggestion = useRested(
    (values) => checkFigures(readFigures(values, currency), taxed, currency)[name],
  );
  if (suggestion === null) return null;
  const { expected, differs } = suggestion;
  return (
    <UseFigure
      name={name}
      figure={expected.amount}
      currency={currency}
      tone={differs ? 'warning' : 'help'}
    >
      {t(`check.${name}`)} <MoneyText money={expected} />
    </UseFigure>
  );
}
