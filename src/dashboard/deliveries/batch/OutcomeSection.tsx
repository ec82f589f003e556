import { type ReactNode, useState } from 'react';
import { Button } from '../../components/Button.tsx';
import { Card } from '../../components/Card.tsx';
import { useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { pluralArgs } from './pluralArgs.ts';
import classes from './TroubleList.module.css';

interface OutcomeSectionProps {
  title: string;
  /** What the outcome means. */
  sentence?: string;
  /** Buttons; null for none. */
  actions?: ReactNode;
  children: ReactNode;
}

/** One outcome of a batch: a card with its title, its meaning, its buttons and its orders. */
export function OutcomeSection({ title, sentence, actions, children }: OutcomeSectionProps) {
  return (
    <Card
      title={title}
      actions={actions ? <span className={classes.buttons}>{actions}</span> : null}
    >
      {sentence === undefined ? null : <p className={classes.sentence}>{sentence}</p>}
      {children}
    </Card>
  );
}

const firstShown = 10;

interface RowListProps<Row> {
  rows: readonly Row[];
  /** One `<li>`. */
  children: (row: Row) => ReactNode;
}

/** The first rows of a section, and a button for the rest. */
export function RowList<Row>({ rows, children }: RowListProps<Row>) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  const [isWhole, setIsWhole] = useState(false);
  const more = isWhole ? 0 : Math.max(0, rows.length - firstShown);
  return (
    <>
      <ul className={classes.rows}>{(isWhole ? rows : rows.slice(0, firstShown)).map(children)}</ul>
      {more === 0 ? null : (
        <Button size="small" variant="quiet" onClick={() => setIsWhole(true)}>
          {t('page.failed.more', pluralArgs(more, language))}
        </Button>
      )}
    </>
  );
}
