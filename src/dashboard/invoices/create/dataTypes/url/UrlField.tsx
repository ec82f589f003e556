import LinkSquare02Icon from '@hugeicons/core-free-icons/LinkSquare02Icon';
import { useFormContext, useWatch } from 'react-hook-form';
import { PdfAddress } from '../../../../../contract/createInvoice.ts';
import { Fact } from '../../../../components/Fact.tsx';
import { TextField } from '../../../../components/form/TextField.tsx';
import { Icon } from '../../../../components/Icon.tsx';
import { VisuallyHidden } from '../../../../components/VisuallyHidden.tsx';
import { useTranslation } from '../../../../i18n/useTranslation.tsx';
import type { CreateFormValues } from '../../createForm.ts';
import { EnteredText } from '../../fields/EnteredText.tsx';
import { useFieldError } from '../../fields/useFieldError.tsx';
import { useTextInput } from '../../fields/useTextInput.ts';
import classes from './UrlField.module.css';

/** The URL of a PDF, with a link to check it. Neither this page nor the proxy fetches it. */
export function UrlField() {
  const { t } = useTranslation('createFields');
  const input = useTextInput('url', (typed) => typed.trim());
  const error = useFieldError('url');
  return (
    <div className={classes.field}>
      <TextField
        {...input}
        label={t('labels.url')}
        labelHidden
        help={t('help.url')}
        error={error}
        inputMode="url"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <OpenLink refused={error !== undefined} />
    </div>
  );
}

function OpenLink({ refused }: { refused: boolean }) {
  const { t } = useTranslation('createFields');
  const { control } = useFormContext<CreateFormValues>();
  const address = useWatch({ control, name: 'url', compute: pdfAddress });
  if (address === null) return null;
  return (
    <p className={classes.open}>
      <a href={address} target="_blank" rel="noreferrer">
        <Icon icon={LinkSquare02Icon} pointing />
        {t('url.open')}
        <VisuallyHidden> ({t('url.newTab')})</VisuallyHidden>
      </a>{' '}
      {refused ? null : <span className="muted">{t('url.check')}</span>}
    </p>
  );
}

/** The typed URL if the contract accepts it; no other URL becomes a link. */
function pdfAddress(typed: string): string | null {
  return PdfAddress.safeParse(typed).data ?? null;
}

export function UrlSummary() {
  const { t } = useTranslation('createFields');
  const { control } = useFormContext<CreateFormValues>();
  const url = useWatch({ control, name: 'url' });
  return (
    <Fact label={t('summary.address')}>
      <EnteredText text={url.trim()} />
    </Fact>
  );
}
