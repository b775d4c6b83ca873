import { z } from 'zod';

/** What a person of the team may do in the desk, from most to least. */
export const roles = ['admin', 'agent', 'writer'] as const;

/** One of the desk's roles. */
export type Role = (typeof roles)[number];

/** A person of the team who can sign in to the desk. */
export interface Account {
  id: string;
  email: string;
  name: string;
  role: Role;
}

/** Whether the account may see who sent a ticket and act on it; writers read tickets without the sender. */
export function worksOnTickets(account: Account): boolean {
  return account.role === 'admin' || account.role === 'agent';
}

const roleSchema = z.enum(roles);

/**
 * The account behind a row of the user table.
 *
 * @throws ZodError when the role is none of the three, which only a change made by hand to the database can cause.
 */
export function accountOf(user: { id: string; email: string; name: string; role?: unknown }): Account {
  return { id: user.id, email: user.email, name: user.name, role: roleSchema.parse(user.role) };
}
