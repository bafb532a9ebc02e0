// How a population fires: its rate over time, and the intervals between the spikes of a neuron.

const RATE_BINS = 200;
const INTERVAL_BINS = 60;

/** Populations with a choice of their own; the table has all. */
const MOST_CHOICES = 8;

/** Neurons with fewer spikes have no variation of intervals; the expectation interval-variation counts the same ones. */
const FEWEST_SPIKES = 3;

/** What remains of the variance of equal intervals. */
const ROUNDING = 1e-12;

/** Counts of a raster in equal bins. Populations are {name, size, raster}. */
function rateOverTime({ size, raster }, ticks, tickSeconds) {
  const width = Math.max(1, Math.ceil(ticks / RATE_BINS));
  const counts = new Float64Array(Math.ceil(ticks / width));
  for (const tick of raster.ticks) if (tick < ticks) counts[Math.floor(tick / width)]++;
  const times = Array.from(counts, (unused, bin) => (bin + 0.5) * width * tickSeconds);
  const rates = Array.from(counts, (spikes, bin) =>
    spikes / (size * tickSeconds * (Math.min(ticks, (bin + 1) * width) - bin * width)));
  return { times, rates, binSeconds: width * tickSeconds };
}

/** Intervals of all neurons in ticks, with the mean over neurons of deviation by mean; neurons too silent for it do not count. */
function intervalsOf({ size, raster }) {
  const last = new Float64Array(size).fill(-1);
  const number = new Uint32Array(size);
  const sum = new Float64Array(size);
  const squares = new Float64Array(size);
  const intervals = [];
  for (let i = 0; i < raster.ticks.length; i++) {
    const neuron = raster.neurons[i];
    if (last[neuron] >= 0) {
      const interval = raster.ticks[i] - last[neuron];
      intervals.push(interval);
      number[neuron]++;
      sum[neuron] += interval;
      squares[neuron] += interval * interval;
    }
    last[neuron] = raster.ticks[i];
  }
  let variation = 0;
  let neurons = 0;
  for (let n = 0; n < size; n++) {
    if (number[n] < FEWEST_SPIKES - 1) continue;
    const mean = sum[n] / number[n];
    const share = squares[n] / number[n] / (mean * mean) - 1;
    variation += share > ROUNDING ? Math.sqrt(share) : 0;
    neurons++;
  }
  const silent = last.reduce((all, tick) => all + (tick < 0 ? 1 : 0), 0);
  return { intervals, silent, neurons, variation: neurons > 0 ? variation / neurons : null };
}

/** Counts of intervals up to the one that 99 % do not exceed. */
function intervalHistogram(intervals, tickSeconds) {
  const sorted = Float64Array.from(intervals).sort();
  const longest = sorted[Math.min(sorted.length - 1, Math.floor(0.99 * sorted.length))];
  const width = Math.max(1, Math.ceil(longest / INTERVAL_BINS));
  const bins = new Float64Array(Math.floor(longest / width) + 1);
  let beyond = 0;
  for (const interval of sorted) {
    if (interval > longest) beyond++;
    else bins[Math.floor(interval / width)]++;
  }
  return { places: Array.from(bins, (unused, bin) => (bin + 0.5) * width * tickSeconds), bins: Array.from(bins), beyond, binSeconds: width * tickSeconds };
}

function statisticsSection({ run }, populations) {
  const active = populations.filter(({ raster }) => raster.ticks.length > 0);
  if (active.length === 0) return;
  const described = active.map((population) => ({ ...population, statistics: intervalsOf(population) }));
  const place = element('div', {});
  const show = (name) => place.replaceChildren(statisticsCharts(described.find((one) => one.name === name), run));
  const choices = described.slice(0, MOST_CHOICES).map(({ name }) => ({ word: name, label: name }));
  section('rates', 'Rates and intervals',
    'CV is the deviation of the intervals between spikes by their mean, 0 for a clock and 1 for a Poisson process: the mean over neurons that fire '
      + FEWEST_SPIKES + ' times or more.',
    table('How populations fire', [
      { title: 'Population' }, { title: 'Mean rate', numeric: true, hint: 'spikes per neuron and second' },
      { title: 'Silent neurons', numeric: true }, { title: 'Mean interval', numeric: true }, { title: 'CV of intervals', numeric: true },
      { title: 'Neurons in CV', numeric: true },
    ], described.map(({ name, size, raster, statistics: { intervals, silent, neurons, variation } }) => [
      name, quantity(raster.ticks.length / (size * run.durationSeconds), 'Hz'), count(silent) + ' of ' + count(size),
      intervals.length > 0 ? quantity(run.tickSeconds * intervals.reduce((sum, one) => sum + one, 0) / intervals.length, 's') : '–',
      variation === null ? '–' : significant(variation), count(neurons),
    ])),
    choices.length > 1 ? oneOf('population', choices, choices[0].word, show) : null, place);
  show(choices[0].word);
}

function statisticsCharts(population, run) {
  const { name, statistics: { intervals } } = population;
  const rate = rateOverTime(population, run.ticks, run.tickSeconds);
  const first = chartBox('Rate of ' + name, 'spikes per neuron and second, in bins of ' + quantity(rate.binSeconds, 's'));
  responsive(first.box, () => bars('Rate of ' + name, 'rate', 'Hz', rate.times, rate.rates, run.durationSeconds));
  if (intervals.length === 0) return element('div', { class: 'chart-pair' }, first.box);
  const histogram = intervalHistogram(intervals, run.tickSeconds);
  const second = chartBox('Intervals of ' + name, count(intervals.length) + ' between spikes of a neuron, in bins of ' + quantity(histogram.binSeconds, 's')
    + (histogram.beyond > 0 ? '; ' + count(histogram.beyond) + ' longer ones are left out' : ''));
  responsive(second.box, () => bars('Intervals of ' + name, 'number', '', histogram.places, histogram.bins, histogram.bins.length * histogram.binSeconds));
  return element('div', { class: 'chart-pair' }, first.box, second.box);
}

/** Bars over times; the unit is that of their heights. */
function bars(title, name, unit, x, y, until) {
  const highest = Math.max(...y) || 1;
  const upTo = (end, by) => Array.from({ length: Math.floor(end / by + 1e-9) + 1 }, (unused, index) => Number((index * by).toPrecision(12)));
  return {
    title, height: 180, series: [{ name: '', x, y, bars: true }],
    across: { name: 'time', unit: 's', from: 0, until, ticks: upTo(until, niceStep(until / 5)), text: (seconds) => quantity(seconds, 's', 4) },
    up: { name, unit, from: 0, until: 1.05 * highest, ticks: upTo(highest, roundStep(highest / 3)), text: (value) => (unit ? quantity(value, unit) : significant(value)) },
  };
}
