// The front of a search: which device is shown, what the colours say, and hints. Without scripts all devices are shown, one below another.

function startFronts(all) {
  const figures = [...all.querySelectorAll('figure.front')];
  const controls = element('div', { class: 'controls' });
  if (figures.length > 1) {
    const words = figures.map((figure, index) => ({ word: String(index), label: figure.dataset.name }));
    const show = (word) => figures.forEach((figure, index) => { figure.hidden = String(index) !== word; });
    controls.append(oneOf('device', words, '0', show));
    show('0');
  }
  const colours = [{ word: 'device', label: 'by device' }, { word: 'size', label: 'by size' }];
  controls.append(oneOf('colour', colours, 'device', (word) => all.classList.toggle('by-size', word === 'size')));
  figures[0].before(controls);
  showHints(figures);
}

document.querySelectorAll('.fronts').forEach(startFronts);
