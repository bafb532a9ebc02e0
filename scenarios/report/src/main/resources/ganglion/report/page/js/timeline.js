// One time axis for all panels: they share what part of the run is in view, the cursor and the selection.

/** Width in pixels of the space for labels left of every panel; the same for all, so that times line up. */
const AXIS_WIDTH = 76;
const RIGHT_MARGIN = 14;

/** The part of the run in view, in seconds, and the listeners to its changes. */
class TimeView {
  constructor(untilSeconds, tickSeconds) {
    this.end = untilSeconds;
    // A tick has no finer structure, so a view never shows fewer than five.
    this.shortest = Math.min(untilSeconds, 5 * tickSeconds);
    this.from = 0;
    this.until = untilSeconds;
    this.listeners = [];
    this.pending = false;
  }

  get span() {
    return this.until - this.from;
  }

  show(from, until) {
    const span = Math.min(this.end, Math.max(this.shortest, until - from));
    const middle = (from + until) / 2;
    this.from = Math.max(0, Math.min(this.end - span, middle - span / 2));
    this.until = this.from + span;
    this.announce();
  }

  showAll() {
    this.show(0, this.end);
  }

  pan(share) {
    this.show(this.from + share * this.span, this.until + share * this.span);
  }

  /** Zooms by a factor (below 1: closer) around a time that stays where it is. */
  zoom(factor, around = (this.from + this.until) / 2) {
    const span = Math.min(this.end, Math.max(this.shortest, this.span * factor));
    const from = around - ((around - this.from) * span) / this.span;
    this.show(from, from + span);
  }

  /** Notifies all listeners, once per frame however many changes there are. */
  announce() {
    if (this.pending) return;
    this.pending = true;
    requestAnimationFrame(() => {
      this.pending = false;
      this.listeners.forEach((listener) => listener());
    });
  }
}

/** The toolbar, the strip of clips and the panels below each other. */
class Timeline {
  constructor(view) {
    this.view = view;
    this.plots = [];
    this.root = element('div', {
      class: 'timeline', tabindex: '0', role: 'group', 'aria-label': 'Time-aligned panels',
      'aria-describedby': 'timeline-help',
    });
    this.range = element('output', { class: 'range' });
    this.root.append(this.toolbar());
    this.root.addEventListener('keydown', (event) => this.onKey(event));
    view.listeners.push(() => this.refresh());
    whenThemeChanges(() => this.redraw());
    new ResizeObserver(() => this.resize()).observe(this.root);
    this.showRange();
  }

  toolbar() {
    const { view } = this;
    const button = (label, hint, action) =>
      element('button', { type: 'button', title: hint, 'aria-label': hint, onclick: action }, label);
    return element('div', { class: 'toolbar' },
      button('◀', 'Earlier (left arrow)', () => view.pan(-0.25)),
      button('▶', 'Later (right arrow)', () => view.pan(0.25)),
      button('+', 'Zoom in (plus)', () => view.zoom(0.5)),
      button('−', 'Zoom out (minus)', () => view.zoom(2)),
      button('All', 'Show the whole run (0)', () => view.showAll()),
      this.range,
      element('span', { id: 'timeline-help', class: 'help' },
        'Drag to zoom, shift-drag or shift-wheel to pan, ctrl-wheel to zoom, double-click for all. '
          + 'Keys: arrows, + and −, 0, n and p for next and previous clip.'));
  }

  onKey(event) {
    const { view } = this;
    const actions = {
      ArrowLeft: () => view.pan(-0.1), ArrowRight: () => view.pan(0.1),
      '+': () => view.zoom(0.5), '=': () => view.zoom(0.5), '-': () => view.zoom(2),
      0: () => view.showAll(), Escape: () => view.showAll(),
      n: () => this.strip?.step(1), p: () => this.strip?.step(-1),
    };
    const action = actions[event.key];
    // Radio buttons need the arrows themselves.
    const own = event.target instanceof HTMLInputElement;
    if (!action || own || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    action();
  }

  /** Adds the strip of clips, or anything else that has a root element and a step(direction) method. */
  addStrip(strip) {
    this.strip = strip;
    this.root.append(strip.root);
  }

  /**
   * Adds a panel: {title, note, height, rows, axis, paint(plot), describe(plot, x, y) -> lines or null}. Rows count
   * upwards from 0; axis lists {row, label}.
   */
  addPanel(panel) {
    const target = element('div', { class: 'panel-plot' });
    this.root.append(element('figure', { class: 'panel' },
      element('figcaption', {},
        element('span', { class: 'panel-title' }, panel.title),
        element('span', { class: 'panel-note' }, panel.note ?? ''),
        ...(panel.controls ?? []).filter((control) => control !== null)),
      target));
    const plot = new PanelPlot(this.view, panel, target);
    plot.peers = this.plots;
    panel.plot = plot;
    panel.redraw = () => plot.draw(this.width());
    this.plots.push(plot);
  }

  /** Puts the time labels below the last panel only, where they serve all. */
  finish() {
    const last = this.plots[this.plots.length - 1];
    if (last) last.panel.withTimeAxis = true;
    this.refresh();
  }

  width() {
    return Math.max(280, this.root.clientWidth - 2);
  }

  resize() {
    if (this.plots.some(({ width }) => width !== this.width())) this.refresh();
  }

  refresh() {
    this.redraw();
    this.strip?.refresh();
    this.showRange();
  }

  redraw() {
    this.plots.forEach((plot) => plot.draw(this.width()));
  }

  showRange() {
    const { from, until, span } = this.view;
    this.range.value = timeLabel(from, span) + ' to ' + timeLabel(until, span);
  }
}
