import { useLocation, useNavigate } from '@tanstack/react-router';
import { FormProvider } from 'react-hook-form';
import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import { paths } from '../../../contract/pagePaths.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
import { keepListHistory } from '../listHistory.ts';
import { ChosenFields } from './ChosenFields.tsx';
import { ChosenOrder } from './ChosenOrder.tsx';
import { CreateAlert } from './CreateAlert.tsx';
import classes from './CreatePage.module.css';
import { CreateSummary } from './CreateSummary.tsx';
import { DataTypeChoice } from './DataTypeChoice.tsx';
import { findUnavailableReason, toExistingInvoices } from './existingInvoices.ts';
import { RestoredNotice, useStartOver } from './RestoredNotice.tsx';
import { SubmitAction } from './SubmitAction.tsx';
import { CorrectedInvoice, TypeChoice, UnavailableReason } from './TypeChoice.tsx';
import { useCreateForm } from './useCreateForm.ts';
import type { CreationData } from './useCreationData.ts';
import { useFocusOnFailure, useFocusWhileSending } from './useFormFocus.ts';

interface CreateFormProps {
  creation: CreationData;
  type: CreatableType;
  /** The user has just chosen the order: it takes the focus. */
  takesFocus: boolean;
  onType: (type: CreatableType) => void;
  onOtherOrder: () => void;
}

/** Order, invoice type, data type and the fields of that data type. */
export function CreateForm({ creation, type, takesFocus, onType, onOtherOrder }: CreateFormProps) {
  const { t } = useTranslation('create');
  const navigate = useNavigate();
  const { state: here } = useLocation();
  const { order, invoices, source, sourcePending } = creation;
  const created = useCreateForm({
    creation,
    type,
    onCreated: ({ id }) => {
      const state = { created: true, ...keepListHistory(here) };
      void navigate({ to: paths.invoice, params: { invoiceId: id }, replace: true, state });
    },
  });
  const { form, draft, submit, sending, failure, uploading, hasTyped, locked } = created;
  const { startedOver, startOver } = useStartOver(form.reset, draft);
  const element = useFocusOnFailure(failure, form.setFocus);
  useFocusWhileSending(element, sending);
  const issued = invoices === null ? null : toExistingInvoices(invoices);
  const reason = findUnavailableReason(type, issued);
  // Typed values stay visible even if the order has got such an invoice meanwhile.
  const possible = reason === null || hasTyped || locked || failure !== null;
  const refusal = failure?.kind === 'refused' ? failure.refusal : null;
  const send = failure?.kind === 'unconfirmed' ? t('alert.askAgain') : t(`submit.${type}`);

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
            <RestoredNotice
              fileName={draft.restored.fileName}
              onStartOver={() => void startOver()}
            />
          )}
          <CreateAlert
            failure={failure}
            type={type}
            orderAddress={order.adminUrl}
            onAskAgain={() => void submit()}
            onChange={created.changeUnconfirmed}
            checking={created.checking}
          />
          <ChosenOrder
            order={order}
            invoices={invoices}
            refused={refusal?.orderId ?? null}
            takesFocus={takesFocus}
            onOtherOrder={onOtherOrder}
          />
          <fieldset disabled={locked} className={classes.locked}>
            <TypeChoice
              chosen={possible ? type : null}
              issued={issued}
              refused={refusal?.type ?? null}
              onChoose={onType}
            >
              {type === 'credit_note' && possible && issued?.taxInvoice ? (
                <CorrectedInvoice
                  invoice={issued.taxInvoice}
                  unread={source === null && !sourcePending}
                />
              ) : null}
            </TypeChoice>
            {possible ? <DataTypeChoice setting={creation.setting} /> : null}
          </fieldset>
          {possible ? (
            <>
              <ChosenFields creation={creation} type={type} upload={uploading} locked={locked} />
              <SubmitAction
                title={sending ? t('submit.pending') : send}
                pending={sending}
                disabledReason={
                  reason === null || locked ? null : (
                    <UnavailableReason type={type} reason={reason} issued={issued} />
                  )
                }
                onSubmit={() => void submit()}
              />
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
