/** Where the panel asks, and for whom. */
export interface PanelPlace {
  /** Origin of the portal, such as `https://help.example.org`. */
  origin: string;
  /** A product of `site.yaml`; only its articles are looked at. */
  product: string | undefined;
}

/** The panel of one page: a dialog inside the shadow root it was given. */
export interface Panel {
  /**
   * Shows the panel: where it was left, or at an article (`fr/billing/refunds`, or its address with an `#anchor`), with
   * what shall stand after the text.
   */
  open(article?: string, after?: HTMLElement): void;
  close(): void;
}

/** Passages beside a form that is not ours, in the shadow root they were given. */
export interface FormSuggestions {
  /** The reader's text is now this. */
  wrote(draft: { subject: string; description: string }): void;
}

/**
 * What the panel's module gives to the loader. A loader that a browser kept may meet a newer panel: this only grows.
 */
export interface PanelDoor {
  createPanel(root: ShadowRoot, place: PanelPlace): Panel;
  suggestInForm(root: ShadowRoot, place: PanelPlace, panel: Panel): FormSuggestions;
}
