// The sections of the page that are words and tables.

/** Where nothing was expected and nothing could be right, nothing is good. */
function verdictLook({ verdict, expectations }) {
  if (!verdict.passed) return { look: 'bad', sign: '✗' };
  return expectations.length > 0 || verdict.labelledDecisions > 0 ? { look: 'good', sign: '✓' } : { look: 'none', sign: '–' };
}

function headSection(result) {
  const { scenario, verdict } = result;
  const { look, sign } = verdictLook(result);
  document.getElementById('main').append(element('div', { class: 'head' },
    element('p', { class: 'kind' }, 'Scenario'),
    element('h1', {}, scenario.name),
    scenario.description ? element('p', { class: 'description' }, scenario.description) : null,
    element('p', { class: 'verdict ' + look, id: 'verdict' },
      element('span', { class: 'verdict-sign', 'aria-hidden': 'true' }, sign),
      element('span', {}, verdict.text)),
    ...(result.warnings ?? []).map((warning) => element('p', { class: 'warning' }, 'Warning: ' + warning + '.'))));
}

function expectationSection(expectations) {
  if (expectations.length === 0) return;
  const failed = expectations.filter(({ passed }) => !passed).length;
  section('expectations', 'Expectations',
    expectationLead(expectations.length, failed),
    table('Expectations of the scenario', [
      { title: 'Expectation' }, { title: 'Outcome' }, { title: 'Expected' }, { title: 'Found' }, { title: 'Place' },
    ], expectations.map(({ pointer, text, passed, found, expected }) => [
      text, element('span', {}, verdictMark(passed, 'holds', 'fails')), expected, found, element('code', {}, pointer),
    ]), (row) => (expectations[row].passed ? null : 'failed')));
}

function expectationLead(all, failed) {
  if (failed > 0) return failed + ' of ' + all + (failed === 1 ? ' fails.' : ' fail.');
  return all === 1 ? 'It holds.' : 'All ' + all + ' hold.';
}

function decisionSection({ decisions, decisionPopulation }, timelineClips, goTo) {
  if (decisions.length === 0) return;
  const labelled = decisions.filter(({ label }) => label !== '');
  const right = labelled.filter(({ correct }) => correct).length;
  const early = decisions.some(({ taken }) => taken);
  section('decisions', 'Decisions',
    (early ? 'A decision is taken as soon as the neuron of ' + decisionPopulation + ' with most spikes so far is certain to have the highest rate, or else at the end. '
      : 'The neuron of ' + decisionPopulation + ' with most spikes during a clip wins. ')
      + (labelled.length ? right + ' of ' + labelled.length + ' are right.' : ''),
    table('Decisions, clip by clip', [
      { title: 'Clip' }, { title: 'Label' }, { title: 'Winner' }, { title: 'Outcome' },
      { title: 'Spikes', numeric: true, hint: 'of the winner, of all neurons that could win' },
      { title: 'First spike', numeric: true, hint: 'of the winner, after the clip begins' },
      ...(early ? [{ title: 'Taken after', numeric: true, hint: 'the clip begins' },
        { title: 'At the end', hint: 'whom all spikes of the clip would have made the winner' }] : []),
    ], decisions.map((decision, index) => [
      element('button', { type: 'button', class: 'link', title: decision.file, onclick: () => goTo(timelineClips[index]) },
        fileName(decision.file)),
      decision.label || '–',
      decision.winner || 'no spike',
      decision.label ? element('span', {}, verdictMark(decision.correct, 'right', 'wrong')) : '–',
      count(decision.winnerSpikes) + ' of ' + count(decision.totalSpikes),
      decision.firstSpikeLatencySeconds === null ? '–' : quantity(decision.firstSpikeLatencySeconds, 's'),
      ...(early ? [decision.taken ? quantity(decision.taken.afterSeconds, 's') : '–', decision.taken?.winnerAtEnd || '–'] : []),
    ]), (row) => (decisions[row].label && !decisions[row].correct ? 'failed' : null)));
}

function networkSection({ network, activity, run }) {
  section('network', 'Network and activity',
    plural(network.neurons, 'neuron') + ' in ' + plural(network.populations.length, 'population') + ', '
      + plural(network.synapses, 'synapse') + '. The run took ' + count(activity.neuronUpdates) + ' visits to neurons and '
      + count(activity.synapticEvents) + ' synaptic events for ' + plural(activity.spikes, 'spike') + '.',
    table('Populations', [
      { title: 'Population' }, { title: 'Neurons', numeric: true }, { title: 'Model' }, { title: 'Parameters' },
      { title: 'Spikes', numeric: true }, { title: 'Mean rate', numeric: true, hint: 'spikes per neuron and second' },
    ], network.populations.map((population) => [
      population.name, count(population.size), population.model,
      element('span', { class: 'fine', title: 'In the simulation: ' + parameterText(population.parameters) },
        population.written || parameterText(population.parameters)),
      count(population.spikes), quantity(population.meanRateHertz, 'Hz'),
    ])),
    table('Projections', [
      { title: 'From' }, { title: 'To' }, { title: 'As the scenario has it' }, { title: 'Synapses', numeric: true },
      { title: 'Shortest delay', numeric: true },
      { title: 'Mean weight', numeric: true, hint: 'of a plastic projection, before and after the run' },
    ], network.projections.map((projection) => [
      projection.source, projection.target,
      element('span', { class: 'fine', title: 'Stored as a ' + (projection.layout === 'dense' ? 'matrix' : 'list') }, projection.written || '–'),
      count(projection.synapses),
      projection.smallestDelayTicks === null ? '–'
        : quantity(projection.smallestDelayTicks * run.tickSeconds, 's'),
      projection.weights
        ? significant(projection.weights.atStart.mean) + ' → ' + significant(projection.weights.atEnd.mean) : 'not plastic',
    ])));
}

function parameterText(parameters) {
  const text = (value) => {
    if (Array.isArray(value) && typeof value[0] === 'object') return parts(value);
    if (Array.isArray(value)) return significant(Math.min(...value)) + ' to ' + significant(Math.max(...value));
    return value?.smallest === undefined ? String(value) : significant(value.smallest) + ' to ' + significant(value.largest);
  };
  return Object.entries(parameters).map(([name, value]) => name + ' ' + text(value)).join(', ') || '–';
}

/** Synaptic currents, or steps of a rate or current: the first few of them. */
function parts(list) {
  const most = 4;
  return list.slice(0, most).map((part) => '(' + parameterText(part) + ')').join(' ') + (list.length > most ? ' …' : '');
}

function reproduceSection({ manifest, run, raster, files, scenario }) {
  const fact = (name, ...value) => [element('dt', {}, name), element('dd', {}, ...value)];
  section('reproduce', 'How to reproduce this run', null,
    element('pre', { tabindex: '0', 'aria-label': 'Command line' }, element('code', {}, manifest.commandLine.map(shellWord).join(' '))),
    element('dl', { class: 'facts' },
      ...fact('scenario', scenario.file ?? '–'),
      ...fact('seed', element('code', {}, String(run.seed))),
      ...fact('raster SHA-256', element('code', {}, raster.sha256)),
      ...fact('version', 'Ganglion ' + manifest.ganglionVersion),
      ...fact('started', manifest.startedAt),
      ...fact('Java', manifest.javaVersion),
      ...fact('machine', manifest.operatingSystem + ', ' + plural(manifest.processors, 'processor'))),
    files.length ? table('Files of this run directory', [
      { title: 'File' }, { title: 'Bytes', numeric: true }, { title: 'SHA-256' },
    ], files.map(({ name, bytes, sha256 }) => [fileLink(name), count(bytes), element('code', {}, sha256)])) : null);
}

/** A word as a POSIX shell reads it back. */
function shellWord(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : "'" + word.replaceAll("'", "'\\''") + "'";
}
