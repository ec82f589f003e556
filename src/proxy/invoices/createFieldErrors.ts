import type { z } from 'zod';
import {
  type CreateRule,
  createRules,
  maximumAmount,
  maximumPercent,
} from '../../contract/createInvoice.ts';
import { dataTypes } from '../../contract/dataTypes.ts';
import { creatableTypes } from '../../contract/invoiceTypes.ts';
import { type FieldText, fieldsOf } from '../http/fieldErrors.ts';

type TextsOfField = Partial<Record<CreateRule, FieldText>>;

const oneOf = (values: readonly string[]): TextsOfField => {
  const text: FieldText = { key: 'one_of', value: values.join(', ') };
  return { required: text, wrong_type: text };
};
const amount: TextsOfField = {
  required: { key: 'amount_required' },
  too_large: { key: 'too_large', value: maximumAmount.toLocaleString('en') },
};
const orderId: FieldText = { key: 'order_id' };

/** What a rule says of this field more exactly than of others. */
const textsOfField: Readonly<Record<string, TextsOfField>> = {
  orderId: { required: orderId, wrong_type: orderId },
  type: oneOf(creatableTypes),
  dataType: oneOf(dataTypes),
  invoiceNumber: { required: { key: 'number_required' } },
  subTotal: amount,
  shippingCost: amount,
  cashOnDeliveryCost: amount,
  tax: { ...amount, too_large: { key: 'too_large', value: String(maximumPercent) } },
  taxValue: amount,
  total: amount,
  url: { required: { key: 'url_required' } },
  file: { required: { key: 'file_required' } },
};

/** The fields of a request to create an invoice that the contract refused, with a sentence for each. */
export function createFieldsOf(error: z.ZodError): Record<string, FieldText[]> {
  return fieldsOf(error, textOf);
}

function textOf(issue: z.core.$ZodIssue): FieldText {
  const [field] = issue.path;
  if (field === undefined) return { key: 'wrong_type' };
  const rule = createRules.find((one) => one === issue.message);
  if (rule === undefined) return { key: 'wrong_format' };
  return textsOfField[String(field)]?.[rule] ?? textOfRule(rule, issue);
}

function textOfRule(rule: CreateRule, issue: z.core.$ZodIssue): FieldText {
  switch (rule) {
    case 'wrong_type':
      return { key: 'text' };
    case 'too_long':
      return { key: 'text_too_long', value: issue.code === 'too_big' ? String(issue.maximum) : '' };
    case 'decimals':
      return {
        key: 'decimals',
        value: issue.code === 'custom' ? String(issue.params?.digits) : '',
      };
    default:
      return { key: rule };
  }
}
