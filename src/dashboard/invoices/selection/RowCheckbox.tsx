import classes from '../list/InvoiceTable.module.css';

interface RowCheckboxProps {
  invoiceId: number;
  name: string;
  checked: boolean;
  /** `range`: with the Shift key, all rows since the last one. */
  onTurn: (invoiceId: number, range: boolean) => void;
}

export function RowCheckbox({ invoiceId, name, checked, onTurn }: RowCheckboxProps) {
  return (
    <label className={classes.checkRow}>
      <input
        type="checkbox"
        checked={checked}
        aria-label={name}
        onChange={({ nativeEvent }) =>
          onTurn(invoiceId, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
        }
      />
    </label>
  );
}
