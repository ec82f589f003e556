import type { Delivery } from '../../../contract/delivery.ts';
import type { WholeList } from '../../api/batchQueries.ts';
import type { SendableState } from './progress.ts';

/** Those of a list that are still in its state. */
export interface OpenOnes {
  /** Nobody has sent them anew. */
  open: readonly Delivery[];
  anew: readonly Delivery[];
  areComing: boolean;
}

/** A list of one state by what there is to do about it; what has left the state meanwhile is in neither part. */
export function openOnes(
  list: Pick<WholeList<Delivery>, 'rows' | 'nextPage'> | undefined,
  state: SendableState,
): OpenOnes {
  const rows = (list?.rows ?? []).filter((row) => row.state === state);
  return {
    open: rows.filter(({ followedBy }) => followedBy === null),
    anew: rows.filter(({ followedBy }) => followedBy !== null),
    areComing: list !== undefined && list.nextPage !== null,
  };
}
