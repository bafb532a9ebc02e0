// Charts below the timeline: drawn here as Chart.java draws those of other pages, so that the same script makes them explorable.

const LETTER_WIDTH = 6.6;
const CHART_LEFT = 70;
const CHART_RIGHT = 24;
const KEY_HEIGHT = 16;

/** The colours of series in files that are saved; on the page the style sheet gives those of the theme. */
const SAVED_COLOURS = ['#0072b2', '#d55e00', '#009e73', '#a3508a', '#56b4e9', '#e69f00', '#8a6d00', '#5b5b5b'];

function chartBox(title, note) {
  const caption = element('figcaption', {}, element('span', { class: 'panel-title' }, title), element('span', { class: 'panel-note' }, note));
  return { box: element('figure', { class: 'chart' }, caption), caption };
}

let chartTooltip = null;

/** Draws a chart into its box, again when its width changes and when the returned function is called; chart() describes it, see drawnChart. */
function responsive(box, chart) {
  let drawnWidth = 0;
  const refresh = (always) => {
    const width = Math.floor(box.clientWidth);
    if (width === 0 || (!always && width === drawnWidth)) return;
    drawnWidth = width;
    box.querySelectorAll(':scope > svg, :scope > .exports').forEach((part) => part.remove());
    box.append(drawnChart(width, chart()));
    if (!chartTooltip) document.body.append(chartTooltip = element('div', { class: 'tooltip hint', hidden: true }));
    explore(box, chartTooltip);
  };
  new ResizeObserver(() => refresh(false)).observe(box);
  return () => refresh(true);
}

/**
 * A chart {title, height, across, up, series} as an SVG element. Axes are {name, unit, logarithmic, from, until, ticks, text(value)};
 * series are {name, x, y, dash, bars, dot}: heights that are null leave a gap, bars fill their bin, and a dot is a place [x, y].
 */
function drawnChart(width, { title, height, across, up, series }) {
  const keys = keyPlaces(series, width);
  const top = keys.length === 0 ? 12 : keys[keys.length - 1].y + 22;
  const bottom = top + height;
  const right = width - CHART_RIGHT;
  const x = (value) => (CHART_LEFT + (right - CHART_LEFT) * shareOf(value, across)).toFixed(2);
  const y = (value) => (bottom - height * Math.max(0, Math.min(1, shareOf(value, up)))).toFixed(2);
  const put = (parent, name, attributes, text) => parent.appendChild(svgElement(name, attributes, text));
  const svg = svgElement('svg', {
    viewBox: '0 0 ' + width + ' ' + (bottom + 42), width, height: bottom + 42, fill: '#595959', 'font-family': 'system-ui, sans-serif', 'font-size': 12,
    role: 'img', 'aria-label': title,
  });
  const root = put(svg, 'g', {
    class: 'chart', 'data-title': title, 'data-across': across.name, 'data-up': up.name, 'data-from': across.from, 'data-until': across.until,
    'data-log': Boolean(across.logarithmic), 'data-across-unit': across.unit, 'data-up-unit': up.unit, 'data-zoom': true,
  });
  root.acrossText = across.text;
  for (const { index, left, y: line } of keys) {
    const key = put(root, 'g', { class: 'key', 'data-series': index });
    put(key, 'circle', { cx: left + 5, cy: line - 4, r: 4, fill: SAVED_COLOURS[index % 8], class: 'dot s' + (index % 8) });
    put(key, 'text', { x: left + 14, y: line }, series[index].name);
  }
  for (const tick of up.ticks) {
    put(root, 'path', { class: 'grid', stroke: '#dddddd', d: 'M' + CHART_LEFT + ',' + y(tick) + 'H' + right });
    put(root, 'text', { x: CHART_LEFT - 8, y: Number(y(tick)) + 4, 'text-anchor': 'end' }, up.text(tick));
  }
  put(root, 'path', { class: 'axis', fill: 'none', stroke: '#777777', d: 'M' + CHART_LEFT + ',' + top + 'V' + bottom + 'H' + right });
  const labels = put(root, 'g', { class: 'across' });
  let free = -Infinity;
  for (const tick of across.ticks) {
    const text = across.text(tick);
    const half = (LETTER_WIDTH * text.length) / 2;
    if (x(tick) - half < free) continue;
    put(labels, 'text', { x: x(tick), y: bottom + 17, 'text-anchor': 'middle' }, text);
    free = Number(x(tick)) + half + LETTER_WIDTH;
  }
  put(root, 'text', { x: (CHART_LEFT + right) / 2, y: bottom + 35, 'text-anchor': 'middle' }, across.name);
  const box = [CHART_LEFT, top, right - CHART_LEFT, height];
  const plot = put(root, 'svg', {
    class: 'plot', x: box[0], y: box[1], width: box[2], height: box[3], viewBox: box.join(' '), preserveAspectRatio: 'none', overflow: 'visible',
  });
  put(plot, 'rect', { x: box[0], y: box[1], width: box[2], height: box[3], fill: 'none', 'pointer-events': 'all' });
  series.forEach((one, index) => {
    const points = one.x.map((place, at) => [place, one.y[at]]).filter(([, value]) => value !== null);
    const colour = SAVED_COLOURS[index % 8];
    const group = put(plot, 'g', { class: 'series s' + (index % 8), 'data-name': one.name, 'data-points': JSON.stringify(points), fill: colour, stroke: colour });
    if (one.bars) {
      const half = (0.46 * (right - CHART_LEFT)) / one.x.length;
      put(group, 'path', { class: 'solid', stroke: 'none', d: points.map(([place, value]) => 'M' + (x(place) - half) + ',' + bottom + 'V' + y(value) + 'h' + 2 * half + 'V' + bottom + 'Z').join('') });
      return;
    }
    const line = one.x.map((place, at) => (one.y[at] === null ? '' : (at > 0 && one.y[at - 1] !== null ? 'L' : 'M') + x(place) + ',' + y(one.y[at])));
    put(group, 'path', { class: 'line', fill: 'none', 'stroke-width': 2, 'stroke-dasharray': one.dash ?? 'none', 'vector-effect': 'non-scaling-stroke', d: line.join('') });
    if (one.dot) put(group, 'path', { class: 'dot', 'stroke-width': 10, 'stroke-linecap': 'round', 'vector-effect': 'non-scaling-stroke', d: 'M' + x(one.dot[0]) + ',' + y(one.dot[1]) + 'h0.01' });
  });
  return svg;
}

/** Where the names of series stand, in lines as wide as the chart: {index, left, y}; none where there is one series only. */
function keyPlaces(series, width) {
  let [left, y] = [0, 13];
  return series.length < 2 ? [] : series.map(({ name }, index) => {
    const needed = LETTER_WIDTH * name.length + 28;
    if (left > 0 && left + needed > width) [left, y] = [0, y + KEY_HEIGHT];
    left += needed;
    return { index, left: left - needed, y };
  });
}

/** A logarithmic axis over whole decades around some values, so that a flat line does not fill it with one value. */
function decades(name, unit, values) {
  const known = values.filter((value) => value > 0);
  const from = 10 ** Math.floor(Math.log10(Math.min(...known)) - 0.05);
  const until = Math.max(10 * from, 10 ** Math.ceil(Math.log10(Math.max(...known)) + 0.05));
  return { name, unit, logarithmic: true, from, until, ticks: powersOfTen(from, until), text: (value) => quantity(value, unit) };
}
