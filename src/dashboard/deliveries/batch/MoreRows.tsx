import { Button } from '../../components/Button.tsx';
import { useLayout } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { counted } from './counted.ts';

interface MoreRowsProps {
  /** How many are not shown. */
  more: number;
  onShow: () => void;
}

/** Below the first rows of a long list: the rest of them. */
export function MoreRows({ more, onShow }: MoreRowsProps) {
  const { t } = useTranslation('batches');
  const { language } = useLayout();
  if (more === 0) return null;
  return (
    <Button size="small" variant="quiet" onClick={onShow}>
      {t('page.failed.more', counted(more, language))}
    </Button>
  );
}
