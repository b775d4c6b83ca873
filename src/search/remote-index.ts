import type { SearchResult } from './hit.ts';
import type { PartKind, PartSource, WantedParts } from './index-format.ts';
import { checkHeader } from './load-index.ts';
import { search } from './search.ts';
import type { SearchOptions } from './search.ts';
import { SearchIndex } from './search-index.ts';
import { headerOf, partName } from './index-manifest.ts';
import type { IndexManifest } from './index-manifest.ts';

/** Fetches a part of the static index by its name. */
export type FetchPart = (name: string) => Promise<Uint8Array>;

/** A search stopped because parts are not here yet. */
class PartsMissing extends Error {
  readonly names: string[];

  constructor(names: string[]) {
    super(`Parts of the index are not loaded: ${names.join(', ')}`);
    this.names = names;
  }
}

class RemoteSource implements PartSource {
  private readonly folder: string;
  readonly loaded = new Map<string, Uint8Array>();

  constructor(folder: string) {
    this.folder = folder;
  }

  read(kind: PartKind, part: number): Uint8Array {
    const name = partName(this.folder, kind, part);
    const bytes = this.loaded.get(name);
    if (!bytes) throw new PartsMissing([name]);
    return bytes;
  }

  require(...wanted: WantedParts[]): void {
    const names = new Set(
      wanted.flatMap(({ kind, parts }) => [...parts].map((part) => partName(this.folder, kind, part))),
    );
    const missing = [...names].filter((name) => !this.loaded.has(name));
    if (missing.length > 0) throw new PartsMissing(missing);
  }
}

/** An index whose parts are fetched as queries need them. */
export class RemoteIndex {
  private readonly source: RemoteSource;
  private readonly fetchPart: FetchPart;
  private readonly index: SearchIndex;

  constructor(manifest: IndexManifest, fetchPart: FetchPart) {
    this.source = new RemoteSource(manifest.folder);
    this.fetchPart = fetchPart;
    this.index = new SearchIndex(headerOf(manifest), this.source);
  }

  /**
   * Searches with the same code as the server. The search runs until it misses parts, they are fetched together, and
   * it runs again: what it reads decides what is fetched. Rejects when a part cannot be fetched, and when `signal` says
   * that nobody waits for the result any more: nothing else is fetched for it then.
   */
  async search(query: string, options: SearchOptions = {}, signal?: AbortSignal): Promise<SearchResult> {
    for (;;) {
      try {
        return search(this.index, query, options);
      } catch (error) {
        if (!(error instanceof PartsMissing)) throw error;
        signal?.throwIfAborted();
        await this.fetchAll(error.names);
      }
    }
  }

  private async fetchAll(names: string[]): Promise<void> {
    const parts = await Promise.all(names.map((name) => this.fetchPart(name)));
    names.forEach((name, position) => this.source.loaded.set(name, parts[position] ?? new Uint8Array()));
  }
}

/** Opens a static index by its manifest; throws like `loadIndex` when it does not fit this version. */
export function openRemoteIndex(manifest: IndexManifest, fetchPart: FetchPart): RemoteIndex {
  if (typeof manifest.folder !== 'string') {
    throw new Error('This is not the manifest of a search index. Build the site again.');
  }
  checkHeader(manifest);
  return new RemoteIndex(manifest, fetchPart);
}
