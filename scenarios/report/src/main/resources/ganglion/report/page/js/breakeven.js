// The activity below which a spiking chip takes less power than a conventional device, under one boundary at a time.

/** More conventional devices than these make the chart unreadable; the table has all of them. */
const MOST_LINES = 5;

/** A longer table is closed at first. */
const MOST_OPEN_ROWS = 8;

function breakEvenCharts({ breakEven, legend }) {
  const boundaries = legend.boundaries.filter(({ word }) => breakEven.some(({ boundary }) => boundary === word));
  if (boundaries.length === 0) return null;
  const { box, caption } = chartBox('Power over activity', 'logarithmic axes; dashed: conventional devices; dots: this run');
  let lines = [];
  const place = element('div', {});
  const redraw = responsive(box, () => powerCurves(lines, legend));
  const show = (word) => {
    lines = breakEven.filter(({ boundary }) => boundary === word);
    place.replaceChildren(breakEvenTable(lines, legend));
    redraw();
  };
  const { word } = boundaries[boundaries.length - 1];
  caption.append(oneOf('boundary', boundaries, word, show));
  show(word);
  const caveats = [...new Set(breakEven.flatMap(({ against }) => against).map((way) => caveatText(legend, way)).filter(Boolean))];
  return [element('h3', {}, 'At which activity a chip takes less'), ...caveats.map((text) => element('p', { class: 'fine' }, text)), box, place];
}

function againstText(legend, { profile, computation, format }) {
  return profile + ', ' + labelOf(legend.computations, computation) + ', ' + format;
}

/** Every way of every conventional device that a chip is compared with, once; the least power first. */
function conventionalWays(lines) {
  const ways = new Map(lines.flatMap(({ against }) => against).map((one) => [one.profile + ' ' + one.computation + ' ' + one.format, one]));
  return [...ways.values()].sort((one, other) => one.watts - other.watts);
}

function powerCurves(lines, legend) {
  const rates = lines[0].curve.map((point) => point.spikesPerNeuronSecond);
  const ways = conventionalWays(lines);
  const drawn = ways.filter(({ profile }, index) => ways.findIndex((one) => one.profile === profile) === index).slice(0, MOST_LINES);
  const series = [
    ...lines.map((line) => ({ name: line.profile, x: rates, y: line.curve.map(({ watts }) => (watts > 0 ? watts : null)), dot: placeOfRun(line) })),
    ...drawn.map((way, index) => ({ name: againstText(legend, way), x: rates, y: rates.map(() => way.watts), dash: ['9 5', '3 4'][index % 2] })),
  ];
  const [from, until] = [rates[0], rates[rates.length - 1]];
  return {
    title: 'Power over activity', height: 300, series,
    across: {
      name: 'spikes per neuron and second', unit: 'Hz', logarithmic: true, from, until, ticks: powersOfTen(from, until),
      text: (rate) => estimateQuantity(rate, 'Hz'),
    },
    up: decades('power', 'W', series.flatMap(({ y }) => y)),
  };
}

/** Where this run lies on its chip's curve: a rate and a power, or null. */
function placeOfRun({ curve, runSpikesPerNeuronSecond: rate }) {
  const above = curve.findIndex((point) => point.spikesPerNeuronSecond >= rate);
  if (above < 1 || !(curve[above - 1].watts > 0)) return null;
  const [low, high] = [curve[above - 1], curve[above]];
  const share = Math.log(rate / low.spikesPerNeuronSecond) / Math.log(high.spikesPerNeuronSecond / low.spikesPerNeuronSecond);
  return [rate, low.watts * (high.watts / low.watts) ** share];
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
