// The front end of each input that is sound: its stages, and how much it takes beside the network.

function frontEndSection({ frontEnd, comparison }) {
  if (frontEnd.length === 0) return;
  section('sound', 'From sound to spikes', frontEndLead(comparison), ...frontEnd.map(stageTable));
}

/** The front end beside the network on the device that takes least, which both may decide. */
function frontEndLead(comparison) {
  const places = comparison ? rankingOf(comparison, 'active').ranked : [];
  const told = places.map((place) => comparison.estimates[place])
    .find(({ energies }) => energies.active.parts['front-end'].joules > 0 && energies.active.parts.network.joules > 0);
  if (!told) return null;
  const { network, 'front-end': front } = told.energies.active.parts;
  return 'On ' + deviceText(told) + ', active, the front end takes ' + significant(front.joules / network.joules, ESTIMATE_DIGITS)
    + ' times the energy of the network (' + computesText(comparison, told) + ').';
}

function stageTable({ input, soundSeconds, stages }) {
  const kinds = [...new Set(stages.flatMap(({ operations }) => Object.keys(operations)))];
  const all = ({ operations }) => Object.values(operations).reduce((sum, number) => sum + number, 0);
  const perSecond = (number) => quantity(number / soundSeconds, '').trim();
  const charged = stages.filter((stage) => stage.charged);
  const sum = charged.reduce((operations, stage) => operations + all(stage), 0);
  const most = Math.max(...charged.map(all));
  return table('Operations of the front end of ' + input + ' in a second of sound: ' + perSecond(sum) + ' in all', [
    { title: 'Stage' }, { title: 'Operations', numeric: true, hint: 'of all kinds, in a second of sound' }, { title: 'Share', numeric: true },
    ...kinds.map((kind) => ({ title: kind.replace('-', ' '), numeric: true })),
  ], stages.map((stage) => [
    [stage.stage.replaceAll('-', ' '), stage.charged ? null : element('div', { class: 'fine' }, 'of recordings only, not charged to devices')],
    perSecond(all(stage)),
    stage.charged ? [percent(all(stage) / sum, ESTIMATE_DIGITS), all(stage) === most ? element('div', { class: 'fine' }, 'dominates') : null] : '–',
    ...kinds.map((kind) => (stage.operations[kind] ? perSecond(stage.operations[kind]) : '–')),
  ]));
}
