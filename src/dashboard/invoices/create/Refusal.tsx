import { useLayout } from '../../host/Host.ts';
import { inEnglish } from '../../i18n/sallaMessages.ts';
import classes from './Refusal.module.css';

/**
 * An error message of Salla or the proxy, one line each. In English, known Arabic messages of Salla are translated,
 * with the original beside them.
 */
export function Refusal({ message }: { message: string }) {
  return message
    .split('\n')
    .map((line) => line.trim())
    .map((line) => <Line key={line} text={line} />);
}

function Line({ text }: { text: string }) {
  const { language } = useLayout();
  const translation = language === 'en' ? inEnglish(text) : null;
  const original = <bdi lang={/\p{Script=Arabic}/u.test(text) ? 'ar' : 'en'}>{text}</bdi>;
  if (translation === null) return <span className={classes.line}>{original}</span>;
  return (
    <span className={classes.line}>
      {translation} <span className={classes.original}>{original}</span>
    </span>
  );
}

/** The error of a group of inputs. `data-refusal` marks it for the focus after a failed submit. */
export function GroupRefusal({ message }: { message: string | null }) {
  if (message === null) return null;
  return (
    <p className={classes.refused} role="alert" tabIndex={-1} data-refusal>
      <Refusal message={message} />
    </p>
  );
}
