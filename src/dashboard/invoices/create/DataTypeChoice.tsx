import { useId } from 'react';
import { useFormContext, useFormState } from 'react-hook-form';
import type { DataType } from '../../../contract/dataTypes.ts';
import { dataTypes } from '../../../contract/dataTypes.ts';
import type { IssuanceSetting } from '../../../contract/store.ts';
import { Card } from '../../components/Card.tsx';
import { Icon } from '../../components/Icon.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './Choices.module.css';
import type { CreateFormValues } from './createForm.ts';
import { dataTypeParts } from './dataTypes/dataTypes.tsx';
import { fitsIssuance } from './dataTypes/fitsIssuance.ts';

interface DataTypeChoiceProps {
  /** The store's issuance setting, null while unknown. */
  setting: IssuanceSetting | null;
}

/** The data types as cards. One that doesn't fit the store's setting says so, and can still be chosen. */
export function DataTypeChoice({ setting }: DataTypeChoiceProps) {
  const { t } = useTranslation('create');
  const id = useId();
  const { errors } = useFormState<CreateFormValues>({ name: 'dataType' });
  const missing = errors.dataType !== undefined;
  return (
    <Card>
      <fieldset
        className={classes.group}
        aria-labelledby={id}
        aria-describedby={missing ? `${id}-error` : undefined}
      >
        <h2 id={id}>{t('dataType.title')}</h2>
        {missing ? (
          <p id={`${id}-error`} className={classes.error} role="alert">
            {t('dataType.required')}
          </p>
        ) : null}
        <div className={classes.cards}>
          {dataTypes.map((dataType) => (
            <DataTypeCard key={dataType} dataType={dataType} setting={setting} missing={missing} />
          ))}
        </div>
      </fieldset>
    </Card>
  );
}

interface DataTypeCardProps extends DataTypeChoiceProps {
  dataType: DataType;
  missing: boolean;
}

function DataTypeCard({ dataType, setting, missing }: DataTypeCardProps) {
  const { t } = useTranslation('create');
  const { register } = useFormContext<CreateFormValues>();
  const id = useId();
  const unfit = setting !== null && !fitsIssuance(dataType, setting);
  return (
    <label className={classes.card}>
      <input
        type="radio"
        {...register('dataType')}
        value={dataType}
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-sentence`}
        aria-invalid={missing || undefined}
      />
      <span className={classes.title} id={`${id}-title`}>
        {t(`dataType.${dataType}.title`)}
      </span>
      <Icon icon={dataTypeParts[dataType].icon} size={20} className={classes.icon} />
      <span className={classes.text} id={`${id}-sentence`}>
        <span className={classes.sentence}>{t(`dataType.${dataType}.sentence`)} </span>
        <span className={unfit ? classes.unfit : classes.when}>
          {unfit ? t(`dataType.unfit.${setting}`) : t(`dataType.${dataType}.when`)}
        </span>
      </span>
    </label>
  );
}
