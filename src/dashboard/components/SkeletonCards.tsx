import { Card } from './Card.tsx';
import { Skeleton } from './Skeleton.tsx';

/** Cards while their contents are loading, by the contents' heights in px. */
export function SkeletonCards({ heights }: { heights: readonly number[] }) {
  return heights.map((height) => (
    <Card key={height}>
      <Skeleton width="100%" height={`${height}px`} />
    </Card>
  ));
}
