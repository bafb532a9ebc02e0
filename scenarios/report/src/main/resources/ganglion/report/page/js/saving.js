// Hands files to the browser.

function save(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = element('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A title as the name of a file. */
function fileNameOf(title, ending) {
  return title.replace(/[^A-Za-z0-9._-]+/g, '-') + '.' + ending;
}

/** A value as a field of a table with commas. */
function csvField(value) {
  return /[",\n]/.test(value ?? '') ? '"' + String(value).replaceAll('"', '""') + '"' : value ?? '';
}
