import { type ReactNode, useId } from 'react';
import type { InvoiceSummary } from '../../../contract/invoice.ts';
import { type CreatableType, creatableTypes } from '../../../contract/invoiceTypes.ts';
import { Card } from '../../components/Card.tsx';
import { DateText } from '../../components/DateText.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './Choices.module.css';
import {
  type ExistingInvoices,
  findUnavailableReason,
  type UnavailableType as Reason,
} from './existingInvoices.ts';
import { InvoiceLink } from './InvoiceLink.tsx';
import { GroupRefusal } from './Refusal.tsx';

interface TypeChoiceProps {
  /** Null while the type in the address can't be created. */
  chosen: CreatableType | null;
  /** Null if the order's invoices could not be loaded. */
  issued: ExistingInvoices | null;
  /** Salla's error about the type. */
  refused: string | null;
  onChoose: (type: CreatableType) => void;
  /** Details of the chosen type. */
  children?: ReactNode;
}

/** Tax invoice or credit note. A type that Salla would certainly refuse is disabled, with the reason. */
export function TypeChoice({ chosen, issued, refused, onChoose, children }: TypeChoiceProps) {
  const { t } = useTranslation('create');
  const id = useId();
  const unfit = creatableTypes.filter((type) => findUnavailableReason(type, issued) !== null);
  return (
    <Card>
      <fieldset
        className={classes.group}
        aria-labelledby={id}
        // Disabled options get no focus, so their reasons describe the group.
        aria-describedby={unfit.map((type) => `${id}-${type}`).join(' ') || undefined}
      >
        <h2 id={id}>{t('type.title')}</h2>
        <GroupRefusal message={refused} />
        <div className={classes.types}>
          {creatableTypes.map((type) => (
            <TypeOption
              key={type}
              sentenceId={`${id}-${type}`}
              type={type}
              checked={type === chosen}
              issued={issued}
              onChoose={onChoose}
            />
          ))}
        </div>
        {children}
      </fieldset>
    </Card>
  );
}

interface TypeOptionProps {
  sentenceId: string;
  type: CreatableType;
  checked: boolean;
  issued: ExistingInvoices | null;
  onChoose: (type: CreatableType) => void;
}

function TypeOption({ sentenceId, type, checked, issued, onChoose }: TypeOptionProps) {
  const { t } = useTranslation('create');
  const id = useId();
  const reason = findUnavailableReason(type, issued);
  return (
    <div className={classes.option} data-unavailable={reason !== null || undefined}>
      <label>
        <input
          type="radio"
          name="type"
          value={type}
          checked={checked}
          disabled={reason !== null}
          aria-labelledby={`${id}-title`}
          aria-describedby={sentenceId}
          onChange={() => onChoose(type)}
        />
        <span className={classes.text}>
          <span id={`${id}-title`} className={classes.title}>
            {t(`type.${type}`)}
          </span>
          {reason === null ? (
            <span id={sentenceId} className={classes.sentence}>
              {t(`type.sentence.${type}`)}
            </span>
          ) : null}
        </span>
      </label>
      {reason === null ? null : (
        <p id={sentenceId} className={classes.reason}>
          <UnavailableReason type={type} reason={reason} issued={issued} />
        </p>
      )}
    </div>
  );
}

interface WhyNotProps {
  type: CreatableType;
  reason: Reason;
  /** The invoices that the order already has. */
  issued: ExistingInvoices | null;
}

/** Why a type is disabled, with a link to the existing invoice. */
export function UnavailableReason({ type, reason, issued }: WhyNotProps) {
  const { t } = useTranslation('create');
  const existing = type === 'tax_invoice' ? issued?.taxInvoice : issued?.creditNote;
  return (
    <>
      {t(`type.whyNot.${reason}`)} {existing ? <InvoiceLink invoice={existing} /> : null}
    </>
  );
}

interface CorrectionProps {
  invoice: InvoiceSummary;
  /** Its amounts could not be loaded. */
  unread: boolean;
}

/** The tax invoice that a credit note corrects. */
export function CorrectedInvoice({ invoice, unread }: CorrectionProps) {
  const { t } = useTranslation('create');
  return (
    <div className={classes.correction}>
      <p>
        {t('type.corrects')} <InvoiceLink invoice={invoice} />{' '}
        <span className="muted">
          <DateText date={invoice.date} />
        </span>
      </p>
      {unread ? <p className={classes.unfit}>{t('type.correctsUnread')}</p> : null}
    </div>
  );
}
