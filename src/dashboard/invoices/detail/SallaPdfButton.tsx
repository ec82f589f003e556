import Pdf01Icon from '@hugeicons/core-free-icons/Pdf01Icon';
import { useMutation } from '@tanstack/react-query';
import { endpoints } from '../../../contract/endpoints.ts';
import { api } from '../../api/api.ts';
import { isProblem, ProblemError } from '../../api/ProblemError.ts';
import { Button, buttonClass } from '../../components/Button.tsx';
import { Icon } from '../../components/Icon.tsx';
import { webAddress } from '../../components/webAddress.ts';
import { useHost } from '../../host/Host.ts';
import { openTab } from '../../host/openedTab.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';

/**
 * Salla creates the PDF on request. Browsers open a tab only during the click, so an empty tab waits for the URL; if
 * the tab is blocked, a link replaces the button.
 */
export function SallaPdfButton({ orderId }: { orderId: number }) {
  const { t } = useTranslation('invoices');
  const host = useHost();
  const pdf = useMutation({
    mutationFn: async () => {
      const answer = await api(endpoints.printOrder(orderId));
      const address = webAddress(answer.data.url);
      if (address === null) throw new Error('the address of the PDF is not one of the web');
      return address;
    },
  });

  function open() {
    const tab = openTab(t('actions.makingPdf'));
    pdf.mutate(undefined, {
      onSuccess: (address) => tab?.go(address),
      onError: (error) => {
        tab?.close();
        // The page itself shows that the session ended.
        if (isProblem(error, 'unauthenticated')) return;
        const words = error instanceof ProblemError ? error.problem.sallaMessage : undefined;
        host.toast(
          'error',
          words === undefined ? t('actions.pdfFailed') : t('actions.pdfRefused', { words }),
        );
      },
    });
  }

  if (pdf.data !== undefined) {
    return (
      <a className={buttonClass()} href={pdf.data} target="_blank" rel="noreferrer">
        <Icon icon={Pdf01Icon} />
        {t('actions.openPdf')}
        <span className="visually-hidden"> ({t('actions.newTab')})</span>
      </a>
    );
  }
  return (
    <Button icon={Pdf01Icon} busy={pdf.isPending} onClick={open}>
      {t(pdf.isPending ? 'actions.makingPdf' : 'actions.sallaPdf')}
    </Button>
  );
}
