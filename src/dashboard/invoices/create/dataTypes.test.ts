import { expect, test } from 'vitest';
import { dataTypes } from '../../../contract/dataTypes.ts';
import { fitsIssuance, onlyFitting } from './dataTypes.ts';

const fitting = (setting: Parameters<typeof fitsIssuance>[1]) =>
  dataTypes.filter((dataType) => fitsIssuance(dataType, setting));

test('a store that issues through Salla takes the order alone', () => {
  expect(fitting('salla')).toEqual(['order']);
  expect(onlyFitting('salla')).toBe('order');
});

test('a store with its own system takes everything else, and nothing is chosen for the person', () => {
  expect(fitting('custom')).toEqual(['data', 'url', 'file']);
  expect(onlyFitting('custom')).toBeNull();
});

test('a store of the default provider takes none', () => {
  expect(fitting('default_provider')).toEqual([]);
  expect(onlyFitting('default_provider')).toBeNull();
});

test('of a store that nobody knows, nothing is chosen', () => {
  expect(onlyFitting(null)).toBeNull();
});
