// One panel of the timeline as a uPlot chart, with the actions of the pointer.

/** Options of a chart without series of its own: the panel paints its content below uPlot's axes and cursor. */
function panelOptions(view, panel, width) {
  const axisStyle = {
    stroke: () => token('ink-soft'), font: '11px system-ui, sans-serif', labelFont: '11px system-ui, sans-serif',
    ticks: { stroke: () => token('line'), size: 4 }, grid: { show: false },
  };
  return {
    width,
    height: panelHeight(panel),
    padding: [2, RIGHT_MARGIN, 2, 0],
    legend: { show: false },
    scales: {
      x: { time: false, range: () => [view.from, view.until] },
      y: { range: () => [0, panel.rows] },
    },
    series: [{}, { paths: () => null, points: { show: false } }],
    axes: [
      {
        ...axisStyle, size: () => timeAxisHeight(panel), space: 90, ticks: { show: false },
        values: (plot, splits) => splits.map((seconds) => (panel.withTimeAxis ? tidySeconds(seconds) : '')),
      },
      {
        ...axisStyle, size: AXIS_WIDTH,
        splits: () => panel.axis.map(({ row }) => row + 0.5),
        values: () => panel.axis.map(({ label }) => label),
      },
    ],
    cursor: {
      points: { show: false },
      sync: { key: 'ganglion-time', setSeries: false, scales: ['x', null] },
      drag: { x: true, y: false, setScale: false },
      bind: {
        mousedown: (plot, target, handler) => (event) =>
          event.shiftKey ? startPanning(event, plot, view) : handler(event),
        dblclick: () => () => view.showAll(),
      },
    },
    hooks: {
      drawClear: [(plot) => panel.paint(plot)],
      draw: [(plot) => frame(plot)],
      setSelect: [(plot) => zoomToSelection(plot, view)],
      ready: [(plot) => listenToWheel(plot, view)],
    },
  };
}

/** Only the last panel has time labels; see Timeline.finish. */
function timeAxisHeight(panel) {
  return panel.withTimeAxis ? 28 : 0;
}

function panelHeight(panel) {
  return panel.height + timeAxisHeight(panel);
}

function tidySeconds(seconds) {
  return Number(seconds.toFixed(9)) + ' s';
}

function frame(plot) {
  const { left, top, width, height } = plot.bbox;
  plot.ctx.save();
  plot.ctx.strokeStyle = token('line');
  plot.ctx.lineWidth = uPlot.pxRatio;
  plot.ctx.strokeRect(left, top, width, height);
  plot.ctx.restore();
}

function zoomToSelection(plot, view) {
  const { left, width } = plot.select;
  if (width < 3) return;
  const from = plot.posToVal(left, 'x');
  const until = plot.posToVal(left + width, 'x');
  plot.setSelect({ left: 0, width: 0, top: 0, height: 0 }, false);
  view.show(from, until);
}

function startPanning(start, plot, view) {
  const { from, span } = view;
  const width = plot.over.clientWidth;
  const move = (event) => {
    const first = from - ((event.clientX - start.clientX) / width) * span;
    view.show(first, first + span);
  };
  const stop = () => {
    document.removeEventListener('mousemove', move);
    document.removeEventListener('mouseup', stop);
  };
  document.addEventListener('mousemove', move);
  document.addEventListener('mouseup', stop);
}

/** A plain wheel keeps scrolling the page; with ctrl (or a pinch) it zooms, with shift or sideways it pans. */
function listenToWheel(plot, view) {
  plot.over.addEventListener('wheel', (event) => {
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    if (event.ctrlKey || event.metaKey) {
      const around = plot.posToVal(event.offsetX, 'x');
      view.zoom(Math.exp(Math.max(-0.5, Math.min(0.5, event.deltaY * 0.01))), around);
    } else if (Math.abs(sideways) > Math.abs(event.deltaY) || event.shiftKey) {
      view.pan(sideways / plot.over.clientWidth);
    } else {
      return;
    }
    event.preventDefault();
  }, { passive: false });
}

/** Describes the place under the pointer, in the panel with the pointer. */
function attachTooltip(plot, panel) {
  const tooltip = element('div', { class: 'tooltip', hidden: true });
  plot.over.append(tooltip);
  plot.over.addEventListener('mouseleave', () => { tooltip.hidden = true; });
  plot.over.addEventListener('mousemove', (event) => {
    const box = plot.over.getBoundingClientRect();
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    const lines = panel.describe(plot, x, y);
    tooltip.hidden = !lines;
    if (!lines) return;
    tooltip.replaceChildren(...lines.map((line) => element('div', {}, line)));
    const besideLeft = x > plot.over.clientWidth - 230;
    styled(tooltip, {
      left: besideLeft ? 'auto' : x + 14 + 'px',
      right: besideLeft ? plot.over.clientWidth - x + 14 + 'px' : 'auto',
      top: Math.min(y + 10, Math.max(0, plot.over.clientHeight - 58)) + 'px',
    });
  });
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
