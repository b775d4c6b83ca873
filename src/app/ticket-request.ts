import { z } from 'zod';

/** Largest body of a ticket, in bytes. */
export const maxTicketBytes = 512_000;

/** A ticket as it is sent, by the API and by the form alike; every text has its maximum. */
export const ticketRequest = z
  .strictObject({
    locale: z.string().max(10),
    email: z.string().trim().max(254).pipe(z.email()),
    subject: z.string().trim().max(300),
    description: z.string().trim().max(50_000),
    name: z.string().trim().max(200).optional(),
    product: z.string().max(100).optional(),
    topic: z.string().max(100).optional(),
    log: z.string().max(200_000).optional(),
    draftId: z.string().max(100).optional(),
    /** Drafts of the last days in the same browser that ended without a ticket. */
    earlierDrafts: z.array(z.string().max(100)).max(20).optional(),
    /** Answers to the fields `site.yaml` declares, by the field's id. */
    fields: z.record(z.string().max(100), z.string().max(20_000)).optional(),
    /** The article it is written from. */
    article: z.string().max(300).optional(),
    /** What was searched before, oldest first. */
    searched: z.array(z.string().trim().min(1).max(200)).max(10).optional(),
  })
  .refine((ticket) => ticket.subject !== '' || ticket.description !== '', {
    path: ['description'],
    error: 'Write a subject or a description.',
  });

/** A checked ticket. */
export type TicketRequest = z.infer<typeof ticketRequest>;
