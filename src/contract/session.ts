import { z } from 'zod';
import { Instant, SallaId, StaffMember } from './common.ts';

/** What the dashboard hands over to open a session inside Salla's frame. */
export const SessionRequest = z.object({ token: z.string().min(1).max(4096) });
export type SessionRequest = z.infer<typeof SessionRequest>;

/** Who is asking, for which store, and until when. */
export const Session = z.object({
  expiresAt: Instant,
  store: z.object({ id: SallaId, name: z.string().nullable() }),
  user: StaffMember,
  scopes: z.array(z.string()),
});
export type Session = z.infer<typeof Session>;

/** The answer to an embedded sign-in: the session and the bearer token that stands for it. */
export const NewSession = Session.omit({ scopes: true }).extend({ sessionToken: z.string() });
export type NewSession = z.infer<typeof NewSession>;
