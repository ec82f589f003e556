import Logout03Icon from '@hugeicons/core-free-icons/Logout03Icon';
import { useMutation } from '@tanstack/react-query';
import { endpoints } from '../../contract/endpoints.ts';
import { paths } from '../../contract/pagePaths.ts';
import { api } from '../api/api.ts';
import { IconButton } from '../components/IconButton.tsx';
import { useHost } from '../host/Host.ts';
import { useTranslation } from '../i18n/useTranslation.tsx';

/** Ends the session and leaves nothing of the store behind in the tab. */
export function SignOutButton() {
  const { t } = useTranslation();
  const host = useHost();
  const signOut = useMutation({
    mutationFn: () => api(endpoints.endSession()),
    onSuccess: () => location.assign(paths.signIn),
    onError: () => host.toast('error', t('settings.signOutFailed')),
  });
  return (
    <IconButton
      icon={Logout03Icon}
      pointing
      label={t('settings.signOut')}
      disabled={signOut.isPending}
      onClick={() => signOut.mutate()}
    />
  );
}
