import type { Choices } from '../random.ts';

interface ProductSeed {
  name: string;
  latinName: string;
  /** Halalas. */
  price: number;
  type: string;
}

/** What the demo shop sells: dates, coffee, perfume, clothes and a few chargers; some names hold markup on purpose. */
export const productSeeds: Choices<ProductSeed> = [
  { name: 'تمر سكري فاخر 1 كجم', latinName: 'Sukkari dates 1 kg', price: 4500, type: 'food' },
  { name: 'قهوة سعودية بالهيل 500 جم', latinName: 'Saudi coffee 500 g', price: 6250, type: 'food' },
  { name: 'دهن عود كمبودي', latinName: 'Cambodian oud oil', price: 34900, type: 'product' },
  { name: 'عباية كريب سوداء', latinName: 'Black crepe abaya', price: 28900, type: 'product' },
  { name: 'ثوب قطن أبيض', latinName: 'White cotton thobe', price: 19500, type: 'product' },
  { name: 'شماغ أحمر ملكي', latinName: 'Royal red shemagh', price: 15900, type: 'product' },
  { name: 'شاحن آنكر 1000', latinName: 'Anker charger 1000', price: 13000, type: 'product' },
  { name: 'سماعة لاسلكية', latinName: 'Wireless earbuds', price: 22999, type: 'product' },
  { name: 'فستان فراولة', latinName: 'Strawberry dress', price: 9050, type: 'product' },
  { name: 'مبخرة خشبية', latinName: 'Wooden incense burner', price: 12500, type: 'product' },
  { name: 'طقم فناجين قهوة', latinName: 'Coffee cup set', price: 8975, type: 'product' },
  { name: 'عسل سدر جبلي', latinName: 'Sidr honey', price: 21000, type: 'food' },
  { name: 'بطاقة هدية رقمية', latinName: 'Digital gift card', price: 10000, type: 'codes' },
  { name: 'حقيبة يد جلدية', latinName: 'Leather handbag', price: 41500, type: 'product' },
  { name: 'كريم ترطيب 🌸', latinName: 'Moisturiser', price: 5633, type: 'product' },
  { name: 'كابل <USB-C> "سريع" & متين', latinName: 'USB-C cable', price: 3999, type: 'product' },
  { name: 'تغليف هدايا', latinName: 'Gift wrapping', price: 1500, type: 'service' },
  {
    name: 'مجموعة العناية بالبشرة (3 قطع)',
    latinName: 'Skin care set',
    price: 17450,
    type: 'group_products',
  },
  { name: 'كتاب الطبخ السعودي pdf', latinName: 'Cookbook (PDF)', price: 2900, type: 'digital' },
  { name: 'سجادة صلاة مبطنة', latinName: 'Padded prayer rug', price: 11111, type: 'product' },
];
