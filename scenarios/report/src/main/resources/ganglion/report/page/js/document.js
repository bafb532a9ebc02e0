// What a page needs whose drawings are in it already: the choice of a theme, and a button that saves each drawing.

function addSaveButtons() {
  for (const drawing of document.querySelectorAll('figure > svg')) {
    const name = fileNameOf(drawing.getAttribute('aria-label') ?? 'drawing', 'svg');
    drawing.parentElement.append(element('span', { class: 'exports' },
      element('button', {
        type: 'button', title: 'Save this drawing',
        onclick: () => save(name, 'image/svg+xml', new XMLSerializer().serializeToString(drawing)),
      }, 'SVG')));
  }
}

document.getElementById('theme').hidden = false;
startTheme();
addSaveButtons();
