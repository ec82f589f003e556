/** Words of the page that creates an invoice. */
export const create = {
  titles: { tax_invoice: 'New invoice', credit_note: 'New credit note' },
  order: {
    title: 'Order',
    choose: 'Which order is it for?',
    chooseHelp: 'Search by order number, customer name or mobile.',
    number: 'Order number',
    customer: 'Customer',
    date: 'Date',
    total: 'Total',
    status: 'Status',
    open: 'Open the order in Salla',
    another: 'Choose another order',
    invoices: 'Existing invoices',
    invoicesPending: 'Loading the order’s invoices…',
    noInvoices: 'No invoice yet',
    invoicesFailed:
      'This order’s invoices could not be loaded. You can continue: Salla never accepts a second one of the same type.',
    missingTitle: 'Order not found',
    missingSentence: 'It may have been deleted in Salla, or it belongs to another store.',
    invoice: { tax_invoice: 'Tax invoice', credit_note: 'Credit note', other: 'Invoice' },
  },
  type: {
    title: 'Invoice type',
    tax_invoice: 'Tax invoice',
    credit_note: 'Credit note',
    sentence: {
      tax_invoice: 'The invoice the customer gets for this order.',
      credit_note: 'Cancels the order’s tax invoice, or lowers its amount.',
    },
    whyNot: {
      has_tax_invoice: 'This order already has a tax invoice.',
      no_tax_invoice: 'This order has no tax invoice to correct.',
      has_credit_note: 'This order already has a credit note.',
    },
    corrects: 'Corrects tax invoice',
    correctsUnread: 'The tax invoice could not be loaded, so these are the order’s amounts.',
  },
  dataType: {
    title: 'Source',
    required: 'Choose a source.',
    order: {
      title: 'Salla’s order',
      sentence: 'Salla creates it from the order; nothing else to enter.',
      when: 'If your store issues through Salla',
    },
    data: {
      title: 'Entered amounts',
      sentence: 'Your own number and amounts; the amounts are filled in for you.',
      when: 'If your store has its own system',
    },
    url: {
      title: 'Link to a PDF',
      sentence: 'A PDF that is already online.',
      when: 'If your store has its own system',
    },
    file: {
      title: 'PDF file',
      sentence: 'A PDF on this device, up to 10 MB.',
      when: 'If your store has its own system',
    },
    unfit: {
      salla: 'Your store issues through Salla: Salla may refuse this. You can try anyway.',
      custom: 'Your store issues with its own system: Salla may refuse this. You can try anyway.',
      default_provider:
        'Your store issues through Salla’s default provider: Salla may refuse this. You can try anyway.',
    },
  },
  contents: {
    title: 'What Salla will create',
    tax_invoice:
      'A tax invoice of the whole order, with its items and customer as in Salla. Salla assigns the number.',
    credit_note:
      'A credit note of the whole order, with its items and customer as in Salla. Salla assigns the number.',
    items: 'Items',
    subTotal: 'Subtotal',
    shipping: 'Shipping',
    cashOnDelivery: 'Cash on delivery',
    deductions: { goods: 'Discount', shipping: 'Shipping discount' },
    vat: 'VAT',
    vatRate: 'VAT ({{percent}}%)',
    total: 'Total',
  },
  submit: {
    tax_invoice: 'Create invoice',
    credit_note: 'Create credit note',
    pending: 'Creating…',
    stillWaiting: 'Still waiting for Salla. This can take half a minute; keep this page open.',
  },
  restored: {
    sentence: 'Your earlier entries are restored.',
    file: 'Only the file is missing: choose {{name}} again.',
    startOver: 'Start over',
    question: {
      title: 'Start over?',
      message: 'What you entered will be lost.',
      confirm: 'Start over',
      cancel: 'Keep it',
      unanswered: 'Nothing was changed: the question was open too long. Press “Start over” again.',
    },
  },
  alert: {
    refused: 'Salla refused it',
    notCreated: {
      title: 'Not created',
      advice:
        'Salla refused it and did not say why. Check what you entered and try again; if it keeps happening, give support the code below.',
    },
    issuance: {
      title: 'Salla does not accept this from your store',
      advice:
        'Choose something else below, or change how invoices are issued in Salla’s settings and try again.',
    },
    invoiceProvider: {
      title: 'Salla’s default provider issues this store’s invoices',
      advice:
        'It does not accept invoices from other systems. Change how invoices are issued in Salla’s settings, then try again.',
    },
    order: {
      title: 'An earlier invoice of this order prevents this',
      advice:
        'Check the order’s invoices. You can change who issues invoices, Salla or your own system, in Salla’s settings.',
    },
    settings: 'Open Salla’s settings',
    unconfirmedTitle: {
      tax_invoice: 'The invoice may have been created',
      credit_note: 'The credit note may have been created',
    },
    unconfirmedReason: 'We got no clear answer: {{reason}}.',
    unconfirmed:
      'Ask again to find out. That is safe: it is created once, and you get the first result. Until then the form stays as you sent it.',
    askAgain: 'Ask again',
    change: 'Check the order’s invoices and edit',
    changeFailed: 'The order’s invoices could not be checked. Try again in a moment.',
    canceledTitle: 'Upload cancelled, nothing was created',
    canceled: 'Your file is still here. To send it, press “{{create}}” again.',
  },
  leave: {
    stayed:
      'The question was open too long, so you are still on this page. To leave, choose again where to go.',
    typed: {
      title: {
        tax_invoice: 'Leave without creating the invoice?',
        credit_note: 'Leave without creating the credit note?',
      },
      message: 'What you entered will be lost.',
    },
    sending: {
      title: {
        tax_invoice: 'The invoice is being created',
        credit_note: 'The credit note is being created',
      },
      message: 'Leaving doesn’t stop it. You will see a message when it is done.',
    },
    unconfirmed: {
      title: {
        tax_invoice: 'The invoice may have been created',
        credit_note: 'The credit note may have been created',
      },
      message:
        'You can find out by asking again. What you entered is kept, so you can come back to this order and ask then.',
    },
    confirm: 'Leave',
    cancel: 'Stay',
  },
  later: {
    created: {
      tax_invoice: 'The invoice of order {{order}} was created.',
      credit_note: 'The credit note of order {{order}} was created.',
    },
    failed: {
      tax_invoice: 'The invoice of order {{order}} was not created. Open it again to see why.',
      credit_note: 'The credit note of order {{order}} was not created. Open it again to see why.',
    },
    unconfirmed: {
      tax_invoice:
        'The invoice of order {{order}} may have been created. Check the order’s invoices before you create it again.',
      credit_note:
        'The credit note of order {{order}} may have been created. Check the order’s invoices before you create it again.',
    },
  },
} as const;
