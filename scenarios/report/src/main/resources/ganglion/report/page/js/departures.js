// Two rasters above each other, around their first difference.

const SVG = 'http://www.w3.org/2000/svg';

/** An element of a drawing; text of a scenario only ever becomes a text node. */
function shape(name, attributes, text) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.append(text);
  return made;
}

/** One figure per raster that diverges. */
function departureFigures(departures, tickSeconds) {
  return departures.map((departure) => element('figure', { class: 'departure' },
    element('figcaption', {},
      element('span', { class: 'panel-title' }, departure.population + ' diverges at tick ' + count(departure.tick)
        + ' (' + quantity(departure.tick * tickSeconds, 's') + '), neuron ' + departure.neuron),
      element('span', { class: 'panel-note' }, '● in both · + only in the run · ○ only in the golden raster')),
    departureDrawing(departure)));
}

function departureDrawing({ fromTick, untilTick, lowestNeuron, highestNeuron, tick, neuron, found, wanted, population }) {
  const rows = highestNeuron - lowestNeuron + 1;
  const row = Math.max(7, Math.min(16, 180 / rows));
  const left = 60;
  const width = 760;
  const height = rows * row;
  const ring = row + 2;
  // Room for the ring around the first row.
  const top = Math.max(4, ring - row / 2 + 2);
  const x = (at) => left + ((at + 0.5 - fromTick) / (untilTick - fromTick)) * (width - left - 10);
  const y = (at) => (highestNeuron - at + 0.5) * row + top;
  const drawing = shape('svg', {
    viewBox: '0 0 ' + width + ' ' + (height + top + 22), role: 'img', class: 'overlay',
    'aria-label': 'Spikes of ' + population + ' in the run and in the golden raster around tick ' + tick,
  });
  drawing.append(
    shape('rect', { x: left, y: top, width: width - left - 10, height, class: 'overlay-frame' }),
    shape('circle', { cx: x(tick), cy: y(neuron), r: ring, class: 'overlay-here' }),
    shape('text', { x: left - 6, y: y(highestNeuron) + 4, 'text-anchor': 'end' }, String(highestNeuron)),
    shape('text', { x: left - 6, y: y(lowestNeuron) + 4, 'text-anchor': 'end' }, String(lowestNeuron)),
    shape('text', { x: left, y: height + top + 16 }, 'tick ' + count(fromTick)),
    shape('text', { x: width - 10, y: height + top + 16, 'text-anchor': 'end' }, count(untilTick - 1)));
  const size = Math.min(4, row / 2 - 0.5);
  for (const [at, kind] of overlaid(found, wanted)) {
    const [spikeTick, spikeNeuron] = at.split(' ').map(Number);
    drawing.append(mark(kind, x(spikeTick), y(spikeNeuron), size));
  }
  return drawing;
}

/** Each place where either raster has a spike, and which: {'tick neuron' => both, found or wanted}. */
function overlaid(found, wanted) {
  const kinds = new Map();
  const places = (spikes) => {
    const list = [];
    for (let i = 0; i < spikes.length; i += 2) list.push(spikes[i] + ' ' + spikes[i + 1]);
    return list;
  };
  for (const place of places(found)) kinds.set(place, 'found');
  for (const place of places(wanted)) kinds.set(place, kinds.has(place) ? 'both' : 'wanted');
  return kinds;
}

/** Kinds differ in shape as well as in colour. */
function mark(kind, x, y, size) {
  if (kind === 'found') {
    const path = 'M' + (x - size) + ' ' + y + 'h' + 2 * size + 'M' + x + ' ' + (y - size) + 'v' + 2 * size;
    return shape('path', { d: path, class: 'overlay-found' });
  }
  return shape('circle', { cx: x, cy: y, r: size * 0.8, class: 'overlay-' + kind });
}
