// The activity below which a spiking chip takes less power than a conventional device, under one boundary at a time.

/** More conventional devices than these make the chart unreadable; the table has all of them. */
const MOST_LINES = 5;

/** A longer table is closed at first. */
const MOST_OPEN_ROWS = 8;

function breakEvenCharts({ breakEven, legend }) {
  const boundaries = legend.boundaries.filter(({ word }) => breakEven.some(({ boundary }) => boundary === word));
  if (boundaries.length === 0) return null;
  const { box, caption, plot } = chartBox('Power over activity', 'logarithmic axes; dashed: conventional devices; dots: this run');
  let lines = [];
  const place = element('div', {});
  const redraw = responsive(plot, (target, width) => breakEvenPlot(target, width, lines, legend));
  const show = (word) => {
    lines = breakEven.filter(({ boundary }) => boundary === word);
    place.replaceChildren(breakEvenTable(lines, legend));
    redraw();
  };
  const { word } = boundaries[boundaries.length - 1];
  caption.append(oneOf('boundary', boundaries, word, show));
  show(word);
  const caveats = [...new Set(breakEven.flatMap(({ against }) => against).map((way) => caveatText(legend, way)).filter(Boolean))];
  return [element('h3', {}, 'At which activity a chip takes less'), caveats.map((text) => element('p', { class: 'fine' }, text)), box, place];
}

function againstText(legend, { profile, computation, format }) {
  return profile + ', ' + labelOf(legend.computations, computation) + ', ' + format;
}

/** Every way of every conventional device that a chip is compared with, once; the least power first. */
function conventionalWays(lines) {
  const ways = new Map(lines.flatMap(({ against }) => against).map((one) => [one.profile + ' ' + one.computation + ' ' + one.format, one]));
  return [...ways.values()].sort((one, other) => one.watts - other.watts);
}

function breakEvenPlot(target, width, lines, legend) {
  const rates = lines[0].curve.map((point) => point.spikesPerNeuronSecond);
  const ways = conventionalWays(lines);
  const drawn = ways.filter(({ profile }, index) => ways.findIndex((one) => one.profile === profile) === index).slice(0, MOST_LINES);
  const powers = lines.map(({ curve }) => curve.map(({ watts }) => (watts > 0 ? watts : null)));
  const axis = { ...chartAxis(), filter: (plot, splits) => splits };
  const watt = (plot, watts) => (watts === null ? '–' : estimateQuantity(watts, 'W'));
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
    hooks: { draw: [(plot) => lines.forEach((line, index) => markRun(plot, line, category(index)))] },
    series: [
      { label: 'spikes per neuron and second', value: (plot, rate) => (rate === null ? '–' : estimateQuantity(rate, 'Hz')) },
      ...lines.map(({ profile }, index) => ({ label: profile, stroke: category(index), width: 2, points: { show: false }, value: watt })),
      ...drawn.map((way, index) => ({
        label: againstText(legend, way), stroke: category(lines.length + index), width: 1.5, dash: [[9, 5], [3, 4]][index % 2],
        points: { show: false }, value: watt,
      })),
    ],
  }, [rates, ...powers, ...drawn.map(({ watts }) => rates.map(() => watts))], target);
}

/** A dot where this run lies on its chip's curve. */
function markRun(plot, { curve, runSpikesPerNeuronSecond: rate }, colour) {
  const above = curve.findIndex((point) => point.spikesPerNeuronSecond >= rate);
  if (above < 1 || !(curve[above - 1].watts > 0)) return;
  const [low, high] = [curve[above - 1], curve[above]];
  const share = Math.log(rate / low.spikesPerNeuronSecond) / Math.log(high.spikesPerNeuronSecond / low.spikesPerNeuronSecond);
  const watts = low.watts * (high.watts / low.watts) ** share;
  const { ctx } = plot;
  ctx.save();
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.arc(plot.valToPos(rate, 'x', true), plot.valToPos(watts, 'y', true), 5 * devicePixelRatio, 0, 2 * Math.PI);
  ctx.fill();
  ctx.restore();
}

function breakEvenTable(lines, legend) {
  const word = ({ spikesPerNeuronSecond: rate, chipWinsAtRest }) => {
    if (rate === null) return chipWinsAtRest ? 'at any activity' : 'at no activity';
    return (chipWinsAtRest ? 'below ' : 'above ') + estimateQuantity(rate, 'Hz');
  };
  const ways = conventionalWays(lines);
  const meeting = ({ against }, way) => against.find(({ profile, computation, format }) =>
    profile === way.profile && computation === way.computation && format === way.format);
  const found = table('Where a chip takes less power, ' + labelOf(legend.boundaries, lines[0].boundary) + ', in spikes per neuron and second', [
    { title: 'Conventional device' }, ...lines.map(({ profile }) => ({ title: profile, numeric: true })),
  ], [
    ['in this run', ...lines.map(({ runSpikesPerNeuronSecond }) => estimateQuantity(runSpikesPerNeuronSecond, 'Hz'))],
    ...ways.map((way) => [againstText(legend, way), ...lines.map((line) => word(meeting(line, way)))]),
  ]);
  return element('details', { open: ways.length <= MOST_OPEN_ROWS },
    element('summary', {}, 'Each chip against each way of each conventional device'), found);
}
