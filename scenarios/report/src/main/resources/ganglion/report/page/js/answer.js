// The first section: which device takes least, for how long a battery lasts, and what would change that.

function answerSection(result) {
  const { comparison } = result;
  if (!comparison) return;
  const each = result.decisions.length > 0 ? 'decision' : 'run';
  section('devices', 'Which device, and for how long?',
    'What one ' + each + ' takes on each device, every ' + quantity(comparison.periodSeconds, 's')
      + '. Each energy stands under its boundary; energies under different boundaries are never compared.'
      + ' Dynamic is the marginal energy, static is the rest.',
    element('div', { class: 'answers' },
      LASTING.map((boundary) => answerCard(comparison, boundary, each)), paceCard(comparison, each)),
    deviceTable(comparison, each),
    partsChart(comparison, each),
    breakEvenCharts(comparison),
    doubtLists(comparison));
}

function answerCard(comparison, boundary, each) {
  const { legend, estimates, battery } = comparison;
  const ranking = rankingOf(comparison, boundary);
  const card = (...content) => element('div', { class: 'answer', 'data-boundary': boundary },
    element('h3', {}, 'Least energy of a ' + each + ', ', labelOf(legend.boundaries, boundary)),
    element('p', { class: 'fine' }, meaningOf(legend.boundaries, boundary)), ...content);
  if (ranking.ranked.length === 0) {
    return card(element('p', { class: 'answer-figure' }, 'unknown'),
      element('p', {}, 'No device is known to keep pace and has a known energy under this boundary.'));
  }
  const best = estimates[ranking.ranked[0]];
  const { joules, interval, joulesPerDay, batteryDays } = best.energies[boundary];
  return card(
    element('p', { class: 'answer-figure' }, estimateQuantity(joules, 'J'),
      element('span', { class: 'answer-range' }, interval ? intervalText(interval, 'J') : 'unvalidated: no interval')),
    splitText(best, boundary) && element('p', { class: 'answer-split' }, splitText(best, boundary)),
    element('p', {}, element('strong', {}, deviceText(best)), ' ', gradeMark(comparison, best.reliability),
      element('span', { class: 'fine' }, ' ' + mannerText(comparison, best))),
    best.changes.length > 0 ? element('p', {}, 'The network is changed: ' + best.changes.join('; ') + '.') : null,
    element('p', {}, savingText(comparison, ranking)),
    savingCaveat(comparison, ranking) && element('p', { class: 'fine' }, savingCaveat(comparison, ranking)),
    element('p', {}, estimateQuantity(joulesPerDay, 'J') + ' a day'
      + (battery ? ': ' + daysText(batteryDays) + ' on ' + batteryText(battery) : '')));
}

/** What the saving must not be read without: that nobody knows what the other network is worth, or that none is compared. */
function savingCaveat({ estimates, legend, withoutArtificial }, { ranked }) {
  const conventional = ranked.find((place) => estimates[place].computation !== 'spikes');
  const caveat = conventional !== undefined && caveatText(legend, estimates[conventional]);
  return caveat || (withoutArtificial
    ? 'On conventional devices the spiking network is computed densely in every tick; ' + withoutArtificial + '.' : null);
}

/** The saving of the best spiking chip against the best conventional device. */
function savingText({ estimates }, { ranked, savings }) {
  const conventional = ranked.find((place) => estimates[place].computation !== 'spikes');
  if (conventional === undefined) return 'No conventional device is ranked that it could be compared with.';
  if (savings.length === 0) return 'No spiking chip is ranked that it could be compared with.';
  const [{ chip, factor, interval, clear }] = savings;
  const [chipName, otherName] = [chip, conventional].map((place) => deviceText(estimates[place]));
  if (!clear) {
    return 'Saving: not clear. ' + otherName + ', the best conventional device, takes ' + significant(factor, ESTIMATE_DIGITS)
      + ' times the energy of ' + chipName + (interval ? ', but ' + timesText(interval) + ' is possible.' : ' as estimated, and how far that is off is unknown.');
  }
  if (factor > 1) {
    return 'Saving: ' + percent(1 - 1 / factor, 2) + ' (' + percent(1 - 1 / interval.low, 2) + ' to ' + percent(1 - 1 / interval.high, 2)
      + ') against ' + otherName + ', the best conventional device.';
  }
  return 'Saving: none. ' + chipName + ', the best spiking chip, takes ' + significant(1 / factor, ESTIMATE_DIGITS) + ' times as much ('
    + timesText({ low: 1 / interval.high, high: 1 / interval.low }) + ').';
}

function timesText({ low, high }) {
  return significant(low, ESTIMATE_DIGITS) + ' to ' + significant(high, ESTIMATE_DIGITS) + ' times';
}

function batteryText({ ampereHours, volts }) {
  return 'a battery of ' + quantity(ampereHours, 'Ah') + ' and ' + quantity(volts, 'V');
}

/** Whether devices finish a decision before the next begins, each in its fastest way. */
function paceCard({ estimates, periodSeconds }, each) {
  const devices = [...new Set(estimates.map(({ profile }) => profile))].map((name) => estimates.filter(({ profile }) => profile === name));
  const names = (chosen) => devices.filter(chosen).map(([first]) => deviceText(first));
  const keeps = (ways) => ways.some(({ possible, inTime }) => possible && inTime === true);
  const unknown = (ways) => !keeps(ways) && ways.some(({ possible, inTime }) => possible && inTime === null);
  const unable = (ways) => ways.every(({ possible }) => !possible);
  const slow = (ways) => !keeps(ways) && !unknown(ways) && !unable(ways);
  return element('div', { class: 'answer' },
    element('h3', {}, 'In time'),
    element('p', { class: 'fine' }, 'done with a ' + each + ' before the next, every ' + quantity(periodSeconds, 's')),
    element('p', { class: 'answer-figure' }, count(names(keeps).length), element('span', { class: 'answer-range' }, 'of ' + plural(devices.length, 'device'))),
    [['Too slow', slow], ['Not known', unknown], ['Cannot do it', unable]].map(([word, chosen]) =>
      (names(chosen).length ? element('p', {}, word + ': ' + names(chosen).join(', ') + '.') : null)));
}

/** What would change the order of the devices, boundary by boundary. */
function doubtLists(comparison) {
  const { legend, rankings, estimates } = comparison;
  const shown = 6;
  const list = (doubts) => element('ul', { class: 'notes' }, doubts.map((doubt) => element('li', {}, doubt)));
  return [
    element('h3', {}, 'What would change this'),
    element('div', { class: 'doubts' }, rankings.map(({ boundary, ranked, withoutRank, doubts }) => element('div', {},
      element('h4', {}, labelOf(legend.boundaries, boundary)),
      doubts.length === 0
        ? element('p', { class: 'fine' }, ranked.length < 2 ? 'There is no order to change.' : 'No interval overlaps another, and no figure is assumed.')
        : list(doubts.slice(0, shown)),
      doubts.length > shown
        ? element('details', {}, element('summary', {}, plural(doubts.length - shown, 'more reason')), list(doubts.slice(shown))) : null,
      leftLine('Too slow: ', withoutRank.filter(({ cannot, estimate }) => cannot && estimates[estimate].possible), estimates),
      leftLine('Cannot do it: ', withoutRank.filter(({ estimate }) => !estimates[estimate].possible), estimates),
      leftLine('Too little is known: ', withoutRank.filter(({ cannot }) => !cannot), estimates)))),
  ];
}

function leftLine(heading, left, estimates) {
  return left.length > 0 && element('p', { class: 'fine' }, heading, left.map(({ estimate, reason }, index) =>
    element('span', { title: reason }, (index > 0 ? ', ' : '') + estimates[estimate].profile)), '.');
}
