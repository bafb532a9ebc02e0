// The waveform, drawn anew with each frame, from the smallest and the largest value of each pixel.

/** The next power of two above, so that a scale changes rarely. */
export function roundUp(value) {
  return value > 0 ? 2 ** Math.ceil(Math.log2(value)) : 0;
}

/** Largest loudness of the ticks in view. */
export function loudest(store, from, until) {
  let most = 0;
  for (let tick = Math.max(from, store.begin); tick < until; tick++) {
    const at = store.place(tick);
    if (at >= 0) most = Math.max(most, store.highest[at], -store.lowest[at]);
  }
  return most;
}

/** Draws the waveform. frame: {context, store, x (tick to pixel), from, until (ticks), ratio}; scale is the loudness at the edges. */
export function drawWave(frame, strip, scale, colour) {
  const { context, store, x, from, until, ratio } = frame;
  const middle = (strip.top + strip.height / 2) * ratio;
  const half = strip.height / 2 * ratio;
  context.fillStyle = colour;
  context.beginPath();
  let column = null;
  let low = 0;
  let high = 0;
  const finish = (right) => {
    if (column === null) return;
    const top = middle - Math.min(1, high / scale) * half;
    const bottom = middle - Math.max(-1, low / scale) * half;
    context.rect(column, top, Math.max(1, right - column), Math.max(ratio, bottom - top));
  };
  for (let tick = from; tick < until; tick++) {
    const at = store.place(tick);
    const place = Math.round(x(tick));
    if (place !== column || at < 0) {
      finish(place);
      column = at < 0 ? null : place;
      low = Infinity;
      high = -Infinity;
    }
    if (at < 0) continue;
    low = Math.min(low, store.lowest[at]);
    high = Math.max(high, store.highest[at]);
  }
  finish(Math.round(x(until)));
  context.fill();
}
