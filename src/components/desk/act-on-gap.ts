import { z } from 'zod';
import type { Account } from '../../accounts/account.ts';
import type { App } from '../../app.ts';
import type { GapDecision } from '../../reports/gaps/gap-states.ts';

/** What the forms of the gaps page send. */
export const gapForm = z.discriminatedUnion('action', [
  z.object({ action: z.literal('claim'), gap: z.string().max(40) }),
  z.object({
    action: z.literal('dismiss'),
    gap: z.string().max(40),
    reason: z.string().trim().min(1).max(200),
  }),
  z.object({ action: z.literal('reopen'), gap: z.string().max(40) }),
]);

/** A checked form. */
export type GapForm = z.infer<typeof gapForm>;

/** Does what a form of the gaps page asks; false when there is no such gap. */
export function actOnGap(app: Pick<App, 'decideOnGap'>, form: GapForm, account: Account): Promise<boolean> {
  return app.decideOnGap(form.gap, decisionOf(form, account));
}

function decisionOf(form: GapForm, { name, email }: Account): GapDecision {
  switch (form.action) {
    case 'claim':
      return { action: 'claim', name: name || email };
    case 'dismiss':
      return { action: 'dismiss', reason: form.reason };
    case 'reopen':
      return { action: 'reopen' };
  }
}
