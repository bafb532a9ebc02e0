// The frame of a chart below the timeline, and the choice between charts that must not be mixed.

function chartBox(title, note) {
  const plot = element('div', { class: 'chart-plot' });
  const caption = element('figcaption', {},
    element('span', { class: 'panel-title' }, title), element('span', { class: 'panel-note' }, note));
  return { box: element('figure', { class: 'chart' }, caption, plot), caption, plot };
}

/** Draws a chart again when its width or the theme changes, and when the returned function is called. */
function responsive(target, draw) {
  let plot = null;
  let drawnWidth = 0;
  const refresh = (always) => {
    const width = Math.floor(target.clientWidth);
    if (width === 0 || (!always && width === drawnWidth)) return;
    drawnWidth = width;
    plot?.destroy();
    plot = draw(target, width);
  };
  new ResizeObserver(() => refresh(false)).observe(target);
  whenThemeChanges(() => refresh(true));
  return () => refresh(true);
}

/** How the axes of all charts look. */
function chartAxis() {
  return {
    font: '12px system-ui, sans-serif', stroke: token('ink-soft'), grid: { stroke: token('line'), width: 1 }, ticks: { show: false },
  };
}
