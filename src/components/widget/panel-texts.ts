import type { Messages } from '../../messages/messages.ts';
import type { Site, SiteField } from '../../site.ts';
import type { ContactWord, SuggestionWord } from './panel-words.ts';

/** One entry of a list to choose from. */
export interface Choice {
  id: string;
  name: string;
}

/** A topic, with how soon it is answered when that is not the usual. */
export interface TopicChoice extends Choice {
  replyWithinHours: number | undefined;
}

/** One question the form asks beside those it always asks. */
export interface AskedField extends Pick<SiteField, 'id' | 'kind' | 'required' | 'topics'> {
  label: string;
  hint: string | undefined;
  options: Choice[];
}

/** What the panel says, and what it knows of the portal, in one language; written in front of its module by the build. */
export interface PanelTexts {
  locale: string;
  /** Language of the sentences, which may not be the portal's. */
  messageLocale: string;
  direction: 'ltr' | 'rtl';
  search: Pick<Messages['search'], 'label' | 'placeholder' | 'found' | 'nothing'>;
  widget: Messages['widget'];
  contact: Pick<Messages['contact'], ContactWord>;
  suggestions: Pick<Messages['suggestions'], SuggestionWord>;
  request: Pick<Messages['request'], 'received' | 'receivedText' | 'title'>;
  reply: Messages['reply'];
  /** Office hours are in this time zone. */
  timeZone: string;
  officeHours: Site['officeHours'];
  topics: TopicChoice[];
  products: Choice[];
  /** Questions of `site.yaml`, with the topics they come with; none means every topic. */
  fields: AskedField[];
  attachments: Site['attachments'];
  /** Articles to begin with. */
  recent: { title: string; url: string }[];
  /** Rules that carry the owner's colour. */
  accentRules: string;
}

declare const widgetTexts: PanelTexts;

/** The texts of this panel. */
export const texts: PanelTexts = widgetTexts;
