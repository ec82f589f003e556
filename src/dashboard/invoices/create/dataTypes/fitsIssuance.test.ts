import { expect, test } from 'vitest';
import { dataTypes } from '../../../../contract/dataTypes.ts';
import { findOnlyFitting, fitsIssuance } from './fitsIssuance.ts';

const fitting = (setting: Parameters<typeof fitsIssuance>[1]) =>
  dataTypes.filter((dataType) => fitsIssuance(dataType, setting));

test('a store that issues through Salla accepts only the order', () => {
  expect(fitting('salla')).toEqual(['order']);
  expect(findOnlyFitting('salla')).toBe('order');
});

test('a store with its own system accepts everything else, and nothing is preselected', () => {
  expect(fitting('custom')).toEqual(['data', 'url', 'file']);
  expect(findOnlyFitting('custom')).toBeNull();
});

test('a store of the default provider accepts none', () => {
  expect(fitting('default_provider')).toEqual([]);
  expect(findOnlyFitting('default_provider')).toBeNull();
});

test('nothing is preselected when the store’s setting is unknown', () => {
  expect(findOnlyFitting(null)).toBeNull();
});
