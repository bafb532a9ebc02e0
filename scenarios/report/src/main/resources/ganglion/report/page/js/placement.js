// The placement on each chip: tiles with their cores, in stripes for the populations that share a core, and the messages over
// each link between neighbouring tiles.

const MOST_DRAWN_CHIPS = 4;
const MOST_LISTED_CORES = 24;

/** The largest tile in pixels: a chip with one used core is as easy to see as one with a hundred. */
const LARGEST_TILE = 96;

/** The least share of a core's width that a population gets, so that a small layer is seen beside a large one. */
const LEAST_STRIPE = 0.16;

function placementSection(profiles, populations) {
  const placed = profiles.filter(({ placement }) => placement.picture);
  if (placed.length === 0) return;
  const colourOf = (name) => populationColour(populations.findIndex((population) => population.name === name));
  section('placement', 'Placement',
    'A core is divided among its populations by their neurons; small ones are drawn wider. Inputs are outside the chips; their spikes enter at the south-western tile. Lines are links between tiles; darker lines carried more messages.',
    populationKey(placed, populations, colourOf),
    element('div', { class: 'chips' }, placed.map((profile) => chipFigure(profile, colourOf))),
    coreTable(placed));
}

function populationKey(placed, populations, colourOf) {
  const names = new Set(placed.flatMap(({ placement }) =>
    placement.picture.cores.flatMap((core) => core.populations.map(({ name }) => name))));
  const shown = populations.map(({ name }) => name).filter((name) => names.has(name));
  const swatches = shown.map(() => element('span', { class: 'swatch', 'aria-hidden': 'true' }));
  const paint = () => swatches.forEach((swatch, index) => styled(swatch, { background: colourOf(shown[index]) }));
  whenThemeChanges(paint);
  paint();
  return element('ul', { class: 'key flush' }, shown.map((name, index) => element('li', {}, swatches[index], name)));
}

function chipFigure({ name, placement }, colourOf) {
  const { picture } = placement;
  const chips = [...new Set(picture.cores.map(({ chip }) => chip))];
  return element('figure', { class: 'chip-figure' },
    element('figcaption', {}, element('span', { class: 'panel-title' }, name),
      element('span', { class: 'panel-note' }, placementText(placement)
        + (chips.length > MOST_DRAWN_CHIPS ? '; the first ' + MOST_DRAWN_CHIPS + ' chips' : ''))),
    ...chips.slice(0, MOST_DRAWN_CHIPS).map((chip) => chipDrawing(name, chip, picture, colourOf)));
}

/** The tiles of one chip that are used, with a margin of one around them, in squares of at most LARGEST_TILE pixels. */
function chipDrawing(name, chip, picture, colourOf) {
  const cores = picture.cores.filter((core) => core.chip === chip);
  const links = picture.links.filter((link) => link.chip === chip);
  const xs = [...cores.map(({ x }) => x), ...links.flatMap(({ fromX, toX }) => [fromX, toX])];
  const ys = [...cores.map(({ y }) => y), ...links.flatMap(({ fromY, toY }) => [fromY, toY])];
  const left = Math.max(0, Math.min(...xs) - 1);
  const right = Math.min(picture.widthTiles - 1, Math.max(...xs) + 1);
  const south = Math.max(0, Math.min(...ys) - 1);
  const north = Math.min(picture.heightTiles - 1, Math.max(...ys) + 1);
  const pitch = Math.max(8, Math.min(LARGEST_TILE, 420 / (right - left + 1), 300 / (north - south + 1)));
  const place = (x, y) => [(x - left) * pitch + 1, (north - y) * pitch + 1];
  const drawing = shape('svg', {
    width: (right - left + 1) * pitch + 2, height: (north - south + 1) * pitch + 2, role: 'img', class: 'chip-drawing',
    'aria-label': 'Cores of chip ' + chip + ' of ' + name + ' that hold neurons',
  });
  const middle = (x, y) => place(x, y).map((corner) => corner + pitch / 2);
  for (let x = left; x <= right; x++) {
    for (let y = south; y <= north; y++) {
      const [at, top] = place(x, y);
      drawing.append(shape('rect', { x: at, y: top, width: pitch * 0.86, height: pitch * 0.86, rx: 2, class: 'tile-frame' }));
    }
  }
  appendLinks(drawing, links, middle);
  const side = Math.ceil(Math.sqrt(picture.coresPerTile));
  const size = (pitch * 0.86) / side;
  const painted = cores.flatMap((core) => {
    const [at, top] = place(core.x, core.y);
    const [x, y, wide] = [at + (core.slot % side) * size + 1, top + Math.floor(core.slot / side) * size + 1, Math.max(2, size - 2)];
    const group = shape('g', {}, shape('title', {}, coreText(core)));
    drawing.append(group);
    return stripes(core.populations).map(({ name: population, from, share }) => {
      const box = shape('rect', { x: x + from * wide, y, width: share * wide, height: wide, class: 'core-box' });
      group.append(box);
      return [box, population];
    });
  });
  const paint = () => painted.forEach(([box, population]) => styled(box, { fill: colourOf(population) }));
  whenThemeChanges(paint);
  paint();
  return drawing;
}

function appendLinks(drawing, links, middle) {
  const most = Math.max(1, ...links.map(({ messages }) => messages));
  for (const link of links) {
    const [x1, y1] = middle(link.fromX, link.fromY);
    const [x2, y2] = middle(link.toX, link.toY);
    const line = shape('line', { x1, y1, x2, y2, class: 'mesh-link' });
    styled(line, { 'stroke-opacity': String(0.15 + 0.75 * (link.messages / most)) });
    line.append(shape('title', {}, plural(link.messages, 'message')));
    drawing.append(line);
  }
}

/** Populations of a core side by side: by their neurons, but none so narrow that it cannot be seen while there is room for all. */
function stripes(populations) {
  const all = populations.reduce((sum, { neurons }) => sum + neurons, 0);
  const least = Math.min(LEAST_STRIPE, 1 / populations.length);
  const weights = populations.map(({ neurons }) => Math.max(least, neurons / all));
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  let from = 0;
  return populations.map(({ name }, index) => {
    const stripe = { name, from, share: weights[index] / whole };
    from += stripe.share;
    return stripe;
  });
}

function coreText({ core, populations, synapses, messagesSent, messagesReceived }) {
  return 'core ' + core + ': ' + populations.map(({ name, neurons }) => count(neurons) + ' of ' + name).join(', ') + '; '
    + plural(synapses, 'synapse') + ', ' + plural(messagesSent, 'message') + ' sent, ' + count(messagesReceived) + ' received';
}

function coreTable(placed) {
  const rows = placed.flatMap(({ name, placement }) => {
    const busiest = [...placement.picture.cores]
      .sort((a, b) => b.messagesReceived - a.messagesReceived || a.core - b.core).slice(0, MOST_LISTED_CORES);
    return busiest.map((core) => [
      name, count(core.core), core.x + ', ' + core.y,
      core.populations.map((slice) => count(slice.neurons) + ' of ' + slice.name).join(', '),
      count(core.synapses), count(core.messagesSent), count(core.messagesReceived),
    ]);
  });
  return element('details', {}, element('summary', {}, 'Core by core, the busiest first'),
    table('Cores with their neurons, synapses and messages; all of them, and the messages between cores, in result.json', [
      { title: 'Chip' }, { title: 'Core', numeric: true }, { title: 'Tile x, y' }, { title: 'Neurons' },
      { title: 'Synapses', numeric: true }, { title: 'Messages sent', numeric: true }, { title: 'Received', numeric: true },
    ], rows));
}
