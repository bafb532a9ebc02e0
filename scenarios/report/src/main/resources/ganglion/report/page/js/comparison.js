// The equivalent dense network, and the activity below which a chip needs less power.

function comparisonSection({ comparison, run }) {
  if (!comparison) return;
  const { baselines, breakEven } = comparison;
  const each = comparison.inferences > 1 ? 'of a decision, ' + count(comparison.ticksPerInference) + ' ticks on average' : 'of the run';
  section('baseline', 'The same work without spikes',
    baselines.length
      ? 'The equivalent dense network on conventional processors, in float32 and int8. An inference is the work ' + each + '.'
      : 'The scenario names no conventional processor to compare its chips with; these are the counts that the literature compares.',
    baselines.length ? baselineTable(baselines, run) : null,
    breakEven.length ? breakEvenChart(breakEven) : null,
    breakEven.length ? breakEvenTable(breakEven) : null,
    countTable(comparison),
    baselines.length ? baselineDetails(baselines) : null);
}

function baselineTable(baselines) {
  const gated = baselines.some(({ duty }) => duty < 1);
  return table('Dense network by processor and number format', [
    { title: 'Processor' }, { title: 'Numbers' }, { title: 'Passes', numeric: true, hint: 'through the network, per inference' },
    { title: 'Multiply-accumulates', numeric: true, hint: 'per inference' },
    { title: 'Energy per inference', numeric: true, hint: 'arithmetic and memory; static power is in the next column' },
    { title: 'Energy per second of audio', numeric: true, hint: 'always on, static power included where it is known' },
    ...(gated ? [{ title: 'Gated', numeric: true, hint: 'energy per second of audio, running for its share of the time only' }] : []),
  ], baselines.map((baseline) => [
    baseline.profile, baseline.format + (baseline.state ? '' : ', no state'), count(baseline.passesPerInference),
    count(baseline.multiplyAccumulates), rangedQuantity(baseline.joulesPerInference, baseline.interval),
    quantity(baseline.joulesPerSecondAlwaysOn, 'J', baseline.interval?.digits),
    ...(gated ? [baseline.duty < 1
      ? quantity(baseline.joulesPerSecondGated, 'J', baseline.interval?.digits) + ' at ' + percent(baseline.duty) : '–'] : []),
  ]));
}

/** A value with no more digits than its interval allows, and the interval. */
function rangedQuantity(joules, interval) {
  if (joules === null || !interval) return quantity(joules, 'J');
  const digits = Math.max(2, interval.digits);
  return [quantity(joules, 'J', interval.digits), element('div', { class: 'fine' },
    quantity(interval.lowJoules, 'J', digits) + ' to ' + quantity(interval.highJoules, 'J', digits))];
}

function countTable({ arithmetic, neuroBench, inferences }) {
  const { spiking, artificial } = arithmetic;
  const ratio = (one, other) => (other === 0 ? '–' : significant(one / other) + ' ×');
  return element('div', { class: 'chart-pair' },
    table('Additions and multiplications of the run, counted as by Kamata et al. 2021', [
      { title: 'Network' }, { title: 'Additions', numeric: true }, { title: 'Multiplications', numeric: true },
    ], [
      ['spiking', count(spiking.additions), count(spiking.multiplications)],
      ['artificial, in every tick', count(artificial.additions), count(artificial.multiplications)],
      ['artificial by spiking', ratio(artificial.additions, spiking.additions), ratio(artificial.multiplications, spiking.multiplications)],
    ]),
    table('NeuroBench’s metrics' + (inferences > 1 ? ', per decision' : ''), [{ title: 'Metric' }, { title: 'Value', numeric: true }], [
      ['footprint', count(neuroBench.footprintBytes) + ' bytes'],
      ['connection sparsity', significant(neuroBench.connectionSparsity)],
      ['activation sparsity', significant(neuroBench.activationSparsity)],
      ['effective accumulates', count(Math.round(neuroBench.effectiveAccumulates))],
      ['effective multiply-accumulates', count(Math.round(neuroBench.effectiveMultiplyAccumulates))],
      ['dense operations', count(Math.round(neuroBench.denseOperations))],
    ]));
}

function breakEvenChart(lines) {
  const { box, caption, plot } = chartBox('Power over activity', 'logarithmic axes; dashed: dense networks, always on; dots: this run');
  let part = 'total';
  const redraw = responsive(plot, (target, width) => breakEvenPlot(target, width, lines, part));
  const choice = element('input', { type: 'checkbox' });
  choice.addEventListener('change', () => {
    part = choice.checked ? 'dynamic' : 'total';
    redraw();
  });
  caption.append(element('span', { class: 'choice' }, element('label', {}, choice, 'leave out static power')));
  return box;
}

function breakEvenPlot(target, width, lines, part) {
  const field = part === 'total' ? 'watts' : 'dynamicWatts';
  const rates = lines[0].curve.map((point) => point.spikesPerNeuronSecond);
  const dense = lines[0].against.filter(({ gated }) => !gated);
  const powers = lines.map(({ curve }) => curve.map((point) => (point[field] > 0 ? point[field] : null)));
  const font = '12px system-ui, sans-serif';
  const axis = { font, stroke: token('ink-soft'), grid: { stroke: token('line'), width: 1 }, ticks: { show: false }, filter: (plot, splits) => splits };
  return new uPlot({
    width,
    height: 360,
    padding: [10, 24, 0, 0],
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 7 } },
    legend: { live: true },
    scales: { x: { time: false, distr: 3, range: () => [rates[0], rates[rates.length - 1]] }, y: { distr: 3, range: decades } },
    axes: [
      { ...axis, size: 36, splits: () => powersOfTen(rates[0], rates[rates.length - 1]), values: (plot, splits) => splits.map((rate) => quantity(rate, 'Hz')) },
      { ...axis, size: 76, splits: (plot, index, lowest, highest) => powersOfTen(lowest, highest), values: (plot, splits) => splits.map((watts) => quantity(watts, 'W')) },
    ],
    hooks: { draw: [(plot) => lines.forEach((line, index) => markRun(plot, line, field, category(index)))] },
    series: [
      { label: 'spikes per neuron and second', value: (plot, rate) => (rate === null ? '–' : quantity(rate, 'Hz')) },
      ...lines.map(({ profile, lowerBound }, index) => ({
        label: profile + (lowerBound ? ', at least' : ''), stroke: category(index), width: 2, points: { show: false },
        value: (plot, watts) => (watts === null ? '–' : quantity(watts, 'W')),
      })),
      ...dense.map(({ profile, format }, index) => ({
        label: profile + ' ' + format, stroke: category(lines.length + Math.floor(index / 2)), width: 1.5, dash: format === 'int8' ? [3, 4] : [9, 5],
        points: { show: false }, value: (plot, watts) => (watts === null ? '–' : quantity(watts, 'W')),
      })),
    ],
  }, [rates, ...powers, ...dense.map((one) => rates.map(() => one[part].baselineWatts))], target);
}

/** A dot where this run lies on its chip's curve. */
function markRun(plot, { curve, runSpikesPerNeuronSecond: rate }, field, colour) {
  const above = curve.findIndex((point) => point.spikesPerNeuronSecond >= rate);
  if (above < 1 || !(curve[above - 1][field] > 0)) return;
  const [low, high] = [curve[above - 1], curve[above]];
  const share = Math.log(rate / low.spikesPerNeuronSecond) / Math.log(high.spikesPerNeuronSecond / low.spikesPerNeuronSecond);
  const watts = low[field] * (high[field] / low[field]) ** share;
  const { ctx } = plot;
  ctx.save();
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.arc(plot.valToPos(rate, 'x', true), plot.valToPos(watts, 'y', true), 5 * devicePixelRatio, 0, 2 * Math.PI);
  ctx.fill();
  ctx.restore();
}

function breakEvenTable(lines) {
  const word = ({ spikesPerNeuronSecond, chipWinsAtRest }) =>
    (spikesPerNeuronSecond === null ? (chipWinsAtRest ? 'always' : 'never') : 'below ' + quantity(spikesPerNeuronSecond, 'Hz'));
  const against = lines[0].against;
  return table('Where a chip takes less power than a dense network, in spikes per neuron and second; below each, with static power left out on both sides', [
    { title: 'Chip' }, { title: 'In this run', numeric: true },
    ...against.map(({ profile, format, gated }) => ({ title: profile + ' ' + format + (gated ? ', gated' : ''), numeric: true })),
  ], lines.map(({ profile, runSpikesPerNeuronSecond, against: all, lowerBound }) => [
    profile + (lowerBound ? ' (at least)' : ''), quantity(runSpikesPerNeuronSecond, 'Hz'),
    ...all.map(({ total, dynamic }) => [word(total), element('div', { class: 'fine' }, word(dynamic))]),
  ]));
}

function baselineDetails(baselines) {
  return element('details', {}, element('summary', {}, 'Components of the dense networks'),
    table('Energy per inference by component', [
      { title: 'Processor' }, { title: 'Numbers' }, { title: 'Component' }, { title: 'Count', numeric: true },
      { title: 'Each', numeric: true }, { title: 'Energy', numeric: true }, { title: 'Kind' }, { title: 'Source' },
    ], baselines.flatMap((baseline) => baseline.components.map((component) => [
      baseline.profile, baseline.format, component.label, count(component.count), component.figure || 'unknown',
      rangedQuantity(component.joules, component.interval), component.kind, component.source || '–',
    ]))),
    element('ul', { class: 'notes' }, [...new Set(baselines.flatMap(({ profile, notes }) => notes.map((note) => profile + ': ' + note)))]
      .map((note) => element('li', {}, note))));
}
