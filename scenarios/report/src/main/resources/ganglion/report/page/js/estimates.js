// Estimates of what one decision takes: how the page finds, names and writes them. Energies under different boundaries are
// never put side by side as if they were of one kind: every figure stands under the name of its boundary.

/** An estimate is not known to more digits than these. */
const ESTIMATE_DIGITS = 2;

/** The boundaries that say how long a battery lasts: a marginal energy has no power at rest. */
const LASTING = ['active', 'always-on'];

function estimateQuantity(value, unit) {
  return quantity(value, unit, ESTIMATE_DIGITS);
}

/** The label of a word of a list of the legend: labelOf(legend.parts, 'front-end') is "front end". */
function labelOf(list, word) {
  return list.find((entry) => entry.word === word)?.label ?? word;
}

function meaningOf(list, word) {
  return list.find((entry) => entry.word === word)?.meaning ?? '';
}

/** What is computed, and in which number format if there is one. */
function computesText({ legend }, { computation, format }) {
  return labelOf(legend.computations, computation) + (format ? ', ' + format : '');
}

/** What must stand beside the energy of what is computed, as a sentence; empty where nothing must. */
function caveatText(legend, { computation }) {
  const { label, caveat } = legend.computations.find(({ word }) => word === computation) ?? {};
  return caveat ? capital(label) + ': ' + caveat + '.' : '';
}

function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function deviceText({ title, profile }) {
  return title || profile;
}

/** In fine print beside the name: what it computes, and where it is operated. */
function mannerText(comparison, estimate) {
  return computesText(comparison, estimate) + (estimate.operatingPoint ? '; ' + estimate.operatingPoint : '');
}

function intervalText(interval, unit) {
  return interval ? estimateQuantity(interval.low, unit) + ' to ' + estimateQuantity(interval.high, unit) : '';
}

/**
 * An energy as what the work adds to a device that runs anyway (dynamic, the marginal energy), and the rest (static): {dynamic, rest}.
 * Null where either is unknown, and of the marginal energy itself.
 */
function splitOf({ energies }, boundary) {
  const [all, dynamic] = [energies[boundary].joules, energies.marginal.joules];
  return boundary === 'marginal' || all === null || dynamic === null || dynamic > all ? null : { dynamic, rest: all - dynamic };
}

function splitText(estimate, boundary) {
  const split = splitOf(estimate, boundary);
  return split && estimateQuantity(split.dynamic, 'J') + ' dynamic + ' + estimateQuantity(split.rest, 'J') + ' static';
}

function rankingOf({ rankings }, word) {
  return rankings.find(({ boundary }) => boundary === word);
}

/** How long a battery lasts: in days, or in hours or minutes where a day is too long. */
function daysText(days) {
  if (days === null) return 'unknown';
  const [number, noun] = days >= 1 ? [days, 'day'] : days * 24 >= 1 ? [days * 24, 'hour'] : [days * 24 * 60, 'minute'];
  const text = significant(number, ESTIMATE_DIGITS);
  return text + ' ' + noun + (text === '1' ? '' : 's');
}

/** For each device the way to compute that takes least under a boundary, of those that keep pace if any does; least first. */
function leastByDevice(estimates, boundary) {
  const joules = ({ energies }) => energies[boundary].joules;
  const better = (one, other) => (one.inTime === false) === (other.inTime === false) ? joules(one) < joules(other) : other.inTime === false;
  const least = new Map();
  for (const estimate of estimates) {
    const known = least.get(estimate.profile);
    if (estimate.possible && joules(estimate) !== null && (!known || better(estimate, known))) least.set(estimate.profile, estimate);
  }
  return [...least.values()].sort((one, other) => joules(one) - joules(other));
}

/** One way for each device: the one that takes least while it works, or always on, or else the first. */
function bestWays(estimates) {
  const ways = new Map();
  const known = [...LASTING, 'marginal'].flatMap((boundary) => leastByDevice(estimates, boundary));
  for (const estimate of [...known, ...estimates]) {
    if (!ways.has(estimate.profile)) ways.set(estimate.profile, estimate);
  }
  return [...ways.values()];
}

function gradeMark({ legend }, { grade, heldOut, medianRatio, worstRatio }) {
  const measured = heldOut > 0
    ? '; ' + plural(heldOut, 'held-out measurement') + ', median ratio ' + significant(medianRatio, 3) + ', worst ' + significant(worstRatio, 3)
    : '; no held-out measurement';
  return element('span', { class: 'grade grade-' + grade.toLowerCase(), title: meaningOf(legend.grades, grade) + measured }, grade);
}
