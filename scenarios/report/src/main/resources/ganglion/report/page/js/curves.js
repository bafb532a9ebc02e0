// Curves on the time axis: what probes saw.

/** Places from the lower to the upper edge of the panel. */
const CURVE_ROWS = 1000;
const CURVE_HEIGHT = 130;

/** A panel of curves over shared ticks: {title, note, unit, ticks, everyPoint, curves: [{name, values}]}. */
function curvePanel(figure, context) {
  const { marks, floor, ceiling } = curveRange(figure);
  const share = (value) => 0.04 + 0.92 * (ceiling > floor ? (value - floor) / (ceiling - floor) : 0.5);
  const text = (value) => (figure.unit ? quantity(value, figure.unit) : significant(value));
  const panel = {
    title: figure.title,
    note: [
      figure.note,
      figure.everyPoint ? '' : 'lowest and highest values of each moment',
      floor > 0 || ceiling < 0 ? 'the axis leaves out zero' : '',
    ].filter(Boolean).join('; '),
    height: CURVE_HEIGHT,
    rows: CURVE_ROWS,
    // Labels are half a row up, see PanelPlot.
    axis: marks.map((value) => ({ row: share(value) * CURVE_ROWS - 0.5, label: text(value) })),
    paint: (plot) => paintCurves(plot, figure, share, context),
    describe: (plot, x) => describeCurves(plot, x, figure, text, context),
  };
  panel.controls = [curveKey(figure.curves, () => panel.redraw()), exportButtons(panel, { csv: () => curveCsv(figure, context) })];
  return panel;
}

/** What the vertical axis spans, and its marks. Rates begin at zero; potentials and weights would be level lines. */
function curveRange({ unit, curves }) {
  const values = curves.flatMap((curve) => curve.values).filter((value) => value !== null);
  if (values.length === 0) return { marks: [0, 1], floor: 0, ceiling: 1 };
  const lowest = values.reduce((low, value) => Math.min(low, value), unit === 'Hz' ? 0 : Infinity);
  const highest = values.reduce((high, value) => Math.max(high, value), -Infinity);
  const marks = curveMarks(lowest, highest);
  return { marks, floor: Math.min(lowest, marks[0]), ceiling: Math.max(highest, marks[marks.length - 1]) };
}

/** Two to five round values that the curves reach or pass. */
function curveMarks(lowest, highest) {
  if (highest <= lowest) return [lowest];
  const step = niceStep((highest - lowest) / 4);
  const marks = [];
  for (let place = Math.floor(lowest / step + 1e-9); place <= Math.ceil(highest / step - 1e-9); place++) marks.push(Number((place * step).toPrecision(12)));
  return marks;
}

/** The names of curves, which hide and show them. */
function curveKey(curves, redraw) {
  const swatches = curves.map(() => element('span', { class: 'swatch', 'aria-hidden': 'true' }));
  const paint = () => swatches.forEach((swatch, index) => styled(swatch, { background: populationColour(index) }));
  whenThemeChanges(paint);
  paint();
  return element('ul', { class: 'key in-panel' }, curves.map((curve, index) => {
    const button = element('button', { type: 'button', 'aria-pressed': 'true', onclick: () => {
      curve.hidden = !curve.hidden;
      button.setAttribute('aria-pressed', String(!curve.hidden));
      redraw();
    } }, swatches[index], curve.name);
    return element('li', {}, button);
  }));
}

/** The shown curves in view, one row per moment. */
function curveCsv({ ticks, curves }, { view, tickSeconds }) {
  const shown = curves.filter(({ hidden }) => !hidden);
  const lines = [['time_s', ...shown.map(({ name }) => name)]];
  for (let i = lowerBound(ticks, view.from / tickSeconds); i < ticks.length && ticks[i] * tickSeconds <= view.until; i++) {
    lines.push([Number((ticks[i] * tickSeconds).toPrecision(12)), ...shown.map(({ values }) => values[i])]);
  }
  return lines.map((line) => line.map(csvField).join(',')).join('\n') + '\n';
}

function paintCurves(plot, { ticks, curves }, share, context) {
  const { view, tickSeconds } = context;
  clipped(plot, (ctx, { left, top, width, height }) => {
    paintClipEdges(ctx, plot, context);
    const first = Math.max(0, lowerBound(ticks, view.from / tickSeconds) - 1);
    const last = Math.min(ticks.length, lowerBound(ticks, view.until / tickSeconds) + 1);
    ctx.lineWidth = 1.25 * devicePixelRatio;
    ctx.lineJoin = 'round';
    curves.forEach(({ values, hidden }, index) => {
      if (hidden) return;
      ctx.strokeStyle = ctx.fillStyle = populationColour(index);
      ctx.beginPath();
      let before = false;
      for (let i = first; i < last; i++) {
        const x = left + ((ticks[i] * tickSeconds - view.from) / view.span) * width;
        const y = top + (1 - share(values[i])) * height;
        if (values[i] === null) before = false;
        else if (before) ctx.lineTo(x, y);
        else ctx.moveTo(x, y);
        before = values[i] !== null;
        // Few looks are marked, so that nobody takes a line between two for a course that was seen.
        if (before && last - first <= 60) ctx.fillRect(x - 2 * devicePixelRatio, y - 2 * devicePixelRatio, 4 * devicePixelRatio, 4 * devicePixelRatio);
      }
      ctx.stroke();
    });
  });
}

/** The values of the sample nearest to the pointer. */
function describeCurves(plot, x, { ticks, curves }, text, { view, tickSeconds, clipAt }) {
  if (ticks.length === 0) return null;
  const tick = plot.timeAt(x) / tickSeconds;
  const after = Math.min(ticks.length - 1, lowerBound(ticks, tick));
  const nearest = after > 0 && tick - ticks[after - 1] < ticks[after] - tick ? after - 1 : after;
  const seconds = ticks[nearest] * tickSeconds;
  return [tidySeconds(seconds), ...curves.filter(({ hidden }) => !hidden).map(({ name, values }) => name + ': ' + (values[nearest] === null ? '–' : text(values[nearest]))), ...clipAt(seconds)];
}
