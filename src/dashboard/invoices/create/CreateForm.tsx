import { useLocation, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FormProvider } from 'react-hook-form';
import type { CreatableType } from '../../../contract/createInvoice.ts';
import { useHost } from '../../host/Host.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { paths } from '../../paths.ts';
import { sameList } from '../listEntry.ts';
import { ChosenFields } from './ChosenFields.tsx';
import { ChosenOrder } from './ChosenOrder.tsx';
import { Correction } from './Correction.tsx';
import { CreateAlert } from './CreateAlert.tsx';
import classes from './CreatePage.module.css';
import { DataTypeChoice } from './DataTypeChoice.tsx';
import { CreateSummary } from './fields/CreateSummary.tsx';
import { issuedOf, whyNot } from './issued.ts';
import { RestoredNotice } from './RestoredNotice.tsx';
import { SubmitAction } from './SubmitAction.tsx';
import { TypeChoice } from './TypeChoice.tsx';
import { useCreateForm } from './useCreateForm.ts';
import type { Creation } from './useCreation.ts';
import { useFocusOnRefusal } from './useFocusOnRefusal.ts';

interface CreateFormProps {
  creation: Creation;
  type: CreatableType;
  /** A person chose the order just now. */
  takesFocus: boolean;
  onType: (type: CreatableType) => void;
  onOtherOrder: () => void;
}

/** The order, the type, what it is made from, and what that asks for. */
export function CreateForm({ creation, type, takesFocus, onType, onOtherOrder }: CreateFormProps) {
  const { t } = useTranslation('create');
  const host = useHost();
  const navigate = useNavigate();
  const { state: here } = useLocation();
  const { order, invoices, source, sourcePending } = creation;
  const { form, draft, submit, sending, failure, setFailure, uploading, hasTyped } = useCreateForm({
    creation,
    type,
    onCreated: ({ id }) => {
      host.toast('success', t(`created.${type}`));
      const state = { created: true, ...sameList(here) };
      void navigate({ to: paths.invoice, params: { invoiceId: id }, replace: true, state });
    },
  });
  const element = useFocusOnRefusal(failure, form.setFocus);
  const [startedOver, setStartedOver] = useState(false);
  const issued = invoices === null ? null : issuedOf(invoices);
  // What was typed stays on the screen, whatever the order turns out to have meanwhile.
  const possible = whyNot(type, issued) === null || hasTyped || sending || failure !== null;
  const refusal = failure?.kind === 'refused' ? failure.refusal : null;
  const title = sending ? t('submit.underWay') : t(`submit.${type}`);

  function startOver() {
    draft.discard();
    form.reset();
    setFailure(null);
    setStartedOver(true);
  }

  return (
    <FormProvider {...form}>
      <form
        ref={element}
        noValidate
        className={classes.columns}
        aria-busy={sending || undefined}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <div className={classes.column}>
          {draft.restored === null || startedOver || failure !== null ? null : (
            <RestoredNotice fileName={draft.restored.fileName} onStartOver={startOver} />
          )}
          <CreateAlert
            failure={failure}
            orderAddress={order.adminUrl}
            onAskAgain={() => void submit()}
            asking={sending}
          />
          <ChosenOrder
            order={order}
            invoices={invoices}
            refused={refusal?.orderId ?? null}
            takesFocus={takesFocus}
            onOtherOrder={onOtherOrder}
          />
          <TypeChoice
            chosen={possible ? type : null}
            issued={issued}
            refused={refusal?.type ?? null}
            onChoose={onType}
          >
            {type === 'credit_note' && possible && issued?.taxInvoice ? (
              <Correction invoice={issued.taxInvoice} unread={source === null && !sourcePending} />
            ) : null}
          </TypeChoice>
          {possible ? (
            <>
              <DataTypeChoice setting={creation.setting} />
              <ChosenFields creation={creation} type={type} upload={uploading} />
              <SubmitAction title={title} underWay={sending} onSubmit={() => void submit()} />
            </>
          ) : null}
        </div>
        {possible ? (
          <div className={classes.aside}>
            <CreateSummary order={order} source={source} type={type} />
          </div>
        ) : null}
      </form>
    </FormProvider>
  );
}
