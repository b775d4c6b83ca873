import { HelpPanel } from './help-panel.ts';
import type { PanelDoor } from './panel-door.ts';
import { suggestInForm as suggest } from './suggest-in-form.ts';

/** Makes the panel of a page: the second file of the widget, fetched when the help is opened. */
export const createPanel: PanelDoor['createPanel'] = (root, place) => new HelpPanel(root, place);

/** Suggests in a form of the page: fetched when somebody begins to write there. */
export const suggestInForm: PanelDoor['suggestInForm'] = suggest;
