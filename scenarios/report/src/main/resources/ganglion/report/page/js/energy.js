// Energy of the run on each profile: totals on a logarithmic axis, because chips differ by orders of magnitude, and
// beside them the shares of the components, which a logarithmic axis cannot show.

/** Key of the component that does not depend on activity. */
const STATIC = 'static';

function energyCharts(profiles) {
  const root = element('div', { class: 'chart-pair' });
  const totals = chartBox('Energy of the whole run', 'logarithmic axis');
  const shares = chartBox('Components', 'share of what is known');
  root.append(totals.box, shares.box);
  const families = familiesOf(profiles);
  shares.box.append(familyKey(families));
  responsive(totals.plot, (target, width) => totalsPlot(target, width, profiles));
  let left = [];
  const redraw = responsive(shares.plot, (target, width) => sharesPlot(target, width, profiles, families, left));
  if (profiles.some(({ energy }) => energy.components.some(({ name }) => name === STATIC))) {
    shares.caption.append(staticChoice((without) => {
      left = without ? [STATIC] : [];
      redraw();
    }));
  }
  return root;
}

/** Static power is often much larger than the rest, so it can be left out of the shares. */
function staticChoice(changed) {
  const box = element('input', { type: 'checkbox' });
  box.addEventListener('change', () => changed(box.checked));
  return element('span', { class: 'choice' }, element('label', {}, box, 'leave out static power'));
}

/** Components as the chart of shares shows them: few enough to have distinct colours. */
const FAMILIES = [
  ['synapses', /^(synaptic-operation|crossbar-operation|dendrite-update)/],
  ['neurons', /^(neuron-|spike)/],
  ['messages', /^(message-|hop-|input-)/],
  ['steps and encoders', /^(network-step|encoder-update)/],
  ['arithmetic', /^(multiply-accumulate|multiplication|addition)/],
  ['memory', /-traffic$/],
  ['static power', /^static$/],
  ['other', /^/],
];

function familyOf({ name }) {
  return FAMILIES.find(([, pattern]) => pattern.test(name))[0];
}

/** The families of all components that took energy on any profile, in their fixed order. */
function familiesOf(profiles) {
  const found = new Set(profiles.flatMap(({ energy }) => energy.components).filter(({ joules }) => joules > 0).map(familyOf));
  return FAMILIES.map(([name]) => name).filter((name) => found.has(name));
}

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

function familyKey(families) {
  const swatches = families.map(() => element('span', { class: 'swatch', 'aria-hidden': 'true' }));
  const paint = () => swatches.forEach((swatch, index) => styled(swatch, { background: familyColour(families[index]) }));
  whenThemeChanges(paint);
  paint();
  return element('ul', { class: 'key' }, families.map((name, index) => element('li', {}, swatches[index], name)));
}

/** The same in every report. */
function familyColour(family) {
  return category(FAMILIES.findIndex(([name]) => name === family));
}

function totalsPlot(target, width, profiles) {
  const totals = profiles.map((profile) => profile.energy.totalJoules);
  const known = totals.filter((joules) => joules > 0);
  const lowest = known.length ? 10 ** Math.floor(Math.log10(Math.min(...known)) - 0.3) : 1e-9;
  const highest = known.length ? 10 ** Math.ceil(Math.log10(Math.max(...known)) + 0.2) : 1;
  return barPlot(target, width, profiles, {
    scale: { distr: 3, range: () => [lowest, highest] },
    splits: () => powersOfTen(lowest, highest),
    values: (joules) => quantity(joules, 'J'),
    series: [{ values: totals.map((joules) => (joules > 0 ? joules : null)), colour: token('accent') }],
    ready: (plot) => profiles.forEach((profile, row) => labelRow(plot, row, profile.energy.totalJoules, totalText(profile))),
  });
}

/** The total, with no more digits than its interval allows; if it is unknown, the known part of it. */
function totalText({ energy: { totalJoules, knownJoules, text, unknowns }, placement }) {
  if (!placement.fits) return 'does not fit: ' + placement.problems.join('; ');
  if (totalJoules !== null) return text;
  return (knownJoules > 0 ? text + '; ' : '') + 'unknown: ' + firstOf(unknowns);
}

/** The first unknown figure, and the number of further ones in the list below the charts. */
function firstOf([first, ...more]) {
  return (first ?? 'a figure is not published') + (more.length ? ', and ' + more.length + ' more below' : '');
}

/** All unknown figures. */
function unknownList(profiles) {
  const open = profiles.filter(({ energy }) => energy.unknowns.length > 0);
  if (open.length === 0) return null;
  return element('p', { class: 'unknowns' }, 'Unknown, and not counted as zero: '
    + open.map(({ name, energy }) => energy.unknowns.join(', ') + ' (' + name + ')').join('; ') + '.');
}

function sharesPlot(target, width, profiles, families, left) {
  const shown = profiles.map(({ energy }) => energy.components.filter(({ name }) => !left.includes(name)));
  const sum = (components) => components.reduce((joules, component) => joules + (component.joules ?? 0), 0);
  const known = shown.map(sum);
  // Bars stand for running sums; painting the longest first lets the shorter ones cover it.
  const sums = families.map((name, position) => shown.map((components, row) => {
    const upTo = families.slice(0, position + 1);
    return known[row] > 0 ? sum(components.filter((component) => upTo.includes(familyOf(component)))) / known[row] : null;
  }));
  const series = sums.map((values, position) => ({ values, colour: familyColour(families[position]) })).reverse();
  return barPlot(target, width, profiles, {
    scale: { range: () => [0, 1] },
    values: (share) => Math.round(100 * share) + ' %',
    series,
    ready: (plot) => {
      profiles.forEach(({ energy }, row) => {
        if (known[row] === 0) labelRow(plot, row, 0, 'nothing is known');
        else if (energy.totalJoules === null) labelRow(plot, row, 0, 'without what is unknown', 'on-bar');
      });
      attachShareTooltip(plot, shown, known);
    },
  });
}

/** Horizontal bars, one row per profile, by uPlot with its axes swapped. */
function barPlot(target, width, profiles, { scale, splits, values, series, ready }) {
  const font = '12px system-ui, sans-serif';
  const rows = profiles.map((profile, row) => row);
  const bars = uPlot.paths.bars({ size: [0.62, 34] });
  return new uPlot({
    width,
    height: 44 + 46 * profiles.length,
    padding: [4, 26, 0, 0],
    legend: { show: false },
    cursor: { show: false },
    hooks: { ready: [ready] },
    scales: {
      x: { time: false, ori: 1, dir: -1, range: () => [-0.5, rows.length - 0.5] },
      y: { ori: 0, dir: 1, ...scale },
    },
    axes: [
      {
        side: 3, size: 104, font, stroke: token('ink'), grid: { show: false }, ticks: { show: false },
        splits: () => rows, values: () => profiles.map(({ name }) => name),
      },
      {
        side: 2, size: 34, font, stroke: token('ink-soft'), space: 64,
        grid: { stroke: token('line'), width: 1 }, ticks: { show: false },
        splits, values: (plot, shown) => shown.map((value) => (value === null ? '' : values(value))),
      },
    ],
    series: [{}, ...series.map(({ colour }) => ({
      paths: bars, fill: colour, stroke: token('surface'), width: 1, points: { show: false },
    }))],
  }, [rows, ...series.map((one) => one.values)], target);
}

/** Text beside the end of a bar, as text of the page. */
function labelRow(plot, row, value, text, kind = '') {
  const end = value > 0 ? plot.valToPos(value, 'y') : 0;
  const middle = plot.valToPos(row, 'x');
  const width = plot.over.clientWidth;
  const label = element('div', { class: ('bar-label ' + kind).trim() }, text);
  const fitsBeside = end < width - 90;
  styled(label, {
    top: middle + 'px',
    left: fitsBeside ? end + 8 + 'px' : 'auto',
    right: fitsBeside ? 'auto' : width - end + 8 + 'px',
  });
  if (!fitsBeside) label.classList.add('inside');
  plot.over.append(label);
}

function attachShareTooltip(plot, shown, known) {
  const tooltip = element('div', { class: 'tooltip', hidden: true });
  plot.over.append(tooltip);
  plot.over.addEventListener('mouseleave', () => { tooltip.hidden = true; });
  plot.over.addEventListener('mousemove', (event) => {
    const y = event.clientY - plot.over.getBoundingClientRect().top;
    const row = Math.round(plot.posToVal(y, 'x'));
    tooltip.hidden = !(known[row] > 0);
    if (tooltip.hidden) return;
    tooltip.replaceChildren(...shown[row].map(({ label, joules }) => element('div', {},
      label + ': ' + quantity(joules, 'J') + (joules ? ' (' + percent(joules / known[row]) + ')' : ''))));
    styled(tooltip, { left: '12px', top: Math.min(y + 12, plot.over.clientHeight - 20) + 'px' });
  });
}

function componentTable(profiles) {
  const rows = profiles.flatMap((profile) => profile.energy.components.map((component) => [
    profile.name, component.label, count(component.count), component.figure || 'unknown', rangedQuantity(component.joules, component.interval),
    component.kind, component.source || '–',
  ]));
  return element('details', {}, element('summary', {}, 'Every component with its kind and source'),
    table('Energy by profile and component', [
      { title: 'Profile' }, { title: 'Component' }, { title: 'Count', numeric: true },
      { title: 'Each', numeric: true }, { title: 'Energy', numeric: true },
      { title: 'Kind', hint: 'published, derived or assumed' }, { title: 'Source' },
    ], rows));
}
