import ArrowTurnBackwardIcon from '@hugeicons/core-free-icons/ArrowTurnBackwardIcon';
import { Banner } from '../../components/Banner.tsx';
import { Button } from '../../components/Button.tsx';
import { fileNameText } from '../../i18n/fileName.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';

interface RestoredNoticeProps {
  /** The file that has to be chosen again. */
  fileName: string | null;
  onStartOver: () => void;
}

/** The form is as it was left; what could not be brought back is said. */
export function RestoredNotice({ fileName, onStartOver }: RestoredNoticeProps) {
  const { t } = useTranslation('create');
  return (
    <Banner
      tone="neutral"
      icon={ArrowTurnBackwardIcon}
      action={
        <Button size="small" onClick={onStartOver}>
          {t('restored.startOver')}
        </Button>
      }
    >
      {t('restored.sentence')}
      {fileName === null ? null : <> {t('restored.file', { name: fileNameText(fileName) })}</>}
    </Banner>
  );
}
