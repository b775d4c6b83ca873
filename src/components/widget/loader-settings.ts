/** What the loader knows of one language of the portal. */
export interface LoaderLanguage {
  /** Address of the panel, from the portal's origin; its name changes with its content. */
  panel: string;
  /** Address at which the newest panel always is: for a page that was left open while the portal was updated. */
  latestPanel: string;
  button: string;
  /** What the loader says when the panel cannot be loaded. */
  unavailable: string;
  openPortal: string;
}

/** What the build writes in front of the loader: all it needs before the panel is there. */
export interface LoaderSettings {
  defaultLocale: string;
  languages: Record<string, LoaderLanguage>;
  /** Ground and letters of the button, in the light and in the dark scheme. */
  accent: { light: [ground: string, letters: string]; dark: [ground: string, letters: string] };
}
