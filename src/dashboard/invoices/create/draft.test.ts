import { createFormControl } from 'react-hook-form';
import { describe, expect, it } from 'vitest';
import type { CreateInvoice } from '../../../contract/createInvoice.ts';
import type { ReloadSlot } from '../../host/reloadSlots.ts';
import { type ChosenFile, type CreateFormValues, emptyForm } from './createForm.ts';
import { trackDraft } from './draft.ts';
import { createDraftStore } from './draftStore.ts';

const hour = 3_600_000;
const owner = { storeId: 1, userId: 2, orderId: 3, type: 'tax_invoice' } as const;
const prefilled = { ...emptyForm, subTotal: '100.00' };

/** A slot that survives reloads. */
function openSlot(): ReloadSlot {
  let kept: string | null = null;
  return {
    read: () => kept,
    write: (text) => {
      kept = text;
    },
    clear: () => {
      kept = null;
    },
  };
}

/** The page after loading: a prefilled form and its draft. */
function openPage(slot: ReloadSlot, at = 0) {
  const defaultValues = prefilled;
  const form = createFormControl<CreateFormValues, unknown, CreateInvoice>({ defaultValues });
  const store = createDraftStore([slot], () => at);
  return {
    form,
    draft: trackDraft(form, { store, owner }),
  };
}

function chosenFile(name: string): ChosenFile {
  const file = new File(['%PDF-1.7'], name, { lastModified: 1 });
  return { file, size: file.size, head: new Uint8Array(), encrypted: false };
}

describe('a restored form', () => {
  it('has the typed and chosen values, marked as typed', () => {
    const slot = openSlot();
    const before = openPage(slot);
    before.form.setValue('dataType', 'url');
    before.form.setValue('url', 'https://example.com/a.pdf');
    before.draft.stop();
    const after = openPage(slot);
    expect(after.form.getValues()).toMatchObject({
      dataType: 'url',
      url: 'https://example.com/a.pdf',
      subTotal: '100.00',
    });
    expect(after.draft.restored).toEqual({ fileName: null, unconfirmed: false });
  });

  it('keeps emptied fields empty and prefills untouched ones again', () => {
    const slot = openSlot();
    const before = openPage(slot);
    before.form.setValue('subTotal', '');
    before.form.setValue('total', '115');
    before.draft.stop();
    expect(openPage(slot).form.getValues()).toMatchObject({ subTotal: '', total: '115', tax: '' });
    const kept = createDraftStore([slot], () => 0).read(owner);
    expect(kept?.typed).toEqual({ subTotal: '', total: '115' });
  });

  it('is stored on flush while the page is open', () => {
    const slot = openSlot();
    const before = openPage(slot);
    before.form.setValue('url', 'https://');
    before.draft.flush();
    expect(openPage(slot).form.getValues('url')).toBe('https://');
  });

  it('lacks its file and names it', () => {
    const slot = openSlot();
    const before = openPage(slot);
    before.form.setValue('dataType', 'file');
    before.form.setValue('file', chosenFile('march.pdf'));
    before.draft.stop();
    const after = openPage(slot);
    expect(after.draft.restored).toEqual({ fileName: 'march.pdf', unconfirmed: false });
    expect(after.form.getValues()).toMatchObject({ dataType: 'file', file: null });
  });

  it('is not stored if nothing was typed', () => {
    const slot = openSlot();
    const before = openPage(slot);
    before.form.setValue('url', 'x');
    before.form.setValue('url', '');
    before.draft.stop();
    expect(openPage(slot).draft.restored).toBeNull();
  });

  it('moves to the other invoice type', () => {
    const slot = openSlot();
    const { form, draft } = openPage(slot);
    form.setValue('url', 'https://example.com/a.pdf');
    draft.stop();
    const store = createDraftStore([slot], () => 0);
    const asCreditNote = { ...owner, type: 'credit_note' } as const;
    trackDraft(form, { store, owner: asCreditNote });
    expect(store.read(asCreditNote)?.typed).toEqual({ url: 'https://example.com/a.pdf' });
  });
});

describe('a stored draft', () => {
  const left = () => {
    const slot = openSlot();
    const { form, draft } = openPage(slot);
    form.setValue('url', 'https://example.com/a.pdf');
    draft.stop();
    return slot;
  };

  it.each([{ storeId: 9 }, { userId: 9 }, { orderId: 9 }, { type: 'credit_note' as const }])(
    'is not restored for another owner: %o',
    (other) => {
      const store = createDraftStore([left()], () => 0);
      expect(store.read({ ...owner, ...other })).toBeNull();
    },
  );

  it('is restored within 12 hours', () => {
    const slot = left();
    expect(openPage(slot, 11 * hour).draft.restored).not.toBeNull();
    expect(createDraftStore([slot], () => 24 * hour).read(owner)).toBeNull();
  });

  it('is deleted after success or a confirmed leave', () => {
    const slot = openSlot();
    const { form, draft } = openPage(slot);
    form.setValue('url', 'https://example.com/a.pdf');
    draft.flush();
    draft.discard();
    draft.stop();
    expect(openPage(slot).draft.restored).toBeNull();
  });

  it('keeps its texts if its data type is unknown to this version', () => {
    const slot = left();
    slot.write((slot.read() ?? '').replace('"typed":{', '"typed":{"dataType":"spreadsheet",'));
    const { form } = openPage(slot);
    expect(form.getValues()).toMatchObject({ dataType: null, url: 'https://example.com/a.pdf' });
  });

  it('ignores texts that are no draft', () => {
    const slot = openSlot();
    slot.write('{"of":{"storeId":1},"draft":7}');
    expect(openPage(slot).draft.restored).toBeNull();
  });
});

describe('a submit with an unconfirmed outcome', () => {
  it('keeps its key, also after a reload', () => {
    const slot = openSlot();
    const before = openPage(slot);
    before.form.setValue('dataType', 'order');
    before.draft.setUnconfirmedKey('key-1');
    expect(before.draft.unconfirmedKey()).toBe('key-1');
    const { draft } = openPage(slot);
    expect(draft.unconfirmedKey()).toBe('key-1');
    expect(draft.restored).toEqual({ fileName: null, unconfirmed: true });
  });

  it('loses its key once a value changes', () => {
    const { form, draft } = openPage(openSlot());
    form.setValue('dataType', 'url');
    draft.setUnconfirmedKey('key-1');
    form.setValue('url', 'https://example.com/b.pdf');
    expect(draft.unconfirmedKey()).toBeNull();
  });

  it('keeps its key when the same file is chosen again', () => {
    const slot = openSlot();
    const before = openPage(slot);
    before.form.setValue('dataType', 'file');
    before.form.setValue('file', chosenFile('march.pdf'));
    before.draft.setUnconfirmedKey('key-1');
    const { form, draft } = openPage(slot);
    expect(draft.unconfirmedKey()).toBeNull();
    form.setValue('file', chosenFile('march.pdf'));
    expect(draft.unconfirmedKey()).toBe('key-1');
  });

  it('loses its key once the outcome is known', () => {
    const slot = openSlot();
    const { draft } = openPage(slot);
    draft.setUnconfirmedKey('key-1');
    draft.setUnconfirmedKey(null);
    expect(draft.unconfirmedKey()).toBeNull();
    expect(openPage(slot).draft.restored).toBeNull();
  });
});
