// The time of a chip per tick, as a distribution: a real-time system has to wait for the tail.

/** The percentiles in the table. */
const LATENCY_COLUMNS = [['p50', '50 %'], ['p90', '90 %'], ['p99', '99 %'], ['p999', '99.9 %']];

function latencyChart(profiles) {
  const shown = profiles.filter(({ latency }) => latency.count > 0);
  if (shown.length === 0) return element('p', { class: 'note' }, 'No profile states how long a tick takes.');
  const { box } = chartBox('Time per tick', 'share of ticks that take no longer; logarithmic axes');
  responsive(box, () => latencyCurves(shown));
  return box;
}

/** Percentiles p are placed at 1 / (1 - p), so that every nine has the same width. */
function latencyCurves(profiles) {
  const places = [...new Set(profiles.flatMap(({ latency }) => latency.curve.map(({ percentile }) => percentile)))]
    .filter((percentile) => percentile < 100).sort((a, b) => a - b);
  const x = places.map((percentile) => 1 / (1 - percentile / 100));
  const series = profiles.map(({ name, latency }, index) => ({
    name, x, y: places.map((percentile) => valueAt(latency.curve, percentile)), dash: [null, '8 4', '2 3', '10 3 2 3'][index % 4],
  }));
  const until = Math.max(10, x[x.length - 1] ?? 10);
  return {
    title: 'Time per tick', height: 250, series,
    across: { name: 'share of ticks', unit: '', logarithmic: true, from: 1, until, ticks: ninesUpTo(until), text: nineLabel },
    up: decades('time per tick', 's', series.flatMap(({ y }) => y)),
  };
}

function valueAt(curve, percentile) {
  return curve.find((point) => point.percentile >= percentile - 1e-9)?.seconds ?? null;
}

function ninesUpTo(last) {
  const splits = [1, 2, 4];
  for (let nine = 10; nine <= last * 1.001; nine *= 10) splits.push(nine);
  return splits.filter((nine) => nine <= last * 1.001);
}

function nineLabel(nine) {
  return Number((100 * (1 - 1 / nine)).toFixed(Math.ceil(Math.log10(nine)))) + ' %';
}

function latencyTable(profiles) {
  return percentileTable('Time per tick by profile, of the network alone; processors compute it densely', 'Profile', profiles.map(({ name, latency, overrunTicks }) =>
    ({ name, latency, remark: overrunTicks > 0 ? plural(overrunTicks, 'tick') + ' too late' : '' })));
}

/** From a spike to its last synapse on each core that it reaches. */
function spikeLatencyTable(profiles) {
  const known = profiles.filter(({ spikeLatency }) => spikeLatency.count > 0);
  return known.length === 0 ? null : percentileTable('From a spike to its last synapse on a core, by profile', 'Profile',
    known.map(({ name, spikeLatency }) => ({ name, latency: spikeLatency, remark: '' })));
}

/** From sound to spike: how long after the start of a clip the winner first fires, on each chip and without a chip. */
function decisionLatency({ decisionLatency: latency, profiles }) {
  if (!latency.count) return null;
  const chips = profiles.filter((profile) => profile.decisionLatency.count > 0);
  const { frontEndSeconds = 0, looksAhead = false } = chips[0]?.decisionLatency ?? {};
  const window = frontEndSeconds > 0 ? 'the front end’s ' + quantity(frontEndSeconds, 's') + ' and ' : '';
  return element('div', {}, percentileTable('From the start of a clip to the first spike of its winner; on devices with ' + window + 'the work of the network on the tick, not of the front end', 'Decisions',
    [{ name: plural(latency.count, 'decision') + ', on the scenario’s clock', latency, remark: '' },
      ...chips.map((profile) => ({
        name: profile.name, latency: profile.decisionLatency, remark: profile.decisionLatency.chipTimeKnown ? '' : 'the chip’s time is unknown: a tick each',
      }))]),
    looksAhead ? element('p', { class: 'note' }, 'The front end’s gain control looks at the whole clip first, which a stream does not allow: a chip in use would need a running gain control.') : null);
}

function percentileTable(caption, first, rows) {
  const figure = ({ count: number }, seconds) => (number ? quantity(seconds, 's') : 'unknown');
  const remarks = rows.some(({ remark }) => remark !== '');
  return table(caption, [
    { title: first },
    ...LATENCY_COLUMNS.map(([, title]) => ({ title, numeric: true, hint: 'so many take no longer' })),
    { title: 'Longest', numeric: true }, { title: 'Mean', numeric: true },
    ...(remarks ? [{ title: 'Remark' }] : []),
  ], rows.map(({ name, latency, remark }) => [
    name,
    ...LATENCY_COLUMNS.map(([key]) => figure(latency, latency[key + 'Seconds'])),
    figure(latency, latency.maximumSeconds),
    figure(latency, latency.meanSeconds),
    ...(remarks ? [remark] : []),
  ]));
}
