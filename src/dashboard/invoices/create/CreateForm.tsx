import { useLocation, useNavigate } from '@tanstack/react-router';
import { FormProvider } from 'react-hook-form';
import type { CreatableType } from '../../../contract/invoiceTypes.ts';
import { paths } from '../../../contract/pagePaths.ts';
import { useTranslation } from '../../i18n/useTranslation.tsx';
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
import { useFocusOnLock } from './useFocusOnLock.ts';
import { useFocusOnRefusal } from './useFocusOnRefusal.ts';
import { useStartOver } from './useStartOver.ts';
import { WhyNot } from './WhyNot.tsx';

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
  const navigate = useNavigate();
  const { state: here } = useLocation();
  const { order, invoices, source, sourcePending } = creation;
  const created = useCreateForm({
    creation,
    type,
    onCreated: ({ id }) => {
      const state = { created: true, ...sameList(here) };
      void navigate({ to: paths.invoice, params: { invoiceId: id }, replace: true, state });
    },
  });
  const { form, draft, submit, sending, failure, uploading, hasTyped, locked } = created;
  const { startedOver, startOver } = useStartOver(form.reset, draft);
  const element = useFocusOnRefusal(failure, form.setFocus);
  useFocusOnLock(element, sending);
  const issued = invoices === null ? null : issuedOf(invoices);
  const reason = whyNot(type, issued);
  // What was typed stays on the screen, whatever the order turns out to have meanwhile.
  const possible = reason === null || hasTyped || locked || failure !== null;
  const refusal = failure?.kind === 'refused' ? failure.refusal : null;
  const send = failure?.kind === 'unanswered' ? t('alert.askAgain') : t(`submit.${type}`);

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
            onChange={created.changeUnanswered}
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
                <Correction
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
                title={sending ? t('submit.underWay') : send}
                underWay={sending}
                barred={
                  reason === null || locked ? null : (
                    <WhyNot type={type} reason={reason} issued={issued} />
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
