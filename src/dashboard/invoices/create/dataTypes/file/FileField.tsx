import Pdf01Icon from '@hugeicons/core-free-icons/Pdf01Icon';
import { type ReactNode, useId, useRef } from 'react';
import { useController, useFormContext, useWatch } from 'react-hook-form';
import { maximumPdfBytes } from '../../../../../contract/createInvoice.ts';
import { Button, buttonClass } from '../../../../components/Button.tsx';
import { Fact } from '../../../../components/Fact.tsx';
import { FileName } from '../../../../components/FileName.tsx';
import { FieldMessage } from '../../../../components/form/FieldMessage.tsx';
import { Icon } from '../../../../components/Icon.tsx';
import { useLayout } from '../../../../host/Host.ts';
import { useTranslation } from '../../../../i18n/useTranslation.tsx';
import createSummary from '../../CreateSummary.module.css';
import type { ChosenFile, CreateFormValues } from '../../createForm.ts';
import { EnteredText } from '../../fields/EnteredText.tsx';
import { useFieldError } from '../../fields/useFieldError.tsx';
import type { DataTypeFieldsProps } from '../dataTypes.tsx';
import classes from './FileField.module.css';
import { formatFileSize } from './fileSize.ts';
import { PdfPreview } from './PdfPreview.tsx';
import { UploadProgress } from './UploadProgress.tsx';
import { isAccepted, useFileChoice } from './useFileChoice.ts';
import { useFileDrop } from './useFileDrop.ts';

/** A PDF of this device: chosen, dropped on the field, or pasted. */
export function FileField({ upload, locked }: Pick<DataTypeFieldsProps, 'upload' | 'locked'>) {
  const { t } = useTranslation('createFields');
  const { language } = useLayout();
  const id = useId();
  const element = useRef<HTMLDivElement>(null);
  const { setFocus } = useFormContext<CreateFormValues>();
  const { field } = useController<CreateFormValues, 'file'>({ name: 'file' });
  const { trouble, take, remove } = useFileChoice();
  const dragging = useFileDrop(element, (files) => {
    if (!locked) void take(files);
  });
  const refused = useFieldError('file');
  const error = trouble === null ? refused : t(`file.${trouble}`);
  const chosen = field.value;
  const most = formatFileSize(maximumPdfBytes, t, language);
  return (
    <div ref={element} className={classes.field} data-dragging={dragging ?? undefined}>
      <span id={`${id}-label`} className="visually-hidden">
        {t('labels.file')}
      </span>
      <div className={classes.zone} data-invalid={error ? true : undefined}>
        <div role="status">
          {chosen === null ? null : <Chosen chosen={chosen} />}
          {chosen?.encrypted && isAccepted(chosen) ? (
            <FieldMessage id={`${id}-protected`} tone="warning">
              {t('file.protected')}
            </FieldMessage>
          ) : null}
        </div>
        {dragging === 'over' ? <p className={classes.drop}>{t('file.drop')}</p> : null}
        {upload === null ? null : <UploadProgress upload={upload} />}
        <div className={classes.actions} hidden={upload !== null}>
          <input
            ref={field.ref}
            id={id}
            type="file"
            accept="application/pdf,.pdf"
            className="visually-hidden"
            aria-labelledby={`${id}-label ${id}-choose`}
            aria-describedby={`${id}-message ${id}-protected`}
            aria-invalid={error ? true : undefined}
            onBlur={field.onBlur}
            onChange={({ target }) => {
              void take([...(target.files ?? [])]);
              // Allows choosing the same file again, after a change.
              target.value = '';
            }}
          />
          <label id={`${id}-choose`} htmlFor={id} className={buttonClass('outlined')}>
            {t(chosen === null ? 'file.choose' : 'file.replace')}
          </label>
          {chosen === null ? null : (
            <Button
              variant="quiet"
              onClick={() => {
                remove();
                setFocus('file');
              }}
            >
              {t('file.remove')}
            </Button>
          )}
        </div>
        <Message
          id={`${id}-message`}
          error={error}
          help={upload === null ? t('help.file', { most }) : null}
        />
      </div>
      {chosen !== null && isAccepted(chosen) ? <PdfPreview file={chosen.file} /> : null}
    </div>
  );
}

function Chosen({ chosen: { file, size } }: { chosen: ChosenFile }) {
  const { t } = useTranslation('createFields');
  const { language } = useLayout();
  return (
    <p className={classes.chosen}>
      <Icon icon={Pdf01Icon} size={20} />
      <span>
        <FileName name={file.name} />{' '}
        <span className="muted">{formatFileSize(size, t, language)}</span>
      </span>
    </p>
  );
}

/** A status region, so that screen readers announce the result of a choice. */
function Message({ id, error, help }: { id: string; error: ReactNode; help: string | null }) {
  const said = error ?? help;
  return (
    <div role="status">
      {said === null ? null : (
        <FieldMessage id={id} tone={error ? 'error' : 'help'}>
          {said}
        </FieldMessage>
      )}
    </div>
  );
}

export function FileSummary() {
  const { t } = useTranslation('createFields');
  const { control } = useFormContext<CreateFormValues>();
  const chosen = useWatch({ control, name: 'file' });
  return (
    <Fact label={t('summary.file')}>
      {chosen === null ? (
        <EnteredText text="" />
      ) : (
        <span className={createSummary.entered}>
          <FileName name={chosen.file.name} />
        </span>
      )}
    </Fact>
  );
}
