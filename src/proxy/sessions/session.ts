import type { StaffMember } from '../../contract/common.ts';

/** Who is asking, from where, and until when (epoch ms). */
export interface Session {
  id: string;
  store: { id: number; name: string | null };
  user: StaffMember;
  scopes: string[];
  from: 'tab' | 'embedded';
  expiresAt: number;
}
