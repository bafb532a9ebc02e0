// Charts that are in the page already (see Chart.java): the values under the pointer, zoom, series that can be hidden, and files of
// what is seen. Without scripts they read the same.

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
/** Drawn larger, so that a picture is sharp on paper. */
const PNG_SCALE = 3;

function svgElement(name, attributes, text) {
  const made = document.createElementNS(SVG_NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

/** Share of a value between the ends of an axis. */
function shareOf(value, { from, until, logarithmic }) {
  return logarithmic ? Math.log(value / from) / Math.log(until / from) : (value - from) / (until - from);
}

/** One chart of a figure: its scale across, its series, and how it is zoomed. */
class ExplorableChart {
  constructor(root, tooltip) {
    this.root = root;
    this.tooltip = tooltip;
    const { from, until, log, zoom } = root.dataset;
    this.from = Number(from);
    this.until = Number(until);
    this.logarithmic = log === 'true';
    this.view = [this.from, this.until];
    this.plot = root.querySelector('svg.plot');
    this.box = Object.fromEntries(['x', 'y', 'width', 'height'].map((name) => [name, Number(this.plot.getAttribute(name))]));
    this.series = [...root.querySelectorAll('g.series')].map((group) => ({
      group, name: group.dataset.name, points: JSON.parse(group.dataset.points ?? '[]'), hidden: false,
    }));
    /** Charts over the same span, this one among them: they are zoomed together. */
    this.peers = [this];
    this.line = svgElement('path', { class: 'guide', visibility: 'hidden' });
    root.append(this.line);
    root.querySelectorAll('g.key').forEach((key) => this.listenToKey(key));
    this.plot.addEventListener('pointermove', (event) => this.describe(event));
    this.plot.addEventListener('pointerleave', () => this.leave());
    if (zoom === 'true' && this.until > this.from) this.listenToZoom();
  }

  listenToKey(key) {
    const series = this.series[Number(key.dataset.series)];
    const toggle = () => {
      series.hidden = !series.hidden;
      series.group.classList.toggle('hidden', series.hidden);
      key.classList.toggle('off', series.hidden);
      key.setAttribute('aria-pressed', String(!series.hidden));
    };
    for (const [name, value] of Object.entries({ role: 'button', tabindex: '0', 'aria-pressed': 'true' })) key.setAttribute(name, value);
    key.addEventListener('click', toggle);
    key.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      toggle();
    });
  }

  share(value, [from, until]) {
    return shareOf(value, { from, until, logarithmic: this.logarithmic });
  }

  /** The value at a share between the ends of an axis. */
  at(share, [from, until]) {
    return this.logarithmic ? from * (until / from) ** share : from + share * (until - from);
  }

  /** Where the pointer is across the plot, 0 to 1. */
  pointer(event) {
    const { left, width } = this.plot.querySelector('rect').getBoundingClientRect();
    const [from, until] = this.shown ?? [0, 1];
    return Math.min(1, Math.max(0, ((event.clientX - left) / width - from) / (until - from)));
  }

  leave() {
    this.tooltip.hidden = true;
    this.line.setAttribute('visibility', 'hidden');
  }

  /** Shows the values of all series at the place nearest to the pointer. */
  describe(event) {
    const series = this.series.filter(({ points, hidden }) => !hidden && points.length > 0 && typeof points[0][0] === 'number');
    if (series.length === 0 || this.dragged || event.target.querySelector?.(':scope > title')) return this.leave();
    const share = this.pointer(event);
    const distance = ([x]) => Math.abs(this.share(x, this.view) - share);
    const nearest = series.map(({ name, points }) => ({
      name, point: points.reduce((best, point) => (distance(point) < distance(best) ? point : best)),
    }));
    const place = nearest.map(({ point }) => point).reduce((best, point) => (distance(point) < distance(best) ? point : best));
    const { across, upUnit } = this.root.dataset;
    const lines = nearest.filter(({ point }) => point[0] === place[0]).map(({ name, point }) =>
      [name, this.text(point[1], upUnit) + (point.length === 4 ? ' (' + this.text(point[2], upUnit) + ' to ' + this.text(point[3], upUnit) + ')' : '')]
        .filter(Boolean).join(': '));
    this.tooltip.replaceChildren(...[(across ? across + ' ' : '') + this.acrossText(place[0]), ...lines]
      .map((line) => element('div', {}, line)));
    this.tooltip.hidden = false;
    const left = Math.min(event.clientX + 14, document.documentElement.clientWidth - this.tooltip.offsetWidth - 6);
    styled(this.tooltip, { left: Math.max(6, left) + window.scrollX + 'px', top: event.clientY + 16 + window.scrollY + 'px' });
    const { x, y, width, height } = this.box;
    this.line.setAttribute('d', 'M' + (x + width * this.share(place[0], this.view)) + ',' + y + 'v' + height);
    this.line.setAttribute('visibility', 'visible');
  }

  /** A place in words; a chart that is drawn here may have words of its own. */
  acrossText(place, digits) {
    return this.root.acrossText?.(place) ?? this.text(place, this.root.dataset.acrossUnit, digits);
  }

  text(value, unit, digits) {
    if (typeof value !== 'number') return value ?? '–';
    return unit ? quantity(value, unit, digits ?? 4) : significant(value, digits ?? 5);
  }

  /** Dragging shows a part, a double click all of it; a plain wheel keeps scrolling the page, with ctrl (or a pinch) it zooms. */
  listenToZoom() {
    const select = svgElement('rect', { class: 'selection', y: this.box.y, height: this.box.height, visibility: 'hidden' });
    this.root.append(select);
    this.plot.addEventListener('pointerdown', (event) => {
      if (event.button !== 0 || event.target.closest('a')) return;
      this.dragged = this.pointer(event);
      this.leave();
      this.plot.setPointerCapture(event.pointerId);
    });
    const area = (event) => [this.dragged, this.pointer(event)].sort((one, other) => one - other);
    this.plot.addEventListener('pointermove', (event) => {
      if (this.dragged === undefined) return;
      const [first, last] = area(event);
      select.setAttribute('x', this.box.x + first * this.box.width);
      select.setAttribute('width', (last - first) * this.box.width);
      select.setAttribute('visibility', 'visible');
    });
    this.plot.addEventListener('pointerup', (event) => {
      if (this.dragged === undefined) return;
      const [first, last] = area(event);
      this.dragged = undefined;
      select.setAttribute('visibility', 'hidden');
      if (last - first > 0.01) this.show(this.at(first, this.view), this.at(last, this.view));
    });
    this.plot.addEventListener('dblclick', () => this.show(this.from, this.until));
    this.plot.addEventListener('wheel', (event) => {
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const share = this.pointer(event);
      const factor = Math.exp(Math.max(-0.5, Math.min(0.5, event.deltaY * 0.01)));
      this.show(this.at(share - share * factor, this.view), this.at(share + (1 - share) * factor, this.view));
    }, { passive: false });
  }

  show(from, until) {
    this.peers.forEach((peer) => peer.apply(from, until));
  }

  apply(from, until) {
    this.view = [Math.max(from, this.from), Math.min(until, this.until)];
    const whole = [this.from, this.until];
    const [first, last] = this.view.map((value) => this.share(value, whole));
    const { x, y, width, height } = this.box;
    this.plot.setAttribute('viewBox', [x + first * width, y, (last - first) * width, height].join(' '));
    const isWhole = first <= 0 && last >= 1;
    this.plot.setAttribute('overflow', isWhole ? 'visible' : 'hidden');
    // The rectangle under the marks is as wide as the whole plot: where the view lies in it.
    this.shown = [first, last];
    this.root.classList.toggle('zoomed', !isWhole);
    this.label();
  }

  /** Labels the part in view. */
  label() {
    const group = this.root.querySelector('g.across');
    this.labels ??= [...group.children];
    if (!this.root.classList.contains('zoomed')) return group.replaceChildren(...this.labels);
    if (this.labels.length === 0) return;
    const [from, until] = this.view;
    const step = roundStep((until - from) / 4);
    const first = Math.ceil(from / step);
    const places = this.logarithmic && until / from > 20 ? powersOfTen(from, until)
      : Array.from({ length: Math.floor(until / step + 1e-9) - first + 1 }, (unused, index) => (first + index) * step);
    const digits = Math.max(3, Math.ceil(Math.log10(Math.abs(until) / step)) + 1);
    group.replaceChildren(...places.map((place) => svgElement('text', {
      x: this.box.x + this.box.width * this.share(place, this.view), y: this.box.y + this.box.height + 17, 'text-anchor': 'middle',
    }, this.acrossText(place, digits))));
  }

  /** Rows of a table: chart, series, place, value, and the ends of intervals. */
  rows() {
    const cells = this.root.querySelector('g.cells');
    const all = [...this.series.filter(({ hidden }) => !hidden), ...(cells ? [{ name: '', points: JSON.parse(cells.dataset.points) }] : [])];
    return all.flatMap(({ name, points }) => points.map(([place, ...values]) => [this.root.dataset.title, name, this.root.acrossText?.(place) ?? place, ...values]));
  }
}

/** The largest of 1, 2 and 5 times a power of ten that is not above a step. */
function roundStep(step) {
  const power = 10 ** Math.floor(Math.log10(step));
  return power * [5, 2, 1].find((digit) => digit <= (step / power) * (1 + 1e-9));
}

function csvOf(charts) {
  const rows = charts.flatMap((chart) => chart.rows());
  const { across, up } = charts[0].root.dataset;
  const head = ['chart', 'series', across || 'x', up || 'y', 'low', 'high', 'low', 'high'].slice(0, Math.max(4, ...rows.map((row) => row.length)));
  return [head, ...rows].map((row) => row.map(csvField).join(',')).join('\n') + '\n';
}

function savePng(drawing, name) {
  const picture = new Image();
  picture.addEventListener('load', () => {
    const canvas = element('canvas', { width: drawing.viewBox.baseVal.width * PNG_SCALE, height: drawing.viewBox.baseVal.height * PNG_SCALE });
    const context = canvas.getContext('2d');
    context.fillStyle = '#ffffff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save(name, 'image/png', blob));
  });
  picture.src = 'data:image/svg+xml,' + encodeURIComponent(svgOf(drawing));
}

/** The drawing as a file of its own: in the colours that it has without the page, and without what is hidden. */
function svgOf(drawing) {
  const copy = drawing.cloneNode(true);
  copy.querySelectorAll('.hidden, .guide, .selection').forEach((part) => part.remove());
  return new XMLSerializer().serializeToString(copy);
}

/** Makes the drawing of a figure explorable, and adds the buttons that save it. */
function explore(figure, tooltip) {
  const drawing = figure.querySelector(':scope > svg');
  const charts = [...drawing.querySelectorAll('g.chart')].map((root) => new ExplorableChart(root, tooltip));
  for (const chart of charts) {
    chart.peers = charts.filter((other) => other.from === chart.from && other.until === chart.until);
  }
  const name = (ending) => fileNameOf(drawing.getAttribute('aria-label') ?? 'drawing', ending);
  const button = (ending, work) => element('button', { type: 'button', title: 'Save this drawing', onclick: work }, ending);
  figure.append(element('span', { class: 'exports' },
    button('PNG', () => savePng(drawing, name('png'))),
    button('SVG', () => save(name('svg'), 'image/svg+xml', svgOf(drawing))),
    charts.length > 0 ? button('CSV', () => save(name('csv'), 'text/csv', csvOf(charts))) : null));
}
