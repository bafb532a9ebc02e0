// What a page needs whose drawings are in it already: the choice of a theme, charts that can be explored, and
// tables that can be sorted.

/** A line over the drawing below a sound, where it is being played. */
function followSounds() {
  for (const sound of document.querySelectorAll('audio')) {
    const line = sound.parentElement.querySelector('.playhead');
    if (!line) continue;
    const { from, until, seconds } = line.dataset;
    const move = () => {
      const x = Number(from) + (Number(until) - Number(from)) * sound.currentTime / Number(seconds);
      line.setAttribute('x1', x);
      line.setAttribute('x2', x);
      line.setAttribute('visibility', 'visible');
      if (!sound.paused) requestAnimationFrame(move);
    };
    sound.addEventListener('play', move);
    sound.addEventListener('seeked', move);
  }
}

document.getElementById('theme').hidden = false;
startTheme();
exploreAll();
followSounds();
document.querySelectorAll('table.sortable').forEach(makeSortable);
