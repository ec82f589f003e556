import { Skeleton } from './Skeleton.tsx';

interface SkeletonColumn {
  id: string;
  className: string | undefined;
  /** Width of the placeholder, a CSS length. */
  skeleton: string;
  isEnd?: boolean;
}

interface TableSkeletonRowsProps {
  rows: number;
  rowClassName: string | undefined;
  columns: readonly SkeletonColumn[];
}

/** The body of a table while its rows are loading, in their geometry. */
export function TableSkeletonRows({ rows, rowClassName, columns }: TableSkeletonRowsProps) {
  return (
    <tbody>
      {Array.from({ length: rows }, (_, index) => `row ${index}`).map((row) => (
        <tr key={row} className={rowClassName}>
          {columns.map(({ id, className, skeleton, isEnd }) => (
            <td key={id} className={className} data-end={isEnd}>
              <Skeleton width={skeleton} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
