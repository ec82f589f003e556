import { type ReactNode, useId } from 'react';
import { CreatableType } from '../../../contract/createInvoice.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { Card } from '../../ui/Card.tsx';
import classes from './Choices.module.css';
import { InvoiceLink } from './InvoiceLink.tsx';
import { type Issued, whyNot } from './issued.ts';
import { RefusedGroup } from './RefusedGroup.tsx';

interface TypeChoiceProps {
  /** Null while the one at the address can't be created. */
  chosen: CreatableType | null;
  /** What the order has already; null where nobody knows. */
  issued: Issued | null;
  /** What Salla has against this type. */
  refused: string | null;
  onChoose: (type: CreatableType) => void;
  /** More about the chosen one. */
  children?: ReactNode;
}

/** Tax invoice or credit note; what Salla would refuse for certain can't be chosen, and says why. */
export function TypeChoice({ chosen, issued, refused, onChoose, children }: TypeChoiceProps) {
  const { t } = useTranslation('create');
  const legend = useId();
  return (
    <Card>
      <fieldset className={classes.group} aria-labelledby={legend}>
        <h2 id={legend}>{t('type.title')}</h2>
        <RefusedGroup message={refused} />
        <div className={classes.types}>
          {CreatableType.options.map((type) => (
            <TypeOption
              key={type}
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
  type: CreatableType;
  checked: boolean;
  issued: Issued | null;
  onChoose: (type: CreatableType) => void;
}

function TypeOption({ type, checked, issued, onChoose }: TypeOptionProps) {
  const { t } = useTranslation('create');
  const id = useId();
  const reason = whyNot(type, issued);
  const existing = type === 'tax_invoice' ? issued?.taxInvoice : issued?.creditNote;
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
          aria-describedby={`${id}-sentence`}
          onChange={() => onChoose(type)}
        />
        <span className={classes.text}>
          <span id={`${id}-title`} className={classes.title}>
            {t(`type.${type}`)}
          </span>
          {reason === null ? (
            <span id={`${id}-sentence`} className={classes.sentence}>
              {t(`type.sentence.${type}`)}
            </span>
          ) : null}
        </span>
      </label>
      {reason === null ? null : (
        <p id={`${id}-sentence`} className={classes.reason}>
          {t(`type.whyNot.${reason}`)} {existing ? <InvoiceLink invoice={existing} /> : null}
        </p>
      )}
    </div>
  );
}
