import type { Customer } from '../model.ts';
import { drawsFor } from '../random.ts';
import { cities, familyNames, firstNames, oddCustomers } from './names.ts';

/** The shop's customers, each made when asked for; the first few are the odd ones. */
export interface CustomerTable {
  count: number;
  at(index: number): Customer;
  indexById(id: number): number | null;
}

export function customerTable(seed: number, idOffset: number, orders: number): CustomerTable {
  const count = Math.min(30_000, Math.max(oddCustomers.length + 15, Math.ceil(orders / 3)));
  const firstId = idOffset + 1_100_000_000;

  const at = (index: number): Customer => {
    const draws = drawsFor(seed, 11, index);
    const [first, firstLatin] = draws.pick(firstNames);
    const [family, familyLatin] = draws.pick(familyNames);
    const odd = oddCustomers[index];
    const foreign = odd?.countryCode !== undefined;
    return {
      id: firstId + index,
      firstName: odd?.firstName ?? first,
      lastName: odd?.lastName ?? family,
      mobileCode: foreign ? '+965' : '+966',
      mobile: `5${draws.whole(0, 9)}${String(draws.whole(0, 9_999_999)).padStart(7, '0')}`,
      email:
        odd === undefined
          ? draws.percent(96)
            ? `${firstLatin}.${familyLatin}${index}@example.com`
            : null
          : odd.email,
      city: foreign ? 'الكويت' : draws.pick(cities),
      countryCode: odd?.countryCode ?? 'SA',
    };
  };

  return {
    count,
    at,
    indexById: (id) => (id >= firstId && id < firstId + count ? id - firstId : null),
  };
}
