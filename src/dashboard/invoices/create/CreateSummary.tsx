import { useFormContext, useWatch } from 'react-hook-form';
import { Card } from '../../components/Card.tsx';
import { Fact } from '../../components/Fact.tsx';
import { Isolate } from '../../components/Isolate.tsx';
import { MissingText } from '../../components/MissingText.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './CreateSummary.module.css';
import type { CreateFormValues } from './createForm.ts';
import { type DataTypeProps, dataTypeParts } from './dataTypes/dataTypes.tsx';

/** The invoice as entered so far. */
export function CreateSummary(props: DataTypeProps) {
  const { order, source, type } = props;
  const { t } = useTranslation('createFields');
  const { control } = useFormContext<CreateFormValues>();
  const dataType = useWatch({ control, name: 'dataType' });
  const parts = dataType === null ? null : dataTypeParts[dataType];
  return (
    <Card title={t('summary.title')}>
      <dl className={classes.lines}>
        <Fact label={t('summary.type')}>{t(`summary.types.${type}`)}</Fact>
        {source === null ? null : (
          <Fact label={t('summary.corrects')}>
            <Isolate>{source.number ?? t('summary.noNumber')}</Isolate>
          </Fact>
        )}
        <Fact label={t('summary.order')}>
          {order.number === null ? <MissingText /> : <Isolate>{order.number}</Isolate>}
        </Fact>
        <Fact label={t('summary.from')}>
          {dataType === null ? (
            <span className="muted">{t('summary.notChosen')}</span>
          ) : (
            t(`summary.dataTypes.${dataType}`)
          )}
        </Fact>
        {parts === null ? null : <parts.Summary {...props} />}
      </dl>
      {parts?.SummaryFooter === undefined ? null : <parts.SummaryFooter {...props} />}
    </Card>
  );
}
