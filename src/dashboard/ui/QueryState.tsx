import Alert02Icon from '@hugeicons/core-free-icons/Alert02Icon';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { isProblem } from '../lib/ProblemError.ts';
import { problemWords } from '../lib/problemWords.ts';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { ProblemMessage } from './ProblemMessage.tsx';
import classes from './QueryState.module.css';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** The parts of a TanStack Query result that decide what is shown. */
interface QueryLike<Data> {
  data: Data | undefined;
  error: unknown;
  isFetching: boolean;
  refetch: () => unknown;
}

interface QueryStateProps<Data> {
  query: QueryLike<Data>;
  /** In the geometry of what comes, so that nothing moves when it does. */
  skeleton: ReactNode;
  children: (data: Data) => ReactNode;
  /** Shown when the answer was `not_found`. */
  missing?: ReactNode;
  /** A list: when other rows were asked for and did not come, those of before stay. */
  keepsOld?: boolean;
}

/**
 * Data first (with a banner when a refetch failed), else the error, else the skeleton.
 *
 *     <QueryState query={invoice} skeleton={<InvoiceSkeleton />} missing={<InvoiceNotFound />}>
 *       {(data) => <InvoiceHead invoice={data} />}
 *     </QueryState>
 */
export function QueryState<Data>({
  query,
  skeleton,
  children,
  missing,
  keepsOld = false,
}: QueryStateProps<Data>) {
  const { t } = useTranslation();
  const [old, setOld] = useState(query.data);
  if (query.data !== undefined && query.data !== old) setOld(query.data);
  const shown = query.data ?? (keepsOld ? old : undefined);
  if (shown !== undefined) {
    return (
      <>
        {query.error ? (
          <Banner
            tone="warning"
            icon={Alert02Icon}
            action={
              <Button size="small" onClick={() => query.refetch()} busy={query.isFetching}>
                {t('actions.tryAgain')}
              </Button>
            }
          >
            {query.data === undefined
              ? t('keptOld', { reason: t(`problems.${problemWords(query.error)}.title`) })
              : t('stale')}
          </Banner>
        ) : null}
        {children(shown)}
      </>
    );
  }
  if (query.error) {
    if (missing !== undefined && isProblem(query.error, 'not_found')) return missing;
    return (
      <ProblemMessage
        error={query.error}
        onRetry={() => query.refetch()}
        retrying={query.isFetching}
      />
    );
  }
  return <Waiting>{skeleton}</Waiting>;
}

const slowAfterMs = 8000;

function Waiting({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={classes.waiting} aria-busy="true">
      <p className={slow ? classes.slow : 'visually-hidden'} role="status">
        {slow ? t('slow') : <VisuallyHidden>{t('loading')}</VisuallyHidden>}
      </p>
      {children}
    </div>
  );
}
