/** The accent of a site that names none; tokens.css says the same. */
export const defaultAccent = '#0f5c66';

/** The accent in the places it is used, as `#rrggbb`; each is legible where it stands. */
export interface AccentColours {
  /** Links and buttons on the light page; white text is legible on it. */
  light: string;
  /** Links and buttons on the dark page; dark text is legible on it. */
  dark: string;
  /** Behind the search of the home page, in the dark scheme; white text is legible on it. */
  darkBand: string;
}

/** A colour as hue in degrees, and saturation and lightness from 0 to 1. */
interface Shade {
  hue: number;
  saturation: number;
  lightness: number;
}

// The page colours of tokens.css, and the least contrast with them: WCAG asks 4.5 of text; some margin is kept for tinted grounds.
const lightPage = '#fbf8f3';
const darkPage = '#1b1916';
const textContrast = 5.5;
const bandContrast = 9;
const step = 0.01;
/** On a dark page a full colour glares: this much of its saturation is enough. */
const maxDarkSaturation = 0.45;

/** Darkens or lightens the owner's colour, as little as it takes to be read in both schemes. */
export function accentColours(accent: string): AccentColours {
  return {
    light: shadeUntilLegible(accent, -step, { against: lightPage, contrast: textContrast }),
    dark: shadeUntilLegible(softened(accent), step, { against: darkPage, contrast: textContrast + 1 }),
    darkBand: shadeUntilLegible(accent, -step, { against: '#ffffff', contrast: bandContrast }),
  };
}

/** What the owner should know of an accent that is not shown as it was written; nothing when it is, on the light page. */
export function accentRemark(accent: string): string | undefined {
  const { light, dark } = accentColours(accent);
  if (light === accent) return undefined;
  const contrast = contrastOf(accent, lightPage).toFixed(1);
  return (
    `site.yaml: the accent ${accent} has a contrast of ${contrast} with the page, and text needs ${textContrast}. ` +
    `Links and buttons are ${light} instead, and ${dark} on a dark page.`
  );
}

/** The accent as style rules that override the defaults of tokens.css. */
export function accentRules(accent: string): string {
  const colours = accentColours(accent);
  const dark = `:root{--accent:${colours.dark};--band:${colours.darkBand}}`;
  return `:root{--accent:${colours.light};--band:${colours.light}}@media screen and (prefers-color-scheme:dark){${dark}}`;
}

/** Contrast of two colours by WCAG 2.2, from 1 (the same) to 21 (black on white). */
export function contrastOf(first: string, second: string): number {
  const [darker = 0, lighter = 0] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function softened(colour: string): string {
  const shade = shadeOf(colour);
  return colourOf({ ...shade, saturation: Math.min(shade.saturation, maxDarkSaturation) });
}

function shadeUntilLegible(
  colour: string,
  by: number,
  wanted: { against: string; contrast: number },
): string {
  if (contrastOf(colour, wanted.against) >= wanted.contrast) return colour;
  const shade = shadeOf(colour);
  for (let lightness = shade.lightness; lightness > 0 && lightness < 1; lightness += by) {
    const candidate = colourOf({ ...shade, lightness });
    if (contrastOf(candidate, wanted.against) >= wanted.contrast) return candidate;
  }
  return by > 0 ? '#ffffff' : '#000000';
}

function luminance(colour: string): number {
  const [red, green, blue] = channelsOf(colour).map(linear);
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function linear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Red, green and blue, from 0 to 1. */
function channelsOf(colour: string): [number, number, number] {
  const at = (start: number): number => Number.parseInt(colour.slice(start, start + 2), 16) / 255;
  return [at(1), at(3), at(5)];
}

function shadeOf(colour: string): Shade {
  const [red, green, blue] = channelsOf(colour);
  const highest = Math.max(red, green, blue);
  const spread = highest - Math.min(red, green, blue);
  const lightness = highest - spread / 2;
  if (spread === 0) return { hue: 0, saturation: 0, lightness };
  const saturation = spread / (1 - Math.abs(2 * lightness - 1));
  if (highest === red) return { hue: 60 * ((green - blue) / spread), saturation, lightness };
  if (highest === green) return { hue: 60 * ((blue - red) / spread + 2), saturation, lightness };
  return { hue: 60 * ((red - green) / spread + 4), saturation, lightness };
}

// The conversion of CSS Color 4, section 7.1.
function colourOf({ hue, saturation, lightness }: Shade): string {
  const channel = (offset: number): string => {
    const position = (offset + hue / 30 + 12) % 12;
    const amplitude = saturation * Math.min(lightness, 1 - lightness);
    const value = lightness - amplitude * Math.max(-1, Math.min(position - 3, 9 - position, 1));
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
