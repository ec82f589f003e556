import Alert02Icon from '@hugeicons/core-free-icons/Alert02Icon';
import { type ReactNode, useState } from 'react';
import { isProblem, waitableProblem } from '../api/ProblemError.ts';
import { problemWords } from '../api/problemWords.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';
import { Banner } from './Banner.tsx';
import { Button } from './Button.tsx';
import { ProblemMessage } from './ProblemMessage.tsx';
import classes from './QueryState.module.css';
import { RetryCountdown } from './RetryCountdown.tsx';
import { useIsSlow } from './useIsSlow.ts';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** The parts of a TanStack Query result that decide what is shown. */
interface QueryLike<Data> {
  data: Data | undefined;
  error: unknown;
  /** How many times it has failed so far, as TanStack Query counts. */
  errorUpdateCount: number;
  isFetching: boolean;
  /** The data is another query's, until this one's come. */
  isPlaceholderData?: boolean;
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
  const [old, setOld] = useState(query.data);
  if (query.data !== undefined && query.data !== old) setOld(query.data);
  const shown = query.data ?? (keepsOld ? old : undefined);
  const error = useLastError(query);
  if (shown !== undefined) {
    return (
      <>
        {error ? (
          <StaleBanner
            error={error}
            isOther={hasNone(query)}
            onRetry={() => query.refetch()}
            retrying={query.isFetching}
          />
        ) : null}
        {children(shown)}
      </>
    );
  }
  if (error) {
    if (missing !== undefined && isProblem(error, 'not_found')) return missing;
    return (
      <ProblemMessage error={error} onRetry={() => query.refetch()} retrying={query.isFetching} />
    );
  }
  return <Waiting>{skeleton}</Waiting>;
}

/** Why the query failed, also while it is tried again: what says so stays, and with it the focus of whoever pressed. */
function useLastError<Data>(query: QueryLike<Data>) {
  const { error, errorUpdateCount, isFetching } = query;
  const [last, setLast] = useState(error);
  if (error && error !== last) setLast(error);
  const isTriedAgain = isFetching && errorUpdateCount > 0 && hasNone(query);
  return error ?? (isTriedAgain ? last : null);
}

function hasNone<Data>({ data, isPlaceholderData = false }: QueryLike<Data>): boolean {
  return data === undefined || isPlaceholderData;
}

interface StaleBannerProps {
  error: unknown;
  /** What is shown is not what was asked for, but what was there before. */
  isOther: boolean;
  onRetry: () => void;
  retrying: boolean;
}

function StaleBanner({ error, isOther, onRetry, retrying }: StaleBannerProps) {
  const { t } = useTranslation();
  const waitable = waitableProblem(error);
  const reason = t(`problems.${problemWords(error)}.title`);
  const words = isOther ? 'keptOld' : 'staleBecause';
  return (
    <Banner
      tone="warning"
      icon={Alert02Icon}
      action={
        <Button size="small" onClick={onRetry} busy={retrying}>
          {t('actions.tryAgain')}
        </Button>
      }
    >
      {waitable === null && !isOther ? t('stale') : t(words, { reason })}{' '}
      {waitable === null ? null : <RetryCountdown error={waitable} onOver={onRetry} />}
    </Banner>
  );
}

function Waiting({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const slow = useIsSlow();
  return (
    <div className={classes.waiting} aria-busy="true">
      <p className={slow ? classes.slow : 'visually-hidden'} role="status">
        {slow ? t('slow') : <VisuallyHidden>{t('loading')}</VisuallyHidden>}
      </p>
      {children}
    </div>
  );
}
