import Pdf01Icon from '@hugeicons/core-free-icons/Pdf01Icon';
import { type ReactNode, useId, useRef } from 'react';
import { useController, useFormContext } from 'react-hook-form';
import { maximumPdfBytes } from '../../../../contract/createInvoice.ts';
import { Button, buttonClass } from '../../../components/Button.tsx';
import { FileName } from '../../../components/FileName.tsx';
import { FieldMessage } from '../../../components/form/FieldMessage.tsx';
import { Icon } from '../../../components/Icon.tsx';
import { useLayout } from '../../../host/Host.ts';
import { useTranslation } from '../../../i18n/useTranslation.tsx';
import type { ChosenFile, CreateFormValues, UploadState } from '../createForm.ts';
import { isTaken } from './chosenFile.ts';
import classes from './FileField.module.css';
import { fileSize } from './fileSize.ts';
import { PdfPreview } from './PdfPreview.tsx';
import { UploadProgress } from './UploadProgress.tsx';
import { useFieldError } from './useFieldError.tsx';
import { useFileChoice } from './useFileChoice.ts';
import { useFileDrop } from './useFileDrop.ts';

interface FileFieldProps {
  /** Under way, with the file that is chosen. */
  upload: UploadState | null;
  /** It was sent, and can't be changed now. */
  locked: boolean;
}

/** A PDF of this device: chosen, dropped anywhere on the field, or pasted. */
export function FileField({ upload, locked }: FileFieldProps) {
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
  const most = fileSize(maximumPdfBytes, t, language);
  return (
    <div ref={element} className={classes.field} data-dragging={dragging ?? undefined}>
      <span id={`${id}-label`} className="visually-hidden">
        {t('labels.file')}
      </span>
      <div className={classes.zone} data-invalid={error ? true : undefined}>
        <div role="status">
          {chosen === null ? null : <Chosen chosen={chosen} />}
          {chosen?.encrypted && isTaken(chosen) ? (
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
              // The same file may be chosen again, after it was changed.
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
      {chosen !== null && isTaken(chosen) ? <PdfPreview file={chosen.file} /> : null}
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
        <FileName name={file.name} /> <span className="muted">{fileSize(size, t, language)}</span>
      </span>
    </p>
  );
}

/** Said when it changes: what came of a choice appears while the focus stays where it was. */
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
