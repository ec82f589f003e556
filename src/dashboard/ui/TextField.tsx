import { type InputHTMLAttributes, type Ref, useId } from 'react';
import classes from './TextField.module.css';

interface TextFieldProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string;
  /** Below the field; an error takes its place. */
  help?: string | undefined;
  error?: string | undefined;
  /** The label is read but not seen: the placeholder or the surroundings say it. */
  labelHidden?: boolean;
  ref?: Ref<HTMLInputElement>;
}

/** A labelled input; the rest are the input's own attributes. */
export function TextField({
  label,
  help,
  error,
  labelHidden = false,
  id,
  className,
  ...rest
}: TextFieldProps) {
  const madeId = useId();
  const inputId = id ?? madeId;
  const noteId = `${inputId}-note`;
  const note = error ?? help;
  return (
    <div className={`${classes.field} ${className ?? ''}`}>
      <label htmlFor={inputId} className={labelHidden ? 'visually-hidden' : classes.label}>
        {label}
      </label>
      <input
        {...rest}
        id={inputId}
        className={classes.input}
        aria-invalid={error === undefined ? undefined : true}
        aria-describedby={note === undefined ? undefined : noteId}
      />
      {note === undefined ? null : (
        <p id={noteId} className={error === undefined ? classes.help : classes.error}>
          {note}
        </p>
      )}
    </div>
  );
}
