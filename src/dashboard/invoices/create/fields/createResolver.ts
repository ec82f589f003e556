import { toNestErrors } from '@hookform/resolvers';
import type { FieldError, Resolver } from 'react-hook-form';
import {
  type CreateInvoice,
  type CreateRule,
  createInvoiceIn,
  createRules,
} from '../../../../contract/createInvoice.ts';
import { currencyDigits } from '../../../../contract/currencyDigits.ts';
import type { CreatableType } from '../../../../contract/invoiceTypes.ts';
import { westernDigits, withoutDirectionMarks } from '../../../../contract/plainCharacters.ts';
import { type CreateFormValues, emptyForm } from '../createForm.ts';
import { amountFields, percentDigits, toUnit } from '../dataTypes/amounts/amountFields.ts';
import {
  normalizeAmountText,
  parseAmount,
  type TypedAmount,
} from '../dataTypes/amounts/amountText.ts';

interface ResolverOptions {
  orderId: number;
  type: CreatableType;
  /** The order's currency. */
  currency: string;
}

type FieldName = keyof CreateFormValues;
type Errors = Partial<Record<FieldName, FieldError>>;

/**
 * Validates the form with the contract. Amount texts become numbers; text that is no amount stays text, so that the
 * contract says what is wrong with it.
 */
export function createResolver({
  orderId,
  type,
  currency,
}: ResolverOptions): Resolver<CreateFormValues, unknown, CreateInvoice> {
  const digits = currencyDigits(currency);
  const contract = createInvoiceIn(digits);
  return (values, _context, options) => {
    const numbers = Object.fromEntries(
      amountFields.map((name) => [name, amountInput(values[name], toUnit(name, currency))]),
    );
    const parsed = contract.safeParse({
      ...values,
      ...numbers,
      invoiceNumber: normalizeInvoiceNumber(values.invoiceNumber),
      orderId,
      type,
    });
    const errors = toFieldErrors(parsed.error?.issues ?? []);
    if (values.dataType === 'data') {
      for (const name of amountFields) {
        const typed = parseAmount(values[name], toUnit(name, currency));
        if (hasTooManyDecimals(typed, name === 'tax' ? percentDigits : digits))
          errors[name] ??= broken('decimals');
      }
    }
    return parsed.success && Object.keys(errors).length === 0
      ? { values: parsed.data, errors: {} }
      : { values: {}, errors: toNestErrors(errors, options) };
  };
}

function amountInput(text: string, unit: string): number | string {
  return parseAmount(text, unit)?.value ?? normalizeAmountText(text, unit);
}

/** `1.000` has more decimals than riyals, though it parses as 1: a thousand may be meant. */
function hasTooManyDecimals(typed: TypedAmount | null, most: number): boolean {
  return typed !== null && typed.decimals > most;
}

interface Issue {
  path: PropertyKey[];
  message: string;
}

/** The first issue of each field, by its name. */
function toFieldErrors(issues: readonly Issue[]): Errors {
  const errors: Errors = {};
  for (const { path, message } of issues) {
    const name = fieldNames.find((field) => field === path[0]);
    if (name === undefined) throw new Error(`the form has no field for ${path.join('.')}`);
    errors[name] ??= broken(createRules.find((rule) => rule === message) ?? 'wrong_type');
  }
  return errors;
}

const fieldNames = Object.keys(emptyForm).filter((name): name is FieldName =>
  Object.hasOwn(emptyForm, name),
);

function broken(rule: CreateRule): FieldError {
  return { type: 'rule', message: rule };
}

const dashes = /[\u2010-\u2015\u2212]/g;

/** Normalizes an invoice number to western digits and the hyphen of the keyboard. */
export function normalizeInvoiceNumber(typed: string): string {
  return westernDigits(withoutDirectionMarks(typed)).replace(dashes, '-').trim();
}
