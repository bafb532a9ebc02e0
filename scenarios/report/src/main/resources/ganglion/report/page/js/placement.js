// The placement on each chip: the cores with their neurons and messages.

const MOST_LISTED_CORES = 24;

function placementSection(profiles) {
  const placed = profiles.filter(({ placement }) => placement.cores.length > 0);
  if (placed.length === 0) return;
  section('placement', 'Placement', 'Inputs are outside the chips; their spikes enter at the south-western tile.',
    element('div', {}, ...placed.map(({ name, placement }) => element('p', {}, name + ': ' + placementText(placement)))),
    coreTable(placed));
}

function coreTable(placed) {
  const rows = placed.flatMap(({ name, placement }) => {
    const busiest = [...placement.cores]
      .sort((a, b) => b.messagesReceived - a.messagesReceived || a.core - b.core).slice(0, MOST_LISTED_CORES);
    return busiest.map((core) => [
      name, count(core.core), core.x + ', ' + core.y,
      core.populations.map((slice) => count(slice.neurons) + ' of ' + slice.name).join(', '),
      count(core.synapses), count(core.messagesSent), count(core.messagesReceived),
    ]);
  });
  return element('details', {}, element('summary', {}, 'Core by core, the busiest first'),
    table('Cores with their neurons, synapses and messages; all of them in result.json', [
      { title: 'Chip' }, { title: 'Core', numeric: true }, { title: 'Tile x, y' }, { title: 'Neurons' },
      { title: 'Synapses', numeric: true }, { title: 'Messages sent', numeric: true }, { title: 'Received', numeric: true },
    ], rows));
}
