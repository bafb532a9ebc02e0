// Which neurons are watched: chosen by a click on a spike, or by population and number.

export function startNeurons(session) {
  const population = document.getElementById('neuron-population');
  const number = document.getElementById('neuron-number');
  population.addEventListener('change', () => bound(session));
  document.getElementById('neurons').addEventListener('submit', (event) => {
    event.preventDefault();
    if (!session.start) return;
    session.toggleWatched(session.firstOf(Number(population.value)) + Number(number.value));
  });
}

/** Fills the list of populations. */
export function showPopulations(session) {
  document.getElementById('neuron-population').replaceChildren(
    ...session.start.populations.map((each, index) => element('option', { value: index }, each.name)));
  bound(session);
}

function bound(session) {
  const { size } = session.start.populations[Number(document.getElementById('neuron-population').value)] ?? { size: 1 };
  document.getElementById('neuron-number').max = String(size - 1);
}

export function showWatched(session) {
  document.getElementById('watched').replaceChildren(...(session.watched.length === 0
    ? [element('li', { class: 'fine' }, 'none')]
    : session.watched.map((neuron) => element('li', {},
      styled(element('span', { class: 'swatch' }), { background: session.colourOf(neuron) }),
      session.nameOf(neuron),
      element('button', { type: 'button', 'aria-label': 'Stop watching ' + session.nameOf(neuron), onclick: () => session.toggleWatched(neuron) }, '×')))));
}
