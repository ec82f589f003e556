import { type DataType, dataTypes } from '../../../contract/dataTypes.ts';
import type { IssuanceSetting } from '../../../contract/store.ts';

/** Whether Salla takes a data type from a store that issues like this (Salla: Creating an invoice). */
export function fitsIssuance(dataType: DataType, setting: IssuanceSetting): boolean {
  if (setting === 'default_provider') return false;
  return (dataType === 'order') === (setting === 'salla');
}

/** The one data type that makes sense, where the setting leaves one alone; else none is chosen ahead. */
export function onlyFitting(setting: IssuanceSetting | null): DataType | null {
  if (setting === null) return null;
  const fitting = dataTypes.filter((dataType) => fitsIssuance(dataType, setting));
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}
