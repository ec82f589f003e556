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
import { type CreateFormValues, emptyForm } from '../createForm.ts';
import { amountFields, percentDigits, unitOf } from './amountFields.ts';
import { plainAmountText, readAmountText, type TypedAmount } from './amountText.ts';
import { plainNumber } from './plainNumber.ts';

interface ResolverParts {
  orderId: number;
  type: CreatableType;
  /** The order's. */
  currency: string;
}

type FieldName = keyof CreateFormValues;
type Errors = Partial<Record<FieldName, FieldError>>;

/**
 * Checks the form by the contract, for what was typed is text: an amount's text becomes its number, and text that
 * is none stays text, for the contract to say why it is refused.
 */
export function createResolver(
  parts: ResolverParts,
): Resolver<CreateFormValues, unknown, CreateInvoice> {
  const { orderId, type, currency } = parts;
  const digits = currencyDigits(currency);
  const contract = createInvoiceIn(digits);
  return (values, _context, options) => {
    const numbers = Object.fromEntries(
      amountFields.map((name) => [name, amountInput(values[name], unitOf(name, currency))]),
    );
    const parsed = contract.safeParse({
      ...values,
      ...numbers,
      invoiceNumber: plainNumber(values.invoiceNumber),
      orderId,
      type,
    });
    const errors = errorsOf(parsed.error?.issues ?? []);
    if (values.dataType === 'data') {
      for (const name of amountFields) {
        const typed = readAmountText(values[name], unitOf(name, currency));
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
  return readAmountText(text, unit)?.value ?? plainAmountText(text, unit);
}

/** `1.000` is more than riyals have, though its number is 1: a thousand may have been meant. */
function hasTooManyDecimals(typed: TypedAmount | null, most: number): boolean {
  return typed !== null && typed.decimals > most;
}

interface Issue {
  path: PropertyKey[];
  message: string;
}

/** The first issue of each field, at its name. */
function errorsOf(issues: readonly Issue[]): Errors {
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
