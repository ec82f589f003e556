import Calculator01Icon from '@hugeicons/core-free-icons/Calculator01Icon';
import Link01Icon from '@hugeicons/core-free-icons/Link01Icon';
import Pdf01Icon from '@hugeicons/core-free-icons/Pdf01Icon';
import ShoppingBag01Icon from '@hugeicons/core-free-icons/ShoppingBag01Icon';
import type { ComponentProps, ComponentType } from 'react';
import type { DataType } from '../../../../contract/dataTypes.ts';
import type { Invoice } from '../../../../contract/invoice.ts';
import type { CreatableType } from '../../../../contract/invoiceTypes.ts';
import type { Order } from '../../../../contract/order.ts';
import type { Icon } from '../../../components/Icon.tsx';
import type { UploadState } from '../createForm.ts';
import { AmountWarnings } from './amounts/AmountWarnings.tsx';
import { DataFields } from './amounts/DataFields.tsx';
import { AmountsSummary, InvoiceNumberSummary } from './amounts/DataSummary.tsx';
import { FileField, FileSummary } from './file/FileField.tsx';
import { OrderContents, OrderSummary } from './order/OrderContents.tsx';
import { UrlField, UrlSummary } from './url/UrlField.tsx';

export interface DataTypeProps {
  order: Order;
  /** The tax invoice that a credit note corrects. */
  source: Invoice | null;
  type: CreatableType;
}

export interface DataTypeFieldsProps extends DataTypeProps {
  upload: UploadState | null;
  /** The form was sent and can't be changed now. */
  locked: boolean;
}

interface DataTypeParts {
  icon: ComponentProps<typeof Icon>['icon'];
  /** The heading of the fields, a key of the `create` words. */
  title: 'contents.title' | `dataType.${Exclude<DataType, 'order'>}.title`;
  Fields: ComponentType<DataTypeFieldsProps>;
  /** Below the fields, while the form can still be changed. */
  Warnings?: ComponentType<DataTypeProps>;
  /** Lines of the summary. */
  Summary: ComponentType<DataTypeProps>;
  /** Below the lines of the summary. */
  SummaryFooter?: ComponentType<DataTypeProps>;
}

/** What the create page shows for each data type of the contract. */
export const dataTypeParts: Readonly<Record<DataType, DataTypeParts>> = {
  order: {
    icon: ShoppingBag01Icon,
    title: 'contents.title',
    Fields: OrderContents,
    Summary: OrderSummary,
  },
  data: {
    icon: Calculator01Icon,
    title: 'dataType.data.title',
    Fields: DataFields,
    Warnings: AmountWarnings,
    Summary: InvoiceNumberSummary,
    SummaryFooter: AmountsSummary,
  },
  url: {
    icon: Link01Icon,
    title: 'dataType.url.title',
    Fields: UrlField,
    Summary: UrlSummary,
  },
  file: {
    icon: Pdf01Icon,
    title: 'dataType.file.title',
    Fields: FileField,
    Summary: FileSummary,
  },
};
