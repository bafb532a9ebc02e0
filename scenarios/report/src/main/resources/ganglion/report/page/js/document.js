// What a page needs whose drawings are in it already: the choice of a theme, charts that can be explored, and
// tables that can be sorted.

/** A line over the charts below a sound, where it is being played. */
function followSounds() {
  for (const sound of document.querySelectorAll('audio')) {
    const lines = [...sound.parentElement.querySelectorAll('g.chart')].map((chart) => {
      const plot = chart.querySelector('svg.plot');
      const [x, y, width, height] = ['x', 'y', 'width', 'height'].map((name) => Number(plot.getAttribute(name)));
      const line = svgElement('path', { class: 'playhead', 'vector-effect': 'non-scaling-stroke', visibility: 'hidden' });
      plot.append(line);
      return (seconds) => {
        line.setAttribute('d', 'M' + (x + (width * seconds) / Number(chart.dataset.until)) + ',' + y + 'v' + height);
        line.setAttribute('visibility', 'visible');
      };
    });
    const move = () => {
      lines.forEach((draw) => draw(sound.currentTime));
      if (!sound.paused) requestAnimationFrame(move);
    };
    sound.addEventListener('play', move);
    sound.addEventListener('seeked', move);
  }
}

function exploreAll() {
  const tooltip = element('div', { class: 'tooltip hint', hidden: true });
  document.body.append(tooltip);
  const figures = [...document.querySelectorAll('figure')].filter((figure) => figure.querySelector(':scope > svg'));
  figures.forEach((figure) => explore(figure, tooltip));
  showHints(figures.filter((figure) => figure.classList.contains('chart')), ':has(> title)');
}

document.getElementById('theme').hidden = false;
startTheme();
exploreAll();
followSounds();
document.querySelectorAll('table.sortable').forEach(makeSortable);
