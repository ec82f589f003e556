import classes from '../list/InvoiceTable.module.css';

interface RowCheckboxProps {
  invoiceId: number;
  name: string;
  checked: boolean;
  /** `range`: with the Shift key, all rows since the last one. */
  onToggle: (invoiceId: number, range: boolean) => void;
}

export function RowCheckbox({ invoiceId, name, checked, onToggle }: RowCheckboxProps) {
  return (
    <label className={classes.checkRow}>
      <input
        type="checkbox"
        checked={checked}
        aria-label={name}
        onChange={({ nativeEvent }) =>
          onToggle(invoiceId, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
        }
      />
    </label>
  );
}
