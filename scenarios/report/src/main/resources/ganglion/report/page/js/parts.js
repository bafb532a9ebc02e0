// Energy of a decision under one boundary at a time: totals as dots on a logarithmic axis, because devices differ by orders
// of magnitude, and beside each the shares of its parts, which a logarithmic axis cannot show.

const STATIC = 'static';

/** Decades that stay free beside the outermost dots, at least. */
const AXIS_MARGIN = 0.15;

function partsChart(comparison, each) {
  const { boundaries } = comparison.legend;
  const known = boundaries.filter(({ word }) => leastByDevice(comparison.estimates, word).length > 0);
  if (known.length === 0) return null;
  const chosen = (known.find(({ word }) => word === 'active') ?? known[0]).word;
  const place = element('div', {});
  const show = (boundary) => place.replaceChildren(...partRows(comparison, boundary, each));
  show(chosen);
  return element('figure', { class: 'parts' },
    element('figcaption', {}, element('h3', {}, 'Where the energy of a ' + each + ' goes'),
      oneOf('boundary', known, chosen, show)),
    place, partKey(comparison));
}

function partRows(comparison, boundary, each) {
  const { legend, estimates } = comparison;
  const shown = leastByDevice(estimates, boundary);
  const left = new Set(estimates.map(({ profile }) => profile)).size - shown.length;
  const axis = energyAxis(shown.map(({ energies }) => energies[boundary]));
  const labels = () => element('li', { class: 'part-row part-axis', 'aria-hidden': 'true' },
    element('div', { class: 'track' }, axis.ticks.map((joules) =>
      styled(element('span', { class: 'tick' }, quantity(joules, 'J', 1)), { left: axis.place(joules) + '%' }))));
  return [
    element('p', { class: 'fine' }, element('strong', {}, labelOf(legend.boundaries, boundary)), ': ', meaningOf(legend.boundaries, boundary)
      + '. Each device in the way that takes it least; logarithmic axis, lines are intervals; bars are shares of the dot beside them.'
      + (left > 0 ? ' ' + plural(left, 'device') + ' without a known energy: see the table.' : '')),
    element('ol', { class: 'part-rows', 'aria-label': 'Energy of a ' + each + ', ' + labelOf(legend.boundaries, boundary) },
      labels(), shown.map((estimate) => partRow(comparison, estimate, boundary, axis)), labels()),
  ];
}

/** Places on a logarithmic axis in percent, and the decades to label. */
function energyAxis(energies) {
  const ends = energies.flatMap(({ joules, interval }) => [joules, interval?.low, interval?.high]).filter((joules) => joules > 0);
  if (ends.length === 0) return { place: () => 0, ticks: [] };
  const lowest = Math.floor(Math.log10(Math.min(...ends)) - AXIS_MARGIN);
  const highest = Math.max(lowest + 1, Math.ceil(Math.log10(Math.max(...ends)) + AXIS_MARGIN));
  return {
    place: (joules) => (100 * (Math.log10(joules) - lowest)) / (highest - lowest),
    ticks: powersOfTen(10 ** lowest, 10 ** highest),
  };
}

function partRow(comparison, estimate, boundary, axis) {
  const energy = estimate.energies[boundary];
  const { joules, interval } = energy;
  const text = estimateQuantity(joules, 'J') + (interval ? ' (' + intervalText(interval, 'J') + ')' : '');
  return element('li', { class: 'part-row' },
    element('div', { class: 'part-name' }, element('strong', {}, deviceText(estimate)), ' ', gradeMark(comparison, estimate.reliability),
      element('div', { class: 'fine' }, mannerText(comparison, estimate), estimate.inTime === false ? ', too slow' : '',
        estimate.inTime === null ? ', unknown whether in time' : '')),
    element('div', { class: 'track', title: text },
      axis.ticks.map((tick) => styled(element('span', { class: 'grid-line' }), { left: axis.place(tick) + '%' })),
      joules > 0 ? [
        interval ? styled(element('span', { class: 'whisker' }), {
          left: axis.place(interval.low) + '%', width: axis.place(interval.high) - axis.place(interval.low) + '%',
        }) : null,
        styled(element('span', { class: 'dot' }), { left: axis.place(joules) + '%' }),
      ] : null),
    element('div', { class: 'part-value' }, text, element('div', { class: 'fine' }, splitText(estimate, boundary))),
    shareBar(comparison.legend.parts, estimate, energy));
}

/** The parts of one energy as a bar of whole length, and in words below it. */
function shareBar(parts, estimate, energy) {
  const pieces = partPieces(parts, estimate, energy);
  const words = pieces.map(({ label, share }) => label + ' ' + percent(share, ESTIMATE_DIGITS)).join(', ');
  const remarks = [...new Set(parts.map(({ word, label }) => [label, energy.parts[word].remark]).filter(([, remark]) => remark))];
  return element('div', { class: 'shares' },
    element('div', { class: 'share-bar', 'aria-hidden': 'true' }, pieces.map(({ name, label, share, joules }) =>
      styled(element('span', { class: 'piece piece-' + name, title: label + ': ' + estimateQuantity(joules, 'J') + ', ' + percent(share, ESTIMATE_DIGITS) }),
        { width: 100 * share + '%' }))),
    element('div', { class: 'fine' }, words || 'nothing is spent', remarks.map(([label, remark]) => '; ' + label + ': ' + remark)));
}

/** Parts above nothing; static energy apart for the cores in use where they are not all. */
function partPieces(parts, estimate, energy) {
  const used = usedShare(estimate);
  return parts.flatMap(({ word, label }) => {
    const { joules } = energy.parts[word];
    if (word !== STATIC || used === null || used > 0.999) return [{ name: word === STATIC ? 'static' : word, label, joules }];
    return [
      { name: 'static-used', label: 'static, cores in use', joules: joules * used },
      { name: 'static', label: 'static, rest of the device', joules: joules * (1 - used) },
    ];
  }).filter(({ joules }) => joules > 0).map((piece) => ({ ...piece, share: piece.joules / energy.joules }));
}

/** The part of the device's cores that is in use, from the static energies that both would have; null if that is unknown. */
function usedShare({ staticShareJoules, energies }) {
  const whole = energies['always-on'].parts[STATIC].joules;
  return staticShareJoules !== null && whole > 0 ? staticShareJoules / whole : null;
}

function partKey({ legend }) {
  const entries = [...legend.parts.map(({ word, label }) => [word, label]), ['static-used', 'static, cores in use']];
  return element('ul', { class: 'key flush' }, entries.map(([name, label]) =>
    element('li', {}, element('span', { class: 'swatch piece-' + name, 'aria-hidden': 'true' }), label)));
}
