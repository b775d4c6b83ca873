import { catalog, site, widgetFolder } from '../../build-site.ts';
import { widgetFiles, type WidgetFiles } from './widget-files.ts';

/** The widget of the site that is being built. */
export const widget: WidgetFiles = widgetFiles(widgetFolder, site, catalog);
