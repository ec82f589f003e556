import { type ReactNode, useId } from 'react';
import { type CreatableType, creatableTypes } from '../../../contract/invoiceTypes.ts';
import { Card } from '../../components/Card.tsx';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './Choices.module.css';
import { type Issued, whyNot } from './issued.ts';
import { RefusedGroup } from './RefusedGroup.tsx';
import { WhyNot } from './WhyNot.tsx';

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
  const id = useId();
  const unfit = creatableTypes.filter((type) => whyNot(type, issued) !== null);
  return (
    <Card>
      <fieldset
        className={classes.group}
        aria-labelledby={id}
        // The keyboard doesn't get to what can't be chosen: its reason is heard with the group.
        aria-describedby={unfit.map((type) => `${id}-${type}`).join(' ') || undefined}
      >
        <h2 id={id}>{t('type.title')}</h2>
        <RefusedGroup message={refused} />
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
  issued: Issued | null;
  onChoose: (type: CreatableType) => void;
}

function TypeOption({ sentenceId, type, checked, issued, onChoose }: TypeOptionProps) {
  const { t } = useTranslation('create');
  const id = useId();
  const reason = whyNot(type, issued);
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
          <WhyNot type={type} reason={reason} issued={issued} />
        </p>
      )}
    </div>
  );
}
