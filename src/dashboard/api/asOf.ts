/** When Salla gave what an answer holds, epoch ms by this browser's clock; null where it was asked for this very answer. */
export interface AsOf {
  asOf: number | null;
}

export function withAsOf<Answer extends { ageSeconds?: number | undefined }>(
  answer: Answer,
): Answer & AsOf {
  const { ageSeconds } = answer;
  return { ...answer, asOf: ageSeconds === undefined ? null : Date.now() - ageSeconds * 1000 };
}
