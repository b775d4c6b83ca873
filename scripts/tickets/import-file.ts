import { createReadStream, statSync } from 'node:fs';
import type { Store } from '../../src/store/open-store.ts';
import { systemClock } from '../../src/store/clock.ts';
import { decodeText } from '../../src/tickets/decode-text.ts';
import { helpDesks } from '../../src/tickets/help-desks.ts';
import type { ImportSource } from '../../src/tickets/help-desks.ts';
import { importTickets } from '../../src/tickets/import-tickets.ts';
import type { ImportReport } from '../../src/tickets/import-tickets.ts';
import { mapRecords } from '../../src/tickets/map-record.ts';
import type { NamedColumns } from '../../src/tickets/map-record.ts';
import { readExport } from '../../src/tickets/read-export.ts';
import { say, showProgress } from '../progress.ts';
import { createLanguageDetector } from './detect-language.ts';

const shownMistakes = 20;

/** A file of tickets and how to read it. */
export interface TicketFile {
  file: string;
  source: ImportSource;
  columns: NamedColumns;
  /** Languages a ticket can be in, the default first. */
  locales: string[];
}

/** Imports a file of tickets and says what came of it, with the lines that were left out. */
export async function importFile(
  store: Store,
  { file, source, columns, locales }: TicketFile,
): Promise<void> {
  const totalKilobytes = Math.ceil(statSync(file).size / 1000);
  const progress = showProgress('kilobytes read');
  const bytes = createReadStream(file);
  const records = mapRecords(readExport(decodeText(bytes)), helpDesks[source], columns);
  const report = await importTickets(store, records, {
    clock: systemClock,
    source,
    localeOf: createLanguageDetector(locales),
    onProgress: () => progress(Math.min(totalKilobytes, Math.ceil(bytes.bytesRead / 1000)), totalKilobytes),
  });
  sayWhatHappened(report);
}

function sayWhatHappened({ added, updated, unchanged, rejected }: ImportReport): void {
  for (const { line, reason } of rejected.slice(0, shownMistakes)) say(`line ${line}: ${reason}`);
  if (rejected.length > shownMistakes) say(`… and ${rejected.length - shownMistakes} more lines left out`);
  console.log(`${added} added, ${updated} updated, ${unchanged} unchanged, ${rejected.length} left out`);
}
