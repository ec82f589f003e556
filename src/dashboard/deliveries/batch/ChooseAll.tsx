import { useTranslation } from '../../i18n/useTranslation.tsx';
import classes from './TroubleList.module.css';
import type { Choice } from './useChoice.ts';

interface ChooseAllProps {
  ids: readonly string[];
  choice: Choice;
}

/** Chooses all of these, or none; half marked while some are chosen. */
export function ChooseAll({ ids, choice }: ChooseAllProps) {
  const { t } = useTranslation('batches');
  const chosen = ids.filter((id) => choice.ids.has(id)).length;
  return (
    <label className={classes.choice}>
      <input
        type="checkbox"
        checked={chosen === ids.length}
        ref={(box) => {
          if (box !== null) box.indeterminate = chosen > 0 && chosen < ids.length;
        }}
        onChange={({ target }) => choice.choose(ids, target.checked)}
      />
      {t('page.failed.all')}
    </label>
  );
}
