// Where the run was, if on several nodes.

/** Names of populations that are listed for a node. */
const MOST_NAMES = 12;

function executionSection({ execution, network }) {
  if (!execution || execution.nodes.length < 2) return;
  const { nodes, losses, seconds } = execution;
  section('execution', 'Where it ran',
    'On ' + nodes.length + ' nodes, for ' + quantity(seconds, 's') + '. ' + whereText(execution)
      + (losses ? ' Nodes were lost ' + (losses === 1 ? 'once' : losses + ' times') + ': counts and times are since the run last went on.' : ''),
    table('Nodes', [
      { title: 'Node' },
      { title: 'Waited', numeric: true, hint: 'a thread, on average, for others' },
      { title: 'Worked', numeric: true, hint: 'a thread, on average' },
      { title: 'Events', numeric: true, hint: 'synaptic events per second of the wall' },
      { title: 'Threads', numeric: true },
      { title: 'Cores', numeric: true, hint: 'groups of neurons that run at a time of their own' },
      { title: 'Neurons', numeric: true }, { title: 'Synapses', numeric: true }, { title: 'Populations' },
    ], nodes.map((node) => [
      node.name, quantity(node.waitingSeconds, 's') + ' (' + percent(waitingShare(node), 2) + ')',
      quantity(node.busySeconds, 's'), quantity(node.synapticEventsPerSecond, '/s'),
      count(node.threads), count(node.cores), count(node.neurons), count(node.synapses),
      element('span', { class: 'fine' }, populationNames(node, network)),
    ])));
}

function whereText({ shortestDelaySeconds }) {
  return 'Each had an equal share of every population' + (shortestDelaySeconds === null ? '; nothing joins them.'
    : '. The shortest delay between them is ' + quantity(shortestDelaySeconds, 's') + '.');
}

function waitingShare({ busySeconds, waitingSeconds }) {
  const all = busySeconds + waitingSeconds;
  return all > 0 ? waitingSeconds / all : 0;
}

/** The populations that a node has neurons of; those of which it has a part with their share. */
function populationNames({ populations }, network) {
  const sizes = new Map(network.populations.map(({ name, size }) => [name, size]));
  const names = populations.slice(0, MOST_NAMES).map(({ name, neurons }) =>
    (neurons === sizes.get(name) ? name : name + ' ' + percent(neurons / sizes.get(name), 2)));
  return names.join(', ') + (populations.length > MOST_NAMES ? ', …' : '');
}
