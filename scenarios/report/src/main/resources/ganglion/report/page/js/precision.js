// The changes by the precision of a chip's weights, membranes and delays.

function precisionSection({ precision, run, clips }) {
  if (!precision) return;
  const { profile, populations, projections, decisions, decisionsChanged, correct, correctAsGiven, changed, notes } = precision;
  const rounded = populations.filter(({ step }) => step > 0);
  section('precision', 'In the precision of ' + profile,
    'This run has the weights, membranes and delays of ' + profile + '; the same network in full precision was run for comparison.'
      + (decisions ? ' ' + count(decisionsChanged) + ' of ' + plural(decisions, 'decision') + ' changed'
        + (clips.some(({ label }) => label) ? '; ' + correct + ' are right, ' + correctAsGiven + ' in full precision.' : '.') : ''),
    table('Spikes of each population', [
      { title: 'Population' }, { title: 'Spikes', numeric: true }, { title: 'In full precision', numeric: true },
      { title: 'The same', numeric: true, hint: 'spikes of the same neuron in the same tick, but for ticks that a chip without delays is ahead' },
      { title: 'First difference', numeric: true }, { title: 'Step of weights', numeric: true, hint: 'in the units of the scenario' },
      { title: 'Largest change of a threshold', numeric: true }, { title: 'Membrane' },
    ], rounded.map(({ name, step, membraneRounded, largestThresholdError, raster }) => [
      name, ...(raster ? [count(raster.spikes), count(raster.spikesAsGiven), count(raster.spikesCommon),
        raster.firstDifferentTick === null ? 'none' : quantity(raster.firstDifferentTick * run.tickSeconds, 's')] : ['–', '–', '–', '–']),
      significant(step), significant(largestThresholdError), membraneRounded ? 'rounded' : 'as given',
    ])),
    table('Weights and delays of each projection', [
      { title: 'From' }, { title: 'To' }, { title: 'Synapses', numeric: true }, { title: 'Weights changed', numeric: true },
      { title: 'Now zero', numeric: true }, { title: 'Largest change', numeric: true }, { title: 'Root mean square', numeric: true },
      { title: 'Delays shortened', numeric: true },
    ], projections.map((one) => [
      one.source, one.target, count(one.synapses), count(one.weightsChanged), count(one.weightsLost),
      significant(one.largestWeightError), significant(one.rootMeanSquareWeightError), count(one.delaysShortened),
    ])),
    changed.length ? table('Decisions that changed', [
      { title: 'Clip' }, { title: 'Label' }, { title: 'In full precision' }, { title: 'Now' },
    ], changed.map(({ file, label, winnerAsGiven, winner }) => [fileName(file) || 'the run', label || '–', winnerAsGiven || 'no spike', winner || 'no spike'])) : null,
    notes.length ? element('ul', { class: 'notes' }, notes.map((note) => element('li', {}, note))) : null);
}
