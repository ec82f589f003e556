import { type InputHTMLAttributes, type ReactNode, type Ref, useId } from 'react';
import { FieldMessage } from './FieldMessage.tsx';
import classes from './TextField.module.css';

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'className'> {
  label: string;
  /** The heading right above says the same: the label is for screen readers alone. */
  labelHidden?: boolean;
  help?: ReactNode;
  /** Why it is refused, said to screen readers when it appears; stands in place of the help. */
  error?: ReactNode;
  /** What may be wrong with it and what to do, said to screen readers when it appears; null where nothing is. */
  hint?: ReactNode;
  /** A sign left of what is typed, or right of it, in either direction of the page. */
  before?: ReactNode;
  after?: ReactNode;
  /** What is typed is a quantity, to be held against those above and below. */
  numeric?: boolean;
  /** Of the line itself; what is said of it may be longer. */
  length?: 'short' | 'medium' | 'full';
  ref?: Ref<HTMLInputElement>;
}

/**
 * A labelled line of text that is written left to right whatever the page's direction: numbers, addresses, codes.
 * Uncontrolled where it is given no `value`, so that typing costs nothing.
 */
export function TextField({
  label,
  labelHidden = false,
  help,
  error,
  hint,
  before,
  after,
  numeric = false,
  length = 'full',
  ...input
}: TextFieldProps) {
  const id = useId();
  const message = error ?? help;
  const sign = before ?? after;
  const description = [sign && `${id}-sign`, message && `${id}-message`, hint && `${id}-hint`];
  return (
    <div className={classes.field}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : undefined}>
        {label}
      </label>
      <div className={length === 'full' ? undefined : classes[length]}>
        <div className={classes.box} dir="ltr" data-invalid={error ? true : undefined}>
          {before ? (
            <span id={`${id}-sign`} className={classes.sign}>
              {before}
            </span>
          ) : null}
          <input
            type="text"
            {...input}
            id={id}
            className={`${classes.input} ${numeric ? classes.numeric : ''}`}
            aria-invalid={error ? true : undefined}
            aria-describedby={description.filter(Boolean).join(' ') || undefined}
          />
          {after ? (
            <span id={`${id}-sign`} className={classes.sign}>
              {after}
            </span>
          ) : null}
        </div>
      </div>
      <div aria-live="polite">
        {error ? (
          <FieldMessage id={`${id}-message`} tone="error">
            {error}
          </FieldMessage>
        ) : null}
      </div>
      {help && !error ? (
        <FieldMessage id={`${id}-message`} tone="help">
          {help}
        </FieldMessage>
      ) : null}
      {hint === undefined ? null : (
        <div id={`${id}-hint`} role="status">
          {hint}
        </div>
      )}
    </div>
  );
}
