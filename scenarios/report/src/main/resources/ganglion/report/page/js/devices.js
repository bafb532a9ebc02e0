// The table of devices and what they compute, which can be sorted by any column.

const WAYS = [{ word: 'best', label: 'each device in its best way' }, { word: 'all', label: 'every way' }];

function deviceTable(comparison, each) {
  const { estimates, legend, battery } = comparison;
  const missing = new MissingFigures();
  const columns = deviceColumns(comparison, missing);
  const rows = estimates.map((estimate) => (estimate.possible
    ? element('tr', {}, columns.map(({ cell, numeric }, index) =>
      element(index === 0 ? 'th' : 'td', { scope: index === 0 ? 'row' : null, class: numeric ? 'number' : null }, cell(estimate))))
    : element('tr', { class: 'cannot' }, element('th', { scope: 'row' }, columns[0].cell(estimate)),
      element('td', {}, columns[1].cell(estimate)),
      element('td', { colspan: columns.length - 2 }, (estimate.problems.includes(comparison.withoutArtificial) ? 'left out: ' : 'cannot do it: ') + estimate.problems.join('; ')))));
  const caption = 'Devices and what they compute; energies of a ' + each + (battery ? ', of a day, and days on ' + batteryText(battery) : ' and of a day');
  const body = element('tbody', {});
  const heads = columns.map(({ title, hint, numeric }, index) => element('th', { scope: 'col', class: numeric ? 'number' : null },
    element('button', { type: 'button', class: 'sorter', title: hint, onclick: () => sortBy(index) }, title)));
  const best = bestWays(estimates);
  let [shown, column, ascending] = [best, null, true];
  const fill = () => body.replaceChildren(...sortedPlaces(estimates, columns[column].key, ascending)
    .filter((place) => shown.includes(estimates[place])).map((place) => rows[place]));
  const sortBy = (index) => {
    ascending = column === index ? !ascending : true;
    column = index;
    heads.forEach((head) => head.removeAttribute('aria-sort'));
    heads[index].setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
    fill();
  };
  sortBy(columns.findIndex(({ boundary, group }) => boundary === 'active' && group === 'energy'));
  const show = (word) => {
    shown = word === 'best' ? best : estimates;
    fill();
  };
  return [
    best.length < estimates.length ? oneOf('show', WAYS, 'best', show) : null,
    element('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': caption },
      element('table', { id: 'device-table' }, element('caption', {}, caption),
        element('thead', {}, groupRow(columns, each, battery), element('tr', {}, heads)), body)),
    wordList(legend),
    missing.list(),
  ];
}

function deviceColumns(comparison, missing) {
  const { legend } = comparison;
  const ofBoundary = (group, words, rest) => words.map((word) => ({
    title: labelOf(legend.boundaries, word), hint: meaningOf(legend.boundaries, word), group, boundary: word, numeric: true, ...rest(word),
  }));
  // More energy a day means fewer days on a battery: one column holds, and sorts by, both.
  const lasting = ofBoundary('day', LASTING, (word) => ({
    key: ({ energies, inTime }) => (inTime === false ? null : energies[word].joulesPerDay),
    cell: (estimate) => dayCell(estimate, word, missing),
  }));
  return [
    {
      title: 'Device', key: deviceText,
      cell: (estimate) => [...deviceName(estimate),
        element('div', { class: 'fine' }, [estimate.profile, estimate.operatingPoint].filter(Boolean).join(', '))],
    },
    { title: 'Computes', key: (estimate) => computesText(comparison, estimate), cell: (estimate) => computesCell(comparison, estimate) },
    { title: 'Fits', hint: 'whether the chip computes this very network', key: fitKey, cell: fitCell },
    { title: 'Grade', key: ({ reliability }) => reliability.grade, cell: ({ reliability }) => [gradeMark(comparison, reliability),
      reliability.factor === null ? element('div', { class: 'fine' }, 'unvalidated') : null] },
    {
      title: 'In time', hint: 'done before the next one begins', key: ({ inTime }) => (inTime === null ? null : inTime ? 0 : 1),
      cell: (estimate) => (estimate.inTime === null ? missing.cell(estimate, estimate.missingTimes) : verdictMark(estimate.inTime, 'yes', 'too slow')),
    },
    {
      title: 'Works for', hint: 'time that the device works on one', numeric: true, key: ({ workSeconds }) => workSeconds,
      cell: (estimate) => (estimate.workSeconds === null
        ? missing.cell(estimate, estimate.missingTimes) : estimateQuantity(estimate.workSeconds, 's')),
    },
    ...ofBoundary('energy', legend.boundaries.map(({ word }) => word), (word) => ({
      key: ({ energies }) => energies[word].joules,
      cell: (estimate) => energyCell(estimate, word, missing),
    })),
    ...lasting,
  ];
}

// A phone has no room for what stands in brackets behind the name.
function deviceName(estimate) {
  const [name, ...more] = deviceText(estimate).split(/(?= \()/);
  return [name, element('span', { class: 'more' }, more.join(''))];
}

function fitKey({ possible, changes, notKnown }) {
  return (possible ? 0 : 4) + (changes.length > 0 ? 2 : 0) + (notKnown.length > 0 ? 1 : 0);
}

/** Yes, or what the chip computes in its place, and which of its limits are not known. */
function fitCell({ possible, computation, changes, notKnown }) {
  if (!possible) return 'no';
  if (computation === 'artificial') return 'another network';
  return element('div', { class: changes.length + notKnown.length > 0 ? 'fits' : '' },
    changes.length > 0 ? 'changed' : notKnown.length > 0 ? 'not known' : 'as it is',
    changes.length > 0 ? element('div', { class: 'fine' }, changes.join('; ')) : null,
    notKnown.length > 0 ? element('div', { class: 'fine' }, 'not known: ' + notKnown.join(', ')) : null);
}

function computesCell(comparison, estimate) {
  const { caveat } = comparison.legend.computations.find(({ word }) => word === estimate.computation) ?? {};
  return [computesText(comparison, estimate), caveat && estimate.possible ? element('div', { class: 'fine' }, caveat) : null];
}

function energyCell(estimate, boundary, missing) {
  const { joules, interval, missing: figures } = estimate.energies[boundary];
  if (joules === null) return missing.cell(estimate, figures);
  const split = splitOf(estimate, boundary);
  return [estimateQuantity(joules, 'J'), interval ? element('div', { class: 'fine' }, intervalText(interval, 'J')) : null,
    split && element('div', { class: 'fine' }, estimateQuantity(split.rest, 'J') + ' static')];
}

function dayCell(estimate, boundary, missing) {
  const { joulesPerDay, batteryDays, missing: figures } = estimate.energies[boundary];
  if (estimate.inTime === false) return element('span', { title: 'it does not keep pace' }, '–');
  if (joulesPerDay === null) return missing.cell(estimate, figures);
  return [estimateQuantity(joulesPerDay, 'J'), batteryDays === undefined ? null : element('div', { class: 'fine' }, daysText(batteryDays))];
}

/** The headings that stand over several columns. */
function groupRow(columns, each, battery) {
  const titles = { energy: 'Energy of a ' + each, day: 'Energy of a day' + (battery ? ', days on the battery' : '') };
  const cells = [];
  for (let from = 0; from < columns.length;) {
    const { group } = columns[from];
    const span = group ? columns.filter((column) => column.group === group).length : 1;
    cells.push(group ? element('th', { scope: 'colgroup', colspan: span, class: 'group' }, titles[group]) : element('td', {}));
    from += span;
  }
  return element('tr', {}, cells);
}

/** What the words of the table mean, for those who cannot point at them. */
function wordList({ boundaries, grades }) {
  return element('dl', { class: 'facts words' }, [
    ...boundaries.map(({ label, meaning }) => [label, meaning]), ...grades.map(({ label, meaning }) => ['grade ' + label, meaning]),
  ].flatMap(([word, meaning]) => [element('dt', {}, word), element('dd', {}, meaning)]));
}

/** Numbers the figures that are missing, so that a cell tells which it lacks where nothing can be pointed at. */
class MissingFigures {
  constructor() {
    this.devices = new Map();
  }

  /** A cell that lacks figures of a device. */
  cell({ profile }, figures) {
    const numbers = figures.map((text) => this.numberOf(text, profile)).sort((a, b) => a - b);
    return element('span', { class: 'unknown', title: figures.join('; ') }, 'unknown',
      element('sup', {}, numbers.map((number) =>
        element('a', { href: '#missing-' + number, 'aria-label': 'missing figure ' + number }, String(number)))));
  }

  numberOf(text, device) {
    if (!this.devices.has(text)) this.devices.set(text, new Set());
    if (!text.includes(device)) this.devices.get(text).add(device);
    return [...this.devices.keys()].indexOf(text) + 1;
  }

  list() {
    if (this.devices.size === 0) return null;
    return element('div', { class: 'missing' }, element('h3', {}, 'Figures that are missing'),
      element('ol', { class: 'notes' }, [...this.devices].map(([text, devices], index) =>
        element('li', { id: 'missing-' + (index + 1) }, text, devices.size > 0 ? ' (' + [...devices].join(', ') + ')' : null))));
  }
}
