// Waveform and membrane potentials: lines that are drawn anew with each frame, from the smallest and the largest value of each pixel.

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

/** Smallest and largest potential in view, or null. */
export function potentialRange(store, from, until) {
  let low = Infinity;
  let high = -Infinity;
  for (let tick = Math.max(from, store.begin); tick < until; tick++) {
    const at = store.place(tick);
    const potentials = at < 0 ? null : store.potentials[at];
    for (let w = 0; potentials && w < potentials.length; w++) {
      low = Math.min(low, potentials[w]);
      high = Math.max(high, potentials[w]);
    }
  }
  return low <= high ? { low, high } : null;
}

/** Draws a line for each watched neuron. colourOf gives its colour by its number. */
export function drawMembranes(frame, strip, range, watched, colourOf) {
  const { context, store, x, from, until, ratio } = frame;
  const bottom = (strip.top + strip.height - 2) * ratio;
  const height = (strip.height - 4) * ratio;
  const scale = height / Math.max(1e-9, range.high - range.low);
  context.lineWidth = 1.25 * ratio;
  context.lineJoin = 'round';
  for (const neuron of watched) {
    context.strokeStyle = colourOf(neuron);
    context.beginPath();
    let drawing = false;
    for (let tick = from; tick < until; tick++) {
      const at = store.place(tick);
      const index = at < 0 || !store.potentials[at] ? -1 : store.watched[at].indexOf(neuron);
      if (index < 0) {
        drawing = false;
        continue;
      }
      const y = bottom - (store.potentials[at][index] - range.low) * scale;
      if (drawing) context.lineTo(x(tick + 1), y);
      else context.moveTo(x(tick + 1), y);
      drawing = true;
    }
    context.stroke();
  }
}
