// Where each strip of the time axis is, from top to bottom, in pixels of the page.

const CAPTION = 20;
const MOST_POPULATIONS = 16;
export const AXIS = 22;

/** Heights wanted; populations by their sizes, within bounds. */
function wanted(start) {
  const strips = [{ kind: 'wave', height: 46 }, { kind: 'bands', height: 112 }];
  start.populations.slice(0, MOST_POPULATIONS).forEach((population, index) => strips.push({
    kind: 'population',
    index,
    height: Math.min(150, Math.max(26, population.size <= 24 ? population.size * 5 : 34 + 13 * Math.log2(population.size / 8))),
  }));
  strips.push({ kind: 'decision', height: 26 });
  return strips;
}

/** Strips with top and height, each below its caption, and the height of all. Fits into the space if that is not too small. */
export function layOut(start, space) {
  const strips = wanted(start);
  const fixed = strips.length * CAPTION + AXIS;
  const sum = strips.reduce((total, strip) => total + strip.height, 0);
  const factor = Math.min(1.7, Math.max(0.62, (space - fixed) / sum));
  let top = 0;
  for (const strip of strips) {
    strip.captionTop = top;
    strip.top = top + CAPTION;
    strip.height = Math.round(strip.height * factor);
    top = strip.top + strip.height;
  }
  return { strips, height: top + AXIS, lastPopulation: MOST_POPULATIONS - 1, notDrawn: start.populations.length - MOST_POPULATIONS };
}

/** The strip at a height, or undefined. */
export function stripAt(layout, y) {
  return layout.strips.find((strip) => y >= strip.top && y < strip.top + strip.height);
}
