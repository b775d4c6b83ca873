/** The kinds of callout a page can show. */
export type CalloutKind = 'note' | 'tip' | 'important' | 'warning' | 'caution';

/** The few words that rendering itself puts on a page. */
export interface Labels {
  callouts: Record<CalloutKind, string>;
  footnotes: string;
  backToText: string;
  table: string;
  video: string;
  /** Names of a ticked and of an empty box in a list of tasks. */
  done: string;
  toDo: string;
}

const english: Labels = {
  callouts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
  footnotes: 'Notes',
  backToText: 'Back to the text',
  table: 'Table',
  video: 'Video',
  done: 'Done',
  toDo: 'To do',
};

const french: Labels = {
  callouts: {
    note: 'Note',
    tip: 'Astuce',
    important: 'Important',
    warning: 'Attention',
    caution: 'Mise en garde',
  },
  footnotes: 'Notes',
  backToText: 'Retour au texte',
  table: 'Tableau',
  video: 'Vidéo',
  done: 'Fait',
  toDo: 'À faire',
};

/** The words rendering puts on a page in that locale; English where there are no others. */
export function labelsFor(locale: string): Labels {
  return /^fr\b/i.test(locale) ? french : english;
}
