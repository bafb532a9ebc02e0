// Device by device: what it is, what the run took of it, and where its figures come from.

function profileSection(profiles) {
  if (profiles.length === 0) return;
  section('figures', 'Device by device',
    'Each figure keeps its kind: published (read in its source), quoted (read in another text), derived (with the derivation), fitted (to named measurements) or assumed. A figure that is not known stays unknown; it never counts as zero.',
    ...profiles.map(profileDetails));
}

function profileDetails(profile) {
  const { name, title, description, operatingPoint, powerWatts, figures, notes, placement, energy } = profile;
  const facts = [
    ['what it is', description], ['operating point', operatingPoint], ['power', powerText(powerWatts)], ['placement', placementText(placement)],
  ].filter(([, value]) => value);
  return element('details', { class: 'profile' },
    element('summary', {}, element('strong', {}, title || name),
      element('span', { class: 'panel-note' }, plural(figures.length, 'figure') + (energy.unknowns.length ? ', ' + plural(energy.unknowns.length, 'unknown') : ''))),
    element('dl', { class: 'facts' }, facts.flatMap(([fact, value]) => [element('dt', {}, fact), element('dd', {}, value)])),
    notes.length ? element('ul', { class: 'notes' }, notes.map((note) => element('li', {}, note))) : null,
    energy.unknowns.length ? element('p', { class: 'unknowns' }, 'Unknown: ' + energy.unknowns.join('; ') + '.') : null,
    energy.components.length ? componentTable(profile) : null,
    table('Figures of ' + (title || name), [
      { title: 'Figure' }, { title: 'Value', numeric: true }, { title: 'Kind' }, { title: 'Source and note' },
    ], figures.map((figure) => [figure.name, figure.value, figure.kind,
      [figure.source, figure.note ? element('div', { class: 'fine' }, figure.note) : null]])));
}

function powerText(watts) {
  return Object.entries(watts).map(([state, value]) => state + ' ' + quantity(value, 'W')).join(', ');
}

function placementText({ fits, chips, coresUsed, coresPerChip, neurons, synapses, problems }) {
  if (!fits) return 'does not fit: ' + problems.join('; ');
  return plural(neurons, 'neuron') + ' and ' + plural(synapses, 'synapse') + ' on '
    + count(coresUsed) + ' of ' + plural(chips * coresPerChip, 'core') + ', ' + plural(chips, 'chip');
}

/** The operations of the whole run, with the price of each. */
function componentTable({ title, name, energy }) {
  return table('Operations of the run on ' + (title || name), [
    { title: 'Operation' }, { title: 'Count', numeric: true }, { title: 'Each', numeric: true }, { title: 'Energy', numeric: true },
    { title: 'Kind' }, { title: 'Source' },
  ], energy.components.map((component) => [
    component.label, count(component.count), component.figure || 'unknown', rangedQuantity(component.joules, component.interval),
    component.kind, component.source || '–',
  ]));
}

/** A value with no more digits than its interval allows, and the interval. */
function rangedQuantity(joules, interval) {
  if (joules === null || !interval) return quantity(joules, 'J');
  const digits = Math.max(2, interval.digits);
  return [quantity(joules, 'J', interval.digits), element('div', { class: 'fine' },
    quantity(interval.lowJoules, 'J', digits) + ' to ' + quantity(interval.highJoules, 'J', digits))];
}
