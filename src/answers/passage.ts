/** A section the model may quote from, with the number it is cited by. */
export interface Passage {
  /** 1-based place in the list of sources. */
  number: number;
  articleId: string;
  title: string;
  url: string;
  sectionTitle: string;
  /** Language of the text, which decides how its words are compared. */
  locale: string;
  /** Plain text: every quote must be found in it, word for word. */
  text: string;
}
