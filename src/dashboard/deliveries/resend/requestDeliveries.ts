import type { DeliveryPreview, DeliveryPreviewRequest } from '../../../contract/batch.ts';
import type { DeliveryBatch, DeliveryRequest } from '../../../contract/delivery.ts';
import { endpoints } from '../../../contract/endpoints.ts';
import { api } from '../../api/api.ts';
import { ProblemError } from '../../api/ProblemError.ts';
import type { Host } from '../../host/Host.ts';
import { presses } from '../../host/reloading.ts';
import type { DeliveryWords } from '../deliveryWords.ts';
import { lostAnswerQuestion } from './resendQuestions.ts';

/** A proxy that says nothing for so long has lost the request or its answer. */
const answerWithinMs = 30_000;

interface RequestSurroundings {
  host: Pick<Host, 'confirm'>;
  t: DeliveryWords;
  randomId: () => string;
}

/**
 * Asks for deliveries, under one key for one intended sending: a try after a lost answer can't become a second
 * email, also where the session ends in between. Null where the answer was lost and the person did not try again. Throws `ProblemError` where it was refused.
 */
export async function requestDeliveries(
  body: DeliveryRequest,
  { host, t, randomId }: RequestSurroundings,
): Promise<DeliveryBatch | null> {
  const idempotencyKey = presses.keyOf(body) ?? randomId();
  const end = presses.leaving(body, idempotencyKey);
  try {
    for (;;) {
      const signal = AbortSignal.timeout(answerWithinMs);
      try {
        const answer = await api(endpoints.requestDeliveries(), { body, idempotencyKey, signal });
        return answer.data;
      } catch (error) {
        if (!isLostAnswer(error)) throw error;
      }
      if ((await host.confirm(lostAnswerQuestion({ t }))) !== 'confirmed') return null;
    }
  } finally {
    end();
  }
}

/** What asking for these deliveries would do now. Throws `ProblemError`. */
export async function previewDeliveries(request: DeliveryPreviewRequest): Promise<DeliveryPreview> {
  const signal = AbortSignal.timeout(answerWithinMs);
  return (await api(endpoints.previewDeliveries(), { body: request, signal })).data;
}

/** No answer, or one that leaves open whether the request was taken. */
function isLostAnswer(error: unknown): boolean {
  return error instanceof ProblemError && (error.code === 'offline' || error.problem.status >= 500);
}
