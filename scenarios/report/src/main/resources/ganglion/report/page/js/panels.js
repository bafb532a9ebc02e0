// One panel of the timeline: a canvas with labels left of it and the actions of the pointer above it. What a panel shows it
// paints itself, in device pixels; see Timeline.addPanel.

/** Room above and below what is painted. */
const PANEL_EDGE = 2;
const AXIS_FONT = '11px system-ui, sans-serif';

class PanelPlot {
  constructor(view, panel, target) {
    this.view = view;
    this.panel = panel;
    this.canvas = element('canvas');
    this.ctx = this.canvas.getContext('2d');
    this.line = element('div', { class: 'cursor-time', hidden: true });
    this.level = element('div', { class: 'cursor-row' });
    this.select = element('div', { class: 'cursor-select', hidden: true });
    this.tooltip = element('div', { class: 'tooltip', hidden: true });
    this.over = styled(element('div', { class: 'plot-over' }, this.line, this.level, this.select, this.tooltip), {
      left: AXIS_WIDTH + 'px', right: RIGHT_MARGIN + 'px', top: PANEL_EDGE + 'px', height: panel.height - 2 * PANEL_EDGE + 'px',
    });
    target.append(this.canvas, this.over);
    this.over.addEventListener('pointerdown', (event) => this.press(event));
    this.over.addEventListener('dblclick', () => view.showAll());
    this.over.addEventListener('wheel', (event) => this.wheel(event), { passive: false });
    this.over.addEventListener('pointermove', (event) => this.describe(event));
    this.over.addEventListener('pointerleave', () => {
      this.tooltip.hidden = true;
      this.point(null);
    });
  }

  /** The time at a place, in pixels of the page from the left of what is painted. */
  timeAt(x) {
    return this.view.from + (x / this.over.clientWidth) * this.view.span;
  }

  /** The row at a height, in pixels of the page from the top; rows count upwards. */
  rowAt(y) {
    return (1 - y / this.over.clientHeight) * this.panel.rows;
  }

  draw(width) {
    const { panel, canvas, ctx } = this;
    const height = panel.height + (panel.withTimeAxis ? 28 : 0);
    const ratio = devicePixelRatio;
    this.width = width;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    styled(canvas, { width: width + 'px', height: height + 'px' });
    const left = Math.round(AXIS_WIDTH * ratio);
    const top = Math.round(PANEL_EDGE * ratio);
    this.bbox = { left, top, width: canvas.width - left - Math.round(RIGHT_MARGIN * ratio), height: Math.round((panel.height - 2 * PANEL_EDGE) * ratio) };
    panel.paint(this);
    ctx.strokeStyle = token('line');
    ctx.lineWidth = ratio;
    ctx.strokeRect(left, top, this.bbox.width, this.bbox.height);
    ctx.save();
    ctx.scale(ratio, ratio);
    this.label();
    ctx.restore();
  }

  /** Labels of rows, and of times where the panel is the last one. */
  label() {
    const { panel, view, ctx } = this;
    const height = panel.height - 2 * PANEL_EDGE;
    ctx.font = AXIS_FONT;
    ctx.fillStyle = token('ink-soft');
    ctx.textAlign = 'right';
    ctx.textBaseline = 'middle';
    for (const { row, label } of panel.axis) ctx.fillText(label, AXIS_WIDTH - 9, PANEL_EDGE + (1 - (row + 0.5) / panel.rows) * height, AXIS_WIDTH - 12);
    if (!panel.withTimeAxis) return;
    ctx.textAlign = 'center';
    const inner = this.width - AXIS_WIDTH - RIGHT_MARGIN;
    const step = niceStep((90 * view.span) / inner);
    for (let place = Math.ceil(view.from / step - 1e-9); place <= view.until / step + 1e-9; place++) {
      ctx.fillText(tidySeconds(place * step), AXIS_WIDTH + ((place * step - view.from) / view.span) * inner, panel.height + 12);
    }
  }

  /** Drag zooms, shift-drag pans. */
  press(start) {
    if (start.button !== 0) return;
    const { view, over, select } = this;
    over.setPointerCapture(start.pointerId);
    const dragging = new AbortController();
    const { left, width } = over.getBoundingClientRect();
    const { from, span } = view;
    const ends = (event) => [start, event].map(({ clientX }) => Math.max(0, Math.min(width, clientX - left))).sort((one, other) => one - other);
    const move = (event) => {
      const first = from - ((event.clientX - start.clientX) / width) * span;
      if (start.shiftKey) return view.show(first, first + span);
      const [low, high] = ends(event);
      select.hidden = false;
      styled(select, { left: low + 'px', width: high - low + 'px' });
    };
    const stop = (event) => {
      dragging.abort();
      select.hidden = true;
      const [low, high] = ends(event);
      if (event.type === 'pointerup' && !start.shiftKey && high - low >= 3) view.show(this.timeAt(low), this.timeAt(high));
    };
    for (const [name, action] of [['pointermove', move], ['pointerup', stop], ['pointercancel', stop]]) {
      over.addEventListener(name, action, { signal: dragging.signal });
    }
  }

  /** A plain wheel keeps scrolling the page; with ctrl (or a pinch) it zooms, with shift or sideways it pans. */
  wheel(event) {
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    if (event.ctrlKey || event.metaKey) {
      this.view.zoom(Math.exp(Math.max(-0.5, Math.min(0.5, event.deltaY * 0.01))), this.timeAt(event.clientX - this.over.getBoundingClientRect().left));
    } else if (Math.abs(sideways) > Math.abs(event.deltaY) || event.shiftKey) {
      this.view.pan(sideways / this.over.clientWidth);
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Describes the place under the pointer; the cursor's time holds for all panels. */
  describe(event) {
    const { over, tooltip } = this;
    const box = over.getBoundingClientRect();
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    this.point(x / box.width);
    styled(this.level, { top: y + 'px' });
    const lines = this.panel.describe(this, x, y);
    tooltip.hidden = !lines;
    if (!lines) return;
    tooltip.replaceChildren(...lines.map((line) => element('div', {}, line)));
    const besideLeft = x > over.clientWidth - 230;
    styled(tooltip, {
      left: besideLeft ? 'auto' : x + 14 + 'px',
      right: besideLeft ? over.clientWidth - x + 14 + 'px' : 'auto',
      top: Math.min(y + 10, Math.max(0, over.clientHeight - 58)) + 'px',
    });
  }

  /** Shows the cursor of all panels at a share of the view, or of none. */
  point(share) {
    for (const { line } of this.peers) {
      line.hidden = share === null;
      styled(line, { left: 100 * share + '%' });
    }
  }
}

function tidySeconds(seconds) {
  return Number(seconds.toFixed(9)) + ' s';
}

/** Runs a painter clipped to the plotting area, in device pixels. */
function clipped(plot, painter) {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  painter(ctx, bbox);
  ctx.restore();
}
