import type { Choices } from '../random.ts';

/** First and family names with their Latin spelling, from which the email addresses are made. */
export const firstNames: Choices<readonly [string, string]> = [
  ['محمد', 'mohammed'],
  ['نورة', 'noura'],
  ['عبدالله', 'abdullah'],
  ['سارة', 'sarah'],
  ['فهد', 'fahad'],
  ['ريم', 'reem'],
  ['خالد', 'khalid'],
  ['هند', 'hind'],
  ['سلطان', 'sultan'],
  ['لطيفة', 'latifa'],
  ['تركي', 'turki'],
  ['منيرة', 'munira'],
  ['عبدالرحمن', 'abdulrahman'],
  ['العنود', 'alanoud'],
  ['بندر', 'bandar'],
  ['جواهر', 'jawaher'],
  ['ماجد', 'majed'],
  ['أمل', 'amal'],
  ['يوسف', 'yousef'],
  ['شهد', 'shahad'],
];

export const familyNames: Choices<readonly [string, string]> = [
  ['العتيبي', 'alotaibi'],
  ['القحطاني', 'alqahtani'],
  ['الحربي', 'alharbi'],
  ['الغامدي', 'alghamdi'],
  ['الشهري', 'alshehri'],
  ['الدوسري', 'aldossary'],
  ['المطيري', 'almutairi'],
  ['الزهراني', 'alzahrani'],
  ['الشمري', 'alshammari'],
  ['العنزي', 'alanazi'],
  ['السبيعي', 'alsubaie'],
  ['الخالدي', 'alkhaldi'],
  ['باوزير', 'bawazir'],
  ['الفيفي', 'alfaifi'],
];

export const cities: Choices<string> = [
  'الرياض',
  'جدة',
  'مكة المكرمة',
  'المدينة المنورة',
  'الدمام',
  'الخبر',
  'أبها',
  'تبوك',
  'بريدة',
  'حائل',
];

interface OddCustomer {
  firstName: string;
  lastName: string;
  email: string | null;
  countryCode?: string;
}

/** Customers that try a screen: no email, Latin and mixed names, markup, emoji, direction overrides, a name without end. */
export const oddCustomers: Choices<OddCustomer> = [
  { firstName: 'موضي', lastName: 'العجمي', email: null },
  { firstName: 'James', lastName: "O'Connor", email: 'james.oconnor@example.com' },
  { firstName: 'ليان 🌙', lastName: 'الحسن 💚', email: 'layan@example.com' },
  { firstName: '<b>بدر</b>', lastName: '<script>alert(1)</script>', email: 'badr@example.com' },
  { firstName: 'مؤسسة "الأمل" & شركاه', lastName: "فرع 'جدة'", email: 'amal-trading@example.com' },
  {
    firstName: '\u202Eعكس\u202C',
    lastName: 'Reem \u202Btest\u202C',
    email: 'reversed@example.com',
  },
  {
    firstName: 'شركة '.repeat(40).trim(),
    lastName: 'المحدودة'.repeat(12),
    email: 'long@example.com',
  },
  { firstName: 'دلال', lastName: 'الصباح', email: 'dalal@example.com', countryCode: 'KW' },
  { firstName: 'وليد', lastName: 'النعيمي', email: null },
];
