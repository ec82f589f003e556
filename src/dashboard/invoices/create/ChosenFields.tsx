import { useWatch } from 'react-hook-form';
import type { DataType } from '../../../contract/dataTypes.ts';
import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import { Card } from '../../components/Card.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './CreatePage.module.css';
import type { CreateFormValues, UploadState } from './createForm.ts';
import { DataFields } from './fields/DataFields.tsx';
import { FiguresToCheck } from './fields/FiguresToCheck.tsx';
import { FileField } from './fields/FileField.tsx';
import { UrlField } from './fields/UrlField.tsx';
import { OrderContents } from './OrderContents.tsx';
import type { Creation } from './useCreation.ts';

interface ChosenFieldsProps {
  creation: Pick<Creation, 'order' | 'source'>;
  type: CreatableType;
  upload: UploadState | null;
  /** It was sent, and can't be changed now. */
  locked: boolean;
}

/** What the chosen data type asks for, and nothing else: the others' fields are not in the document. */
export function ChosenFields(props: ChosenFieldsProps) {
  const { t } = useTranslation('create');
  const dataType = useWatch<CreateFormValues, 'dataType'>({ name: 'dataType' });
  if (dataType === null) return null;
  return (
    <>
      <Card title={dataType === 'order' ? t('contents.title') : t(`dataType.${dataType}.title`)}>
        {/* An upload under way has its own button, to cancel it. */}
        <fieldset disabled={props.locked && props.upload === null} className={classes.locked}>
          <Fields dataType={dataType} {...props} />
        </fieldset>
      </Card>
      {dataType === 'data' && !props.locked ? <FiguresToCheck {...props.creation} /> : null}
    </>
  );
}

function Fields({
  dataType,
  creation,
  type,
  upload,
  locked,
}: ChosenFieldsProps & { dataType: DataType }) {
  const { order, source } = creation;
  switch (dataType) {
    case 'order':
      return <OrderContents order={order} source={source} type={type} />;
    case 'data':
      return <DataFields type={type} order={order} source={source} />;
    case 'url':
      return <UrlField />;
    case 'file':
      return <FileField upload={upload} locked={locked} />;
  }
}
