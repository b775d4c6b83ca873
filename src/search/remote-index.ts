import type { SearchResult } from './hit.ts';
import { partKinds } from './index-format.ts';
import type { PartKind, PartSource } from './index-format.ts';
import { checkHeader } from './load-index.ts';
import { search } from './search.ts';
import type { SearchOptions } from './search.ts';
import { SearchIndex } from './search-index.ts';
import type { IndexManifest } from './split-index.ts';

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
  private readonly manifest: IndexManifest;
  readonly loaded = new Map<string, Uint8Array>();

  constructor(manifest: IndexManifest) {
    this.manifest = manifest;
  }

  private nameOf(kind: PartKind, part: number): string {
    return this.manifest.names[kind][part] ?? '';
  }

  read(kind: PartKind, part: number): Uint8Array {
    const name = this.nameOf(kind, part);
    const bytes = this.loaded.get(name);
    if (!bytes) throw new PartsMissing([name]);
    return bytes;
  }

  require(kind: PartKind, parts: Iterable<number>): void {
    const names = new Set([...parts].map((part) => this.nameOf(kind, part)));
    const missing = [...names].filter((name) => !this.loaded.has(name));
    if (missing.length > 0) throw new PartsMissing(missing);
  }
}

/** An index whose parts are fetched as queries need them. */
export class RemoteIndex {
  private readonly manifest: IndexManifest;
  private readonly source: RemoteSource;
  private readonly fetchPart: FetchPart;
  private index: SearchIndex | undefined;

  constructor(manifest: IndexManifest, fetchPart: FetchPart) {
    this.manifest = manifest;
    this.source = new RemoteSource(manifest);
    this.fetchPart = fetchPart;
  }

  /**
   * Searches with the same code as the server. The search runs until it misses parts, they are fetched together, and
   * it runs again: what it reads decides what is fetched. Rejects when a part cannot be fetched.
   */
  async search(query: string, options: SearchOptions = {}): Promise<SearchResult> {
    for (;;) {
      try {
        this.index ??= new SearchIndex(this.manifest, this.source);
        return search(this.index, query, options);
      } catch (error) {
        if (!(error instanceof PartsMissing)) throw error;
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
  if (partKinds.some((kind) => !Array.isArray(manifest.names?.[kind]))) {
    throw new Error('This is not the manifest of a search index. Build the site again.');
  }
  checkHeader(manifest);
  return new RemoteIndex(manifest, fetchPart);
}
