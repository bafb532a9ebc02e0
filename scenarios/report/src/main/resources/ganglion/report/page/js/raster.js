// Spikes as marks, one row per neuron. Drawn pixel by pixel into one image, which stays smooth at millions of spikes:
// where marks fall on the same pixels the colour grows denser.

/** A panel of one population: {name, size, labels, spikes, raster}. */
function rasterPanel(population, index, context) {
  const panel = {
    title: population.name,
    note: plural(population.size, 'neuron') + ' · ' + plural(population.spikes, 'spike'),
    height: rasterHeight(population),
    rows: population.size,
    axis: rasterAxis(population),
    drawn: 0,
    paint: (plot) => paintRaster(plot, panel, population, index, context),
    describe: (plot, x, y) => describeSpike(plot, x, y, population, context),
  };
  const spikes = () => ({ ...context, population, colour: populationColour(index) });
  panel.controls = [exportButtons(panel, { svg: () => rasterSvg(spikes()), csv: () => rasterCsv(spikes()) })];
  return panel;
}

function rasterHeight({ size, labels }) {
  const perNeuron = labels.length > 0 ? 17 : 12;
  return Math.max(54, Math.min(labels.length > 0 ? 260 : 210, size * perNeuron));
}

function rasterAxis(population) {
  const { size, labels, bandCentresHertz } = population;
  if (bandCentresHertz) return frequencyAxis(bandCentresHertz);
  const roomFor = Math.max(2, Math.floor(rasterHeight(population) / 15));
  const step = niceStep(size / Math.min(size, roomFor));
  const axis = [];
  for (let row = 0; row < size; row += step) axis.push({ row, label: labels[row] ?? String(row) });
  return axis;
}

/** The next of 1, 2, 5, 10, 20, ... that is not smaller. */
function niceStep(step) {
  const power = 10 ** Math.floor(Math.log10(step));
  return [1, 2, 5, 10].map((factor) => factor * power).find((nice) => nice >= step - 1e-9);
}

function paintRaster(plot, panel, population, index, context) {
  clipped(plot, (ctx, box) => {
    paintClipEdges(ctx, plot, context);
    if (population.name === context.decisionPopulation) paintDecisions(ctx, box, population, context);
    const image = rasterImage(panel, population.raster, population.size, box, populationColour(index), context);
    ctx.drawImage(image, box.left, box.top);
  });
}

function rasterImage(panel, raster, size, box, colour, { view, tickSeconds }) {
  const width = Math.round(box.width);
  const height = Math.round(box.height);
  const canvas = panel.canvas ??= element('canvas');
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext('2d');
  const image = ctx.createImageData(width, height);
  new Uint32Array(image.data.buffer).fill(pixel(...channels(colour), 0));
  const mark = markSize(width, height, size, view.span / tickSeconds);
  panel.drawn = stampMarks(image, raster, size, mark, view, tickSeconds);
  ctx.putImageData(image, 0, 0);
  return canvas;
}

/** Size of a mark in device pixels: as wide as a tick and as high as a row, within limits. */
function markSize(width, height, size, ticksInView) {
  const ratio = devicePixelRatio;
  const row = height / size;
  return {
    wide: Math.round(Math.max(1.5 * ratio, Math.min(5 * ratio, (0.7 * width) / ticksInView))),
    high: Math.max(1, Math.round(Math.min(13 * ratio, row > 3 ? row * 0.78 : row))),
    row,
  };
}

/** Adds the marks in view to the alpha channel; answers how many there were. */
function stampMarks(image, { ticks, neurons }, size, mark, view, tickSeconds) {
  const { data, width, height } = image;
  const scale = (width * tickSeconds) / view.span;
  const shift = (view.from / tickSeconds) * scale;
  const first = lowerBound(ticks, view.from / tickSeconds - mark.wide / scale);
  const last = lowerBound(ticks, view.until / tickSeconds);
  const strength = last - first > 100_000 ? 110 : 215;
  for (let i = first; i < last; i++) {
    const left = Math.floor(ticks[i] * scale - shift);
    const top = Math.floor((size - 0.5 - neurons[i]) * mark.row - mark.high / 2);
    const from = Math.max(0, left);
    const until = Math.min(width, left + mark.wide);
    for (let y = Math.max(0, top), end = Math.min(height, top + mark.high); y < end; y++) {
      // The array clamps at 255, so marks on marks never overflow.
      for (let at = 4 * (y * width + from) + 3, stop = 4 * (y * width + until) + 3; at < stop; at += 4) {
        data[at] += strength;
      }
    }
  }
  return last - lowerBound(ticks, view.from / tickSeconds);
}

/** The spike nearest to the pointer, if one is close. */
function describeSpike(plot, x, y, population, { view, tickSeconds, clipAt }) {
  const reach = 9;
  const { ticks, neurons } = population.raster;
  const pixelsPerTick = (plot.over.clientWidth / view.span) * tickSeconds;
  const pixelsPerRow = plot.over.clientHeight / population.size;
  const tickAt = plot.timeAt(x) / tickSeconds;
  let nearest = -1;
  let distance = reach * reach;
  for (let i = lowerBound(ticks, tickAt - reach / pixelsPerTick); i < ticks.length; i++) {
    const dx = (ticks[i] - tickAt) * pixelsPerTick;
    if (dx > reach) break;
    const dy = (population.size - 0.5 - neurons[i]) * pixelsPerRow - y;
    if (dx * dx + dy * dy < distance) {
      distance = dx * dx + dy * dy;
      nearest = i;
    }
  }
  if (nearest < 0) return null;
  const seconds = ticks[nearest] * tickSeconds;
  return [
    tidySeconds(seconds) + ' (tick ' + count(ticks[nearest]) + ')',
    population.name + ' ' + neuronName(population, neurons[nearest]),
    ...clipAt(seconds),
  ];
}

function neuronName({ labels, bandCentresHertz }, neuron) {
  if (labels[neuron]) return neuron + ' (' + labels[neuron] + ')';
  if (bandCentresHertz) return neuron + ' (' + hertz(bandCentresHertz[neuron]) + ')';
  return 'neuron ' + neuron;
}
