import { useLayout } from '../../host/Host.ts';
import { inEnglish } from '../../i18n/sallaMessages.ts';
import classes from './Refusal.module.css';

/**
 * Why something was refused, as Salla or the proxy said it; a message a line. In English what Salla says (it says
 * it in Arabic) is translated where it is known, with the original beside it.
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
