// Saves a panel: as it is drawn (PNG), and what is in view of it as shapes (SVG) or as a table (CSV).

const MOST_SHAPES = 100_000;

/** Buttons of a panel; svg() and csv() make the files of those that have them. */
function exportButtons(panel, { svg, csv } = {}) {
  const button = (ending, title, work) => element('button', { type: 'button', title, onclick: work }, ending);
  return element('span', { class: 'exports' },
    button('PNG', 'Save this panel as it is drawn', () => panel.plot.canvas.toBlob((blob) => save(fileNameOf(panel.title, 'png'), 'image/png', blob))),
    svg && button('SVG', 'Save what is in view as shapes', () => save(fileNameOf(panel.title, 'svg'), 'image/svg+xml', svg())),
    csv && button('CSV', 'Save what is in view as a table', () => save(fileNameOf(panel.title, 'csv'), 'text/csv', csv())));
}

/** Indices of the spikes in view: the first, and the one after the last. */
function indicesInView({ population: { raster }, view, tickSeconds }) {
  return [lowerBound(raster.ticks, view.from / tickSeconds), lowerBound(raster.ticks, view.until / tickSeconds)];
}

/** The same columns as spikes.csv. */
function rasterCsv(spikes) {
  const { population: { name, raster }, tickSeconds } = spikes;
  const [first, last] = indicesInView(spikes);
  const lines = ['time_s,tick,population,neuron'];
  for (let i = first; i < last; i++) {
    lines.push(Number((raster.ticks[i] * tickSeconds).toPrecision(12)) + ',' + raster.ticks[i] + ',' + name + ',' + raster.neurons[i]);
  }
  return lines.join('\n') + '\n';
}

/** One rectangle per spike; if there are too many for drawing programs, every second, third, ... */
function rasterSvg(spikes) {
  const { population: { name, size, raster }, view, tickSeconds, colour } = spikes;
  const [first, last] = indicesInView(spikes);
  const step = Math.max(1, Math.ceil((last - first) / MOST_SHAPES));
  const width = 1000;
  const height = Math.max(60, Math.min(600, size * 12));
  const row = height / size;
  const wide = Math.max(0.5, Math.min(4, (0.7 * width * tickSeconds) / view.span));
  const path = [];
  for (let i = first; i < last; i += step) {
    const x = ((raster.ticks[i] * tickSeconds - view.from) / view.span) * width;
    const y = (size - 1 - raster.neurons[i]) * row;
    path.push('M' + x.toFixed(2) + ' ' + y.toFixed(2) + 'v' + (0.8 * row).toFixed(2));
  }
  const title = name + ', ' + tidySeconds(view.from) + ' to ' + tidySeconds(view.until)
    + (step > 1 ? ', every ' + step + 'th spike' : '');
  return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ' + width + ' ' + height + '"><title>' + title
    + '</title><rect width="100%" height="100%" fill="none" stroke="#888"/><path d="' + path.join('')
    + '" stroke="' + colour + '" stroke-width="' + wide.toFixed(2) + '"/></svg>\n';
}
