import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';

/** One line of a chart: a value for each day, null where there is nothing to measure. */
export interface Series {
  label: string;
  values: (number | null)[];
}

/** A chart as paths in a box of 1000 by 1000, which the page stretches; labels stand beside it as text. */
export interface LineGeometry {
  paths: string[];
  /** Values of the horizontal lines, the largest first, evenly spaced from the top to 0. */
  ticks: number[];
}

const box = 1000;
const wantedTicks = 4;

/** Draws lines from 0 to a round number above the largest value. */
export function lineGeometry(series: readonly Series[]): LineGeometry {
  const largest = Math.max(1, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const scale = scaleLinear().domain([0, largest]).nice(wantedTicks).range([box, 0]);
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, place) => placeOf(place, series[0]?.values.length ?? 0))
    .y((value) => Math.round(scale(value ?? 0)));
  return {
    paths: series.map(({ values }) => path(values) ?? ''),
    ticks: scale.ticks(wantedTicks).toReversed(),
  };
}

function placeOf(place: number, count: number): number {
  return count < 2 ? box / 2 : Math.round((place / (count - 1)) * box);
}
