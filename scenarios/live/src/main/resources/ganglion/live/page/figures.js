// Figures of each second: latency, energy, firing of populations, processor, losses.

const SVG = 'http://www.w3.org/2000/svg';
const LIMIT_SECONDS = 0.02;

export function showSecond(session, second) {
  showLatency(session.start, second.latency);
  showEnergy(second.devices);
  showLoad(second);
}

/** The cards' texts are replaced only if they differ, so that nothing flickers and a selection stays. */
function set(id, text, wrong = false) {
  const target = document.getElementById(id);
  if (target.textContent !== text) target.textContent = text;
  target.classList.toggle('wrong', wrong);
}

function seconds(value) {
  return quantity(value, 's');
}

function showLatency(start, latency) {
  const none = latency.ticks === 0;
  set('tile-latency', none ? '–' : seconds(latency.p999Seconds));
  set('tile-missed', latency.missedDeadlines === 0 ? '99.9 %; none missed' : plural(latency.missedDeadlines, 'missed deadline'), latency.missedDeadlines > 0);
  const rows = [
    ['median', latency.p50Seconds], ['99 %', latency.p99Seconds], ['99.9 %', latency.p999Seconds], ['longest', latency.longestSeconds],
  ];
  document.getElementById('latency').replaceChildren(
    ...rows.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, none ? '–' : seconds(value))]),
    element('dt', {}, 'deadlines missed'),
    element('dd', { class: latency.missedDeadlines > 0 ? 'bad' : null }, count(latency.missedDeadlines) + ' of ' + count(latency.ticks)));
  if (!none) document.getElementById('latency-chart').replaceChildren(latencyChart(start, rows));
}

/** The percentiles on an axis of powers of ten, with the bound of one hop and 20 ms. */
function latencyChart(start, rows) {
  const limit = start.tickSeconds + LIMIT_SECONDS;
  const values = rows.map(([, value]) => Math.max(1e-6, value));
  const low = Math.floor(Math.log10(Math.min(...values, limit)));
  const high = Math.ceil(Math.log10(Math.max(...values, limit)));
  const x = (value) => 24 + 264 * (Math.log10(Math.max(10 ** low, value)) - low) / Math.max(1, high - low);
  const svg = shape('svg', { viewBox: '0 0 316 62', preserveAspectRatio: 'xMidYMid meet' });
  for (let power = low; power <= high; power++) {
    svg.append(shape('line', { class: 'base', x1: x(10 ** power), x2: x(10 ** power), y1: 16, y2: 44 }));
    svg.append(shape('text', { x: x(10 ** power), y: 57, 'text-anchor': 'middle' }, seconds(Number('1e' + power))));
  }
  svg.append(shape('line', { class: 'base', x1: 24, x2: 288, y1: 30, y2: 30 }));
  svg.append(shape('line', { class: 'limit', x1: x(limit), x2: x(limit), y1: 14, y2: 46 }));
  const end = x(limit) > 160;
  svg.append(shape('text', { x: x(limit), y: 10, 'text-anchor': end ? 'end' : 'start' }, 'a hop and 20 ms: ' + seconds(limit)));
  svg.append(shape('line', { class: 'spread', x1: x(values[0]), x2: x(values[3]), y1: 30, y2: 30 }));
  [6, 4.5, 4.5, 3].forEach((radius, i) => svg.append(shape('circle', { cx: x(values[i]), cy: 30, r: radius })));
  return svg;
}

function shape(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function showEnergy(devices) {
  if (devices.length === 0) {
    document.getElementById('energy').replaceChildren(element('p', { class: 'fine' }, 'This scenario names no device.'));
    return;
  }
  const head = ['device', 'marginal', 'always on', 'grade'].map((title) => element('th', { scope: 'col' }, title));
  const rows = devices.map((each) => {
    const name = element('th', { scope: 'row' }, each.device);
    if (each.reason) return element('tr', {}, name, element('td', { class: 'reason', colspan: '3' }, each.reason));
    return element('tr', {}, name, power(each.marginalWatts), power(each.alwaysOnWatts),
      element('td', {}, each.grade ? element('span', { class: 'grade grade-' + each.grade.toLowerCase().replace(/[^a-z]/g, '') }, each.grade) : '–'));
  });
  const made = element('table', {}, element('thead', {}, element('tr', {}, head)), element('tbody', {}, rows));
  document.getElementById('energy').replaceChildren(made);
}

/** Watts are joules per second. */
function power(watts) {
  if (watts === null) return element('td', {}, 'unknown');
  return element('td', { title: quantity(watts, 'J') + ' per second' }, element('b', {}, quantity(watts, 'W')));
}

function showLoad(second) {
  set('tile-load', second.processorLoad === null ? '–' : percent(second.processorLoad, 2));
  set('tile-lost', second.lostSamples === 0 ? 'no samples lost' : plural(second.lostSamples, 'sample') + ' lost', second.lostSamples > 0);
}

/** Lamps at the populations, and how many are lit. */
export function showRates(session, timeline, rates) {
  let silent = 0;
  let saturated = 0;
  let spikes = 0;
  rates.forEach((rate, index) => {
    const size = session.start.populations[index]?.size ?? 0;
    spikes += rate.hertz * size;
    silent += rate.silent ? 1 : 0;
    saturated += rate.saturated > 0 ? 1 : 0;
    const [state, word] = rate.silent ? ['bad', 'silent'] : rate.saturated > 0 ? ['bad', rate.saturated + ' of ' + size + ' saturated']
      : rate.hertz > 0 ? ['good', 'firing'] : ['idle', 'at rest'];
    timeline.showRate(index, element('span', {}, significant(rate.hertz, 2) + ' Hz'), element('span', { class: 'lamp ' + state }, word));
  });
  set('tile-spikes', quantity(spikes, '').trim() + '/s');
  const wrong = silent + saturated > 0;
  const words = [silent ? silent + ' silent' : '', saturated ? saturated + ' saturated' : ''].filter(Boolean).join(', ');
  set('tile-lamps', wrong ? silent + saturated + ' amiss' : 'all well', wrong);
  set('tile-lamps-why', wrong ? words : 'no lamp is lit');
}
