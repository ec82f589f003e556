import { describe, expect, it } from 'vitest';
import { findEmailDoubt } from './emailDoubt.ts';

describe('an address that is probably no customer’s', () => {
  it.each([
    ['966551112233@shop-demo.salla.sa', 'shop'],
    ['0551112233@salla.sa', 'shop'],
    ['Demo777@Email.Partners', 'shop'],
    ['a@mail.email.partners', 'shop'],
    ['0551112233@gmail.com', 'phone'],
    ['+966551112233@my-shop.com', 'phone'],
    ['٠٥٥١١١٢٢٣٣@my-shop.com', 'phone'],
    ['00971501234567@my-shop.com', 'phone'],
    ['551112233@my-shop.com', 'phone'],
    ['test@test', 'host'],
    ['huda@gmailcom', 'host'],
    ['huda@gmail.', 'host'],
    ['huda@gmail..com', 'host'],
    ['huda@.com', 'host'],
    ['huda@mail.1', 'host'],
    ['huda@', 'host'],
    ['huda@mail,com', 'comma'],
    ['huda@gmail؛com', 'comma'],
    ['huda@mail.com; sara@mail.com', 'malformed'],
    ['huda gmail.com', 'malformed'],
    ['huda', 'malformed'],
    ['@gmail.com', 'malformed'],
    ['huda@sara@gmail.com', 'malformed'],
    ['hu da@gmail.com', 'malformed'],
    ['huda.@gmail.com', 'malformed'],
    ['noreply@my-shop.com', 'unread'],
    ['no-email@my-shop.com', 'unread'],
  ])('%s: %s', (email, kind) => {
    expect(findEmailDoubt(email)?.kind).toBe(kind);
  });

  it.each([
    ['huda@gmail.con', 'gmail.com'],
    ['huda@gmial.com', 'gmail.com'],
    ['huda@gmial.con', 'gmail.com'],
    ['huda@gamil.com', 'gmail.com'],
    ['huda@gnail.com', 'gmail.com'],
    ['huda@gmaill.com', 'gmail.com'],
    ['huda@gmal.com', 'gmail.com'],
    ['huda@gmail.co', 'gmail.com'],
    ['huda@gmail.cm', 'gmail.com'],
    ['huda@hotmial.com', 'hotmail.com'],
    ['huda@hotmil.com', 'hotmail.com'],
    ['huda@outlok.com', 'outlook.com'],
    ['huda@outlook.con', 'outlook.com'],
    ['huda@iclod.com', 'icloud.com'],
    ['huda@yaho.com', 'yahoo.com'],
    ['huda@yahooo.com', 'yahoo.com'],
    ['huda@live.con', 'live.com'],
    ['huda@my-shop.con', 'my-shop.com'],
    ['huda@my-shop.cmo', 'my-shop.com'],
    ['\u200ehuda@gmail.con\u200f ', 'gmail.com'],
  ])('%s was meant for %s', (email, meant) => {
    expect(findEmailDoubt(email)).toMatchObject({ kind: 'misspelt', meant });
  });

  it.each([
    'huda@gmail.com',
    'Huda.Al-Otaibi+shop@Gmail.com ',
    'huda@outlook.sa',
    'huda@mail.com',
    'huda@ymail.com',
    'huda@email.com',
    'huda@me.com',
    'huda@yahoo.co.uk',
    'huda@stc.com.sa',
    'huda@ksu.edu.sa',
    'huda@company.com.sa',
    'huda@shop.store',
    'huda@متجر.السعودية',
    'huda@xn--mgbtbz.xn--mgberp4a5d4ar',
    'هدى@متجر.example',
    "o'connor_1980@example.com",
    'huda2030@gmail.com',
    'h1234567@student.example.edu.sa',
    '123456789@qq.com',
    'huda@mysalla.sa',
  ])('nothing speaks against %s', (email) => {
    expect(findEmailDoubt(email)).toBeNull();
  });
});
