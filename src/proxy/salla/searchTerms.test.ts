import { describe, expect, it } from 'vitest';
import { isNamed, searchTerms } from './searchTerms.ts';

it.each([
  ['41027662', 41027662, '41027662'],
  ['#41027662', 41027662, '41027662'],
  [' ٤١٠٢٧٦٦٢ ', 41027662, '41027662'],
  ['\u200e#41027662', 41027662, '41027662'],
  ['41027662.0', 41027662, '41027662'],
  ['رقم الطلب: 41027662', 41027662, '41027662'],
  ['501234567', 501234567, '501234567'],
  ['0501234567', null, '501234567'],
  ['050 123 4567', null, '501234567'],
  ['٠٥٠١٢٣٤٥٦٧', null, '501234567'],
  ['+966501234567', null, '501234567'],
  ['+966 50 123-4567', null, '501234567'],
  ['00966501234567', null, '501234567'],
  ['966501234567', null, '501234567'],
  ['+9660501234567', null, '501234567'],
  ['\u202a+966 50 123 4567\u202c', null, '501234567'],
  ['+971501234567', null, '501234567'],
  ['+447700900123', null, '447700900123'],
  ['1234567890123456', null, '1234567890123456'],
  ['77.5', null, '77.5'],
  ['41027662-1', null, '41027662-1'],
  ['Noura 2', null, 'Noura 2'],
  ['Sara 38201144', 38201144, 'Sara 38201144'],
])('"%s" is looked for by number %s and keyword "%s"', (q, reference, keyword) => {
  const terms = searchTerms(q);
  expect([terms.reference, terms.keywords[0]]).toEqual([reference, keyword]);
});

describe('a name', () => {
  it.each([
    ['نوره', ['نوره', 'نورة']],
    ['منيرة', ['منيرة', 'منيره']],
    ['موضى', ['موضى', 'موضي']],
    ['احمد', ['احمد', 'أحمد', 'إحمد']],
    ['عبد الله', ['عبد الله', 'عبدالله']],
    ['عبدالرحمن', ['عبدالرحمن', 'عبد الرحمن']],
    ['خـــالد', ['خالد']],
    ['Sara', ['Sara']],
    ['Sara Khalid', ['Sara Khalid', 'Khalid Sara']],
    ['الشمري خالد', ['الشمري خالد', 'خالد الشمري']],
    ['نوره العتيبى', ['نوره العتيبى', 'نورة العتيب', 'العتيبي نور', 'نوره العتيب']],
  ])('%s is looked for under %j', (q, keywords) => {
    const asked = searchTerms(q).keywords;
    for (const keyword of keywords) {
      expect(asked.some((one) => keyword.includes(one))).toBe(true);
    }
    expect(asked[0]).toBe(keywords[0]);
    expect(asked.length).toBeLessThanOrEqual(4);
  });

  it('costs one call where nobody writes it in another way', () => {
    expect(searchTerms('خالد').keywords).toEqual(['خالد']);
  });

  it('is the one that was asked for, in any order and spelling', () => {
    expect(isNamed('نورة العتيبي', 'العتيبى نوره')).toBe(true);
    expect(isNamed('عبدالله الشهري', 'عبد الله')).toBe(true);
    expect(isNamed('نوري العتيبي', 'نوره')).toBe(false);
  });
});
