import type { PanelPlace } from './panel-door.ts';

/** One thing the panel shows at a time. */
export interface View {
  title: string;
  body: HTMLElement;
  /** The same on the portal, from its origin. */
  address: string;
  /** Where the cursor goes; to the title when it is nowhere in particular. */
  focus?: HTMLElement;
}

/** What led to a request. */
export interface RequestOrigin {
  subject?: string;
  /** Id of the article it is written from. */
  article?: string;
}

/** What a view may do with the panel it is in. */
export interface PanelControls {
  readonly place: PanelPlace;
  /** Shows another view over this one; the reader may come back. */
  show(view: View): void;
  /** Shows another view instead of this one. */
  replace(view: View): void;
  back(): void;
  /** Goes back until this is what is shown. */
  backTo(body: HTMLElement): void;
  close(): void;
  /** Opens an article, by its id or address. What stands after it is the caller's to say. */
  openArticle(article: string, after?: HTMLElement): Promise<void>;
  /** Opens the form, with what led to it. */
  writeRequest(from?: RequestOrigin): void;
  /** A search that counted: a request that follows says so. */
  searched(query: string): void;
  /** Tells readers who do not see the panel. */
  announce(message: string): void;
  /** Tells the page; false when the page takes it from here. */
  tell(name: string, detail: object): boolean;
}
