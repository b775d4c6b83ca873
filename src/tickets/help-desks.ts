import type { TicketStatus } from './ticket.ts';

/** The fields of a ticket that can be found in an export. */
export type ImportedField =
  | 'id'
  | 'createdAt'
  | 'subject'
  | 'description'
  | 'locale'
  | 'status'
  | 'resolution'
  | 'requester'
  | 'name'
  | 'product'
  | 'topic'
  | 'log'
  | 'tags'
  | 'firstReplyAt'
  | 'resolvedAt'
  | 'team'
  | 'country'
  | 'satisfaction'
  | 'recommendation';

/** How a help desk names things in its exports, CSV and JSON alike. */
export interface HelpDesk {
  /** For each field, columns or paths in order of preference; case, spaces and accents do not count. `last` is the last of a list. */
  fields: Partial<Record<ImportedField, string[]>>;
  /** Its statuses in lower case; `left-out` for what is no request. Others follow from the time of solution. */
  statuses: Record<string, TicketStatus | 'left-out'>;
}

const sharedStatuses: HelpDesk['statuses'] = {
  new: 'open',
  open: 'open',
  pending: 'pending',
  resolved: 'resolved',
  solved: 'resolved',
  closed: 'closed',
  spam: 'left-out',
  deleted: 'left-out',
};

/** Tables of any origin, and Guichet's own export. */
const anyTable: HelpDesk = {
  fields: {
    id: ['id', 'reference', 'ticket id', 'ticket', 'number', 'ticket number', 'référence', 'numéro', 'n°'],
    createdAt: [
      'createdAt',
      'created',
      'created time',
      'creation date',
      'date',
      'opened',
      'créé le',
      'date de création',
    ],
    subject: ['subject', 'title', 'summary', 'sujet', 'objet', 'titre'],
    description: [
      'description',
      'body',
      'message',
      'text',
      'content',
      'question',
      'texte',
      'contenu',
      'demande',
    ],
    locale: ['locale', 'language', 'lang', 'langue'],
    status: ['status', 'state', 'statut', 'état'],
    resolution: ['resolution', 'article', 'article id'],
    requester: [
      'requester',
      'email',
      'e-mail',
      'requester email',
      'customer email',
      'from',
      'demandeur',
      'courriel',
      'adresse e-mail',
    ],
    name: ['name', 'requester name', 'customer name', 'nom'],
    product: ['product', 'produit'],
    topic: ['topic', 'category', 'thème', 'catégorie'],
    log: ['log'],
    team: ['team', 'group', 'équipe', 'groupe'],
    country: ['country', 'pays'],
    satisfaction: ['satisfaction', 'csat'],
    recommendation: ['recommendation', 'nps'],
    tags: ['tags', 'labels', 'étiquettes'],
    firstReplyAt: ['firstReplyAt', 'first reply', 'première réponse'],
    resolvedAt: [
      'resolvedAt',
      'resolved',
      'resolved time',
      'solved at',
      'closed',
      'closed at',
      'résolu le',
      'fermé le',
    ],
  },
  statuses: {
    ...sharedStatuses,
    ouvert: 'open',
    nouveau: 'open',
    'en cours': 'pending',
    'en attente': 'pending',
    'in progress': 'pending',
    'on hold': 'pending',
    résolu: 'resolved',
    done: 'resolved',
    fermé: 'closed',
    clos: 'closed',
  },
};

/** Export of tickets as JSON lines or API pages (ticket object), and CSV of a view. */
const zendesk: HelpDesk = {
  fields: {
    id: ['id', 'ticket id'],
    createdAt: ['created_at', 'created at', 'requested', 'created'],
    subject: ['subject', 'raw_subject', 'title'],
    description: ['description', 'comments.0.plain_body', 'comments.0.body'],
    locale: ['requester.locale', 'locale'],
    status: ['status', 'ticket status'],
    requester: ['requester.email', 'requester email', 'via.source.from.address', 'requester'],
    name: ['requester.name', 'requester name', 'via.source.from.name'],
    tags: ['tags'],
    firstReplyAt: ['metric_set.initially_replied_at'],
    resolvedAt: ['metric_set.solved_at', 'solved at', 'solved_at', 'solved'],
  },
  statuses: { ...sharedStatuses, hold: 'pending', 'on-hold': 'pending' },
};

/** CSV of Tickets > Export, API pages (statuses 2 to 5) and the account export (helpdesk_ticket). */
const freshdesk: HelpDesk = {
  fields: {
    id: ['id', 'ticket id', 'display_id'],
    createdAt: ['created_at', 'created time'],
    subject: ['subject'],
    description: ['description_text', 'description'],
    status: ['status', 'status_name'],
    requester: ['requester.email', 'email', 'requester email', 'contact email', 'requester_email'],
    name: ['requester.name', 'full name', 'requester name', 'contact name', 'requester_name'],
    tags: ['tags'],
    firstReplyAt: ['stats.first_responded_at'],
    resolvedAt: ['stats.resolved_at', 'resolved time', 'resolved_at', 'closed time'],
  },
  statuses: {
    ...sharedStatuses,
    '2': 'open',
    '3': 'pending',
    '4': 'resolved',
    '5': 'closed',
    'waiting on customer': 'pending',
    'waiting on third party': 'pending',
    'being processed': 'open',
    'awaiting your reply': 'pending',
  },
};

/** Conversations of the Inbox API (threads newest first), and CSV of the conversations report. */
const helpscout: HelpDesk = {
  fields: {
    id: ['number', 'conversation number', 'conversation', 'id'],
    createdAt: ['createdAt', 'created at', 'created', 'date created'],
    subject: ['subject'],
    description: ['_embedded.threads.last.body', 'threads.last.body', 'first message', 'body', 'preview'],
    status: ['status'],
    requester: ['primaryCustomer.email', 'createdBy.email', 'customer email', 'email'],
    name: ['primaryCustomer.first', 'customer name', 'customer'],
    tags: ['tags'],
    resolvedAt: ['closedAt', 'closed at', 'closed'],
  },
  statuses: { ...sharedStatuses, active: 'open' },
};

/** CSV of an issue search (all fields), and REST search pages, version 2 or 3. */
const jira: HelpDesk = {
  fields: {
    id: ['key', 'issue key', 'id', 'issue id'],
    createdAt: ['fields.created', 'created'],
    subject: ['fields.summary', 'summary'],
    description: ['fields.description', 'description'],
    status: ['fields.status.statusCategory.key', 'status category', 'fields.status.name', 'status'],
    requester: ['fields.reporter.emailAddress', 'reporter email', 'reporter'],
    name: ['fields.reporter.displayName', 'creator'],
    tags: ['fields.labels', 'labels'],
    resolvedAt: ['fields.resolutiondate', 'resolved'],
  },
  statuses: {
    ...sharedStatuses,
    'to do': 'open',
    backlog: 'open',
    'waiting for support': 'open',
    'in progress': 'pending',
    indeterminate: 'pending',
    'waiting for customer': 'pending',
    done: 'resolved',
    completed: 'resolved',
    canceled: 'closed',
    declined: 'closed',
  },
};

/** The help desks and files an import can come from. */
export const helpDesks = { jsonl: anyTable, csv: anyTable, zendesk, freshdesk, helpscout, jira };

/** One of the origins of an import. */
export type ImportSource = keyof typeof helpDesks;
