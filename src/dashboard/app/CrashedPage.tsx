import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button } from '../components/Button.tsx';
import { FullPage } from '../components/FullPage.tsx';
import { useHost } from '../host/Host.ts';
import { PartLoadError } from '../host/lazyPart.tsx';
import { pageReload } from '../host/reloading.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';

/** In the place of a page whose code broke: said, with a way on. */
export function CrashedPage({ error }: Pick<ErrorComponentProps, 'error'>) {
  return error instanceof PartLoadError ? <WithoutWords /> : <Broken kind="crashed" />;
}

/** In the place of a page whose code could not be loaded, and that did not load itself again. */
export function MissingPage() {
  return <Broken kind="missingPage" />;
}

/** A page came without its words: it is loaded again where that is safe. */
function WithoutWords() {
  const [recovering, setRecovering] = useState(true);
  useEffect(() => {
    void pageReload.recover().then(setRecovering);
  }, []);
  return recovering ? null : <MissingPage />;
}

function Broken({ kind }: { kind: 'crashed' | 'missingPage' }) {
  const { t } = useTranslation();
  const host = useHost();
  useEffect(() => host.ready(), [host]);
  return (
    <FullPage title={t(`${kind}.title`)} sentence={t(`${kind}.sentence`)}>
      <Button variant="filled" onClick={host.reload}>
        {t('actions.reload')}
      </Button>
    </FullPage>
  );
}
