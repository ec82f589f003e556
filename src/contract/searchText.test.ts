import { describe, expect, it } from 'vitest';
import {
  foldSearchText,
  normalizeSearchText,
  orderNumberAmongWords,
  parseOrderNumber,
} from './searchText.ts';

describe('searched text', () => {
  it.each([
    ['خـــالد', 'خالد'],
    ['خَالِدٌ', 'خالد'],
    ['ﺧﺎﻟﺪ', 'خالد'],
    ['الشمري\u200f', 'الشمري'],
    ['\u202bنورة  العتيبي\u202c', 'نورة العتيبي'],
    ['\ufeffنورة\u00a0\tالعتيبي\n', 'نورة العتيبي'],
    ['«نورة العتيبي»', 'نورة العتيبي'],
    ['"Noura"', 'Noura'],
    ["'38201144", '38201144'],
    ['="38201144"', '38201144'],
    ['38201144;', '38201144'],
    ['نورة،', 'نورة'],
    ['٠٥٥١١١٢٢٣٣', '0551112233'],
    ['۱۴۰', '140'],
    ['＃１４０', '#140'],
    ["O'Neil-Smith", "O'Neil-Smith"],
    ['noura@mail.example', 'noura@mail.example'],
    ['+966 55 111 2233', '+966 55 111 2233'],
    [' \u200e', ''],
  ])('is %j without what is not seen: %j', (text, normalized) => {
    expect(normalizeSearchText(text)).toBe(normalized);
    expect(normalizeSearchText(normalized)).toBe(normalized);
  });

  it.each([
    ['نوره', 'نورة'],
    ['منيره', 'منيرة'],
    ['موضى', 'موضي'],
    ['نوره العتيبى', 'نورة العتيبي'],
    ['احمد', 'أحمد'],
    ['ايمان', 'إيمان'],
    ['عبد الله', 'عبدالله'],
    ['عبد  الرحمن', 'عبدالرحمن'],
    ['هناء', 'هنا'],
    ['علی', 'علي'],
    ['JOSÉ', 'jose'],
  ])('compares %j and %j as one', (one, other) => {
    expect(foldSearchText(one)).toBe(foldSearchText(other));
  });

  it('keeps different names apart', () => {
    expect(foldSearchText('نورة')).not.toBe(foldSearchText('نوري'));
    expect(foldSearchText('عبد الله')).not.toBe(foldSearchText('عبد الملك'));
  });
});

describe('a typed order number', () => {
  it.each([
    ['150', 150],
    ['١٥٠', 150],
    ['۱۵۰', 150],
    ['#150', 150],
    ['# 150', 150],
    ['\u200e150', 150],
    ['15 0', 150],
    ['\u200e#38201144', 38201144],
    ['\u202b#38201144\u202c', 38201144],
    ['طلب 38201144', 38201144],
    ['رقم الطلب: ٣٨٢٠١١٤٤', 38201144],
    ['الطلب رقم #38201144', 38201144],
    ['طلبك رقم 38201144', 38201144],
    ['رقم 38201144', 38201144],
    ['№38201144', 38201144],
    ['order no. 38201144', 38201144],
    ['Order #38201144', 38201144],
    ['ORDER ID: 38201144', 38201144],
    ['38201144.0', 38201144],
    ['38201144.00', 38201144],
    ['38,201,144', 38201144],
    ['38,201,144.00', 38201144],
    ['٣٨٬٢٠١٬١٤٤', 38201144],
    ["'38201144", 38201144],
    ['"38201144"', 38201144],
    ['38201144;', 38201144],
    ['(38201144)', 38201144],
    ['38201144,00', 38201144],
    ["38'201'144", 38201144],
    ['38’201’144', 38201144],
    ['38.201.144', 38201144],
    ['3820\u00001144', 38201144],
    ['رقم الاوردر 150', 150],
    ['أوردر 150', 150],
    ['الرقم المرجعي: 150', 150],
    ['رقم المرجع 150', 150],
    ['Reference ID: 150', 150],
    ['ref no. 150', 150],
    ['my order 150', 150],
    ['N.º 150', 150],
    ['n° 150', 150],
    ['38 201 144', 38201144],
  ])('%j is %d', (text, number) => {
    expect(parseOrderNumber(text)).toBe(number);
  });

  it.each([
    '77.5',
    '41027662.5',
    '41027662-1',
    '41027662/1',
    '3,82,01',
    '38.201',
    'nora 150',
    'ordinary 150',
    'رقمي 150',
    '0551112233',
    '+966551112233',
    '1234567890123456',
    '0',
    'Noura 2',
    'nora',
    'خالد',
    '12a',
    '',
  ])('%j is none', (text) => {
    expect(parseOrderNumber(text)).toBeNull();
  });

  it('is found among words where it is the only one', () => {
    expect(orderNumberAmongWords('Sara 38201144')).toBe(38201144);
    expect(orderNumberAmongWords('سارة رقم: ٣٨٢٠١١٤٤')).toBe(38201144);
    expect(orderNumberAmongWords('38201144 / 38201145')).toBeNull();
    expect(orderNumberAmongWords('Noura 2')).toBeNull();
    expect(orderNumberAmongWords('Sara 38201144.5')).toBeNull();
  });
});
