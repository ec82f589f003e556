import { useWatch } from 'react-hook-form';
import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import { Card } from '../../components/Card.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './CreatePage.module.css';
import type { CreateFormValues, UploadState } from './createForm.ts';
import { dataTypeParts } from './dataTypes/dataTypes.tsx';
import type { CreationData } from './useCreationData.ts';

interface ChosenFieldsProps {
  creation: Pick<CreationData, 'order' | 'source'>;
  type: CreatableType;
  upload: UploadState | null;
  /** The form was sent and can't be changed now. */
  locked: boolean;
}

/** The fields of the chosen data type; those of the others are not in the document. */
export function ChosenFields({ creation, type, upload, locked }: ChosenFieldsProps) {
  const { t } = useTranslation('create');
  const dataType = useWatch<CreateFormValues, 'dataType'>({ name: 'dataType' });
  if (dataType === null) return null;
  const { order, source } = creation;
  const { title, Fields, Warnings } = dataTypeParts[dataType];
  return (
    <>
      <Card title={t(title)}>
        {/* During an upload its own button cancels it. */}
        <fieldset disabled={locked && upload === null} className={classes.locked}>
          <Fields order={order} source={source} type={type} upload={upload} locked={locked} />
        </fieldset>
      </Card>
      {Warnings === undefined || locked ? null : (
        <Warnings order={order} source={source} type={type} />
      )}
    </>
  );
}
