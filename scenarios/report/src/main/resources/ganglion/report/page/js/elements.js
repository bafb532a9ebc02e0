// Everything shown is built here as elements and text nodes: no text of a scenario is ever parsed as markup.

/** Makes an element of children that are elements or text. Attributes and children that are null, undefined or false are left out. */
function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (key === 'onclick') made.addEventListener('click', value);
    else made.setAttribute(key, value === true ? '' : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

/** Sets styles through the object model, which the page's content security policy allows. */
function styled(target, styles) {
  for (const [property, value] of Object.entries(styles)) target.style.setProperty(property, value);
  return target;
}

/** A table: columns are {title, numeric, hint}, rows are lists of cell contents (text, elements or lists of them). */
function table(caption, columns, rows, rowClass = () => null) {
  const head = columns.map((column) =>
    element('th', { scope: 'col', class: column.numeric ? 'number' : null, title: column.hint }, column.title));
  const body = rows.map((cells, index) =>
    element('tr', { class: rowClass(index) }, cells.map((cell, position) =>
      element(position === 0 ? 'th' : 'td', {
        scope: position === 0 ? 'row' : null,
        class: columns[position].numeric ? 'number' : null,
      }, cell))));
  return element('div', { class: 'scroller', tabindex: '0', role: 'region', 'aria-label': caption },
    element('table', {},
      element('caption', {}, caption),
      element('thead', {}, element('tr', {}, head)),
      element('tbody', {}, body)));
}

/** Appends a section with a heading to the page and lists it in the contents under its id. */
function section(id, title, lead, ...children) {
  const shortTitle = id[0].toUpperCase() + id.slice(1);
  document.getElementById('contents').append(element('a', { href: '#' + id }, shortTitle));
  const made = element('section', { id, 'aria-labelledby': id + '-title' },
    element('h2', { id: id + '-title' }, title),
    lead ? element('p', { class: 'lead' }, lead) : null,
    ...children);
  document.getElementById('main').append(made);
  return made;
}

/** A link to a file beside the report. */
function fileLink(name) {
  return element('a', { href: encodeURIComponent(name) }, name);
}

/** A mark that tells right from wrong by shape and word as well as by colour. */
function verdictMark(good, goodText, badText) {
  return element('span', { class: good ? 'mark good' : 'mark bad' },
    element('span', { 'aria-hidden': 'true' }, good ? '✓' : '✗'), ' ' + (good ? goodText : badText));
}
