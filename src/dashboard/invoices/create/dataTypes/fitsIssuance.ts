import type { DataType } from '../../../../contract/dataTypes.ts';
import { dataTypes } from '../../../../contract/dataTypes.ts';
import type { IssuanceSetting } from '../../../../contract/store.ts';

/** Whether Salla accepts a data type from a store with this issuance setting (Salla: Creating an invoice). */
export function fitsIssuance(dataType: DataType, setting: IssuanceSetting): boolean {
  if (setting === 'default_provider') return false;
  return (dataType === 'order') === (setting === 'salla');
}

/** The data type to preselect: the only one that fits the setting; null where several or none fit. */
export function findOnlyFitting(setting: IssuanceSetting | null): DataType | null {
  if (setting === null) return null;
  const fitting = dataTypes.filter((dataType) => fitsIssuance(dataType, setting));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
