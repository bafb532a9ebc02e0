// Tables that can be sorted by any column.

/** Places of rows in order; those without a value, and those that are not possible, last in both directions. */
function sortedPlaces(rows, key, ascending) {
  const keys = rows.map((row) => (row.possible ? key(row) : undefined) ?? null);
  return keys.map((value, place) => place).sort((one, other) => {
    const [a, b] = [keys[one], keys[other]];
    if (a === null || b === null) {
      return (a === null) - (b === null) || rows[other].possible - rows[one].possible || one - other;
    }
    const order = typeof a === 'string' ? a.localeCompare(b) : a - b;
    return (ascending ? order : -order) || one - other;
  });
}

/** What a cell is sorted by: the number of its data element, or else its text; null if it is empty. */
function sortKey(cell) {
  const data = cell.querySelector('data');
  if (data) return Number(data.value);
  return cell.textContent.trim() || null;
}

/** Makes the heads of a table that is in the page already buttons that sort it. */
function makeSortable(table) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  const rows = [...body.rows].map((row) => ({ row, possible: true }));
  let [column, ascending] = [null, true];
  const sortBy = (index) => {
    ascending = column === index ? !ascending : true;
    column = index;
    heads.forEach((head) => head.removeAttribute('aria-sort'));
    heads[index].setAttribute('aria-sort', ascending ? 'ascending' : 'descending');
    body.replaceChildren(...sortedPlaces(rows, ({ row }) => sortKey(row.cells[index]), ascending)
      .map((place) => rows[place].row));
  };
  heads.forEach((head, index) => head.replaceChildren(
    element('button', { type: 'button', class: 'sorter', onclick: () => sortBy(index) }, head.textContent)));
}
