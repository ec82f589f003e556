import type { Store } from '../model.ts';

export const demoStore: Store = {
  id: 1305146709,
  name: 'متجر نخيل',
  username: 'nakheel',
  plan: 'plus',
  domain: 'https://salla.sa/nakheel',
  vatNumber: '310122393500003',
  staff: [
    {
      id: 181690847,
      name: 'عبدالعزيز السالم',
      email: 'owner@nakheel.example',
      mobile: '+966500000001',
      role: 'user',
    },
    {
      id: 181690848,
      name: 'مها العمري',
      email: 'maha@nakheel.example',
      mobile: '+966500000002',
      role: 'employee',
    },
  ],
  createdAt: Date.parse('2021-04-28T08:31:25Z'),
};

/** A second, small store: what belongs to it must never be seen from the first. */
export const neighbourStore: Store = {
  id: 1305146710,
  name: 'متجر الجيران',
  username: 'jeeran',
  plan: 'pro',
  domain: 'https://salla.sa/jeeran',
  vatNumber: '311987654300003',
  staff: [
    {
      id: 181690990,
      name: 'هيا الدخيل',
      email: 'owner@jeeran.example',
      mobile: '+966500000009',
      role: 'user',
    },
  ],
  createdAt: Date.parse('2023-09-12T10:00:00Z'),
};
