import { useLocation, useRouter } from '@tanstack/react-router';
import { useEffect } from 'react';
import { paths } from '../../contract/pagePaths.ts';
import { readSignInSearch } from '../paths.ts';

/** `/sign-in` with a session: on to where the person was going. */
export function ReturnAfterSignIn() {
  const { search } = useLocation();
  const { history } = useRouter();
  const returnTo = readSignInSearch(search).returnTo ?? paths.invoices;
  useEffect(() => history.replace(returnTo), [history, returnTo]);
  return <main />;
}
