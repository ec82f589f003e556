import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { differences, formatRecording, parseRecording, type Recording } from './answerRecorder.ts';
import { askEverything } from './recordedRequests.ts';

// Compares the API's answers to a fixed set of requests with recordedAnswers.txt, byte for byte: a refactor must not
// change them. After an intended change of the API, record the answers again and review the difference in git:
const command = 'RECORD=1 npx vitest run src/checks/recordedAnswers.test.ts';

const file = new URL('recordedAnswers.txt', import.meta.url);
const isRecording = process.env.RECORD === '1';
const recorded: Recording = existsSync(file)
  ? parseRecording(readFileSync(file, 'utf8'))
  : new Map();

describe('the answers of the API', () => {
  let answered: Recording = new Map();

  beforeAll(async () => {
    answered = await askEverything();
    if (isRecording) writeFileSync(file, formatRecording(answered));
  }, 60_000);

  it.runIf(isRecording)('are recorded so that they can be read again', () => {
    expect(parseRecording(readFileSync(file, 'utf8'))).toEqual(answered);
  });

  it.skipIf(isRecording)('are all recorded, and nothing else is', () => {
    expect([...answered.keys()], `Record them again: ${command}`).toEqual([...recorded.keys()]);
  });

  it.skipIf(isRecording).each([...recorded.keys()])('%s', (title) => {
    const answer = answered.get(title) ?? '(the request was not made)';
    const difference = differences(recorded.get(title) ?? '', answer);
    if (difference === '') return;
    const [request] = answer.split('\n');
    expect.fail(
      `"${title}" (${request}) is not answered as recorded (- recorded, + answered):\n${difference}\n` +
        `If the change is intended, record the answers again: ${command}`,
    );
  });
});
