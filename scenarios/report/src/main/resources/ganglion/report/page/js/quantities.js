// Human-readable numbers. The page computes in SI units and chooses a prefix only for display.

const PREFIXES = [
  [1e12, 'T'], [1e9, 'G'], [1e6, 'M'], [1e3, 'k'], [1, ''],
  [1e-3, 'm'], [1e-6, 'µ'], [1e-9, 'n'], [1e-12, 'p'], [1e-15, 'f'],
];

/** A value with a number of significant digits and a prefix: quantity(2.36e-11, 'J') is "23.6 pJ". */
function quantity(value, unit, digits = 3) {
  if (value === null || value === undefined) return 'unknown';
  if (value === 0) return '0 ' + unit;
  const rounded = Number(value.toPrecision(digits));
  const magnitude = Math.abs(rounded);
  // Rates have no prefix below one, as mHz is hard to read beside Hz.
  const [factor, prefix] = PREFIXES.find(([size]) => magnitude >= size * 0.9995 || (unit === 'Hz' && size === 1)) ?? PREFIXES[PREFIXES.length - 1];
  return significant(rounded / factor, digits) + ' ' + prefix + unit;
}

/** Three significant digits, or as many as said, without an exponent for everyday sizes. */
function significant(value, digits = 3) {
  const rounded = Number(value.toPrecision(digits));
  return Math.abs(rounded) >= 1e6 || (rounded !== 0 && Math.abs(rounded) < 1e-3)
    ? rounded.toExponential() : Number(rounded).toString();
}

/** A count with thousands set apart by thin spaces: 12 345 678. */
function count(value) {
  return String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');
}

function percent(share, digits = 3) {
  if (share > 0 && share < 0.001) return '< 0.1 %';
  return significant(100 * share, digits) + ' %';
}

/** A point in time on the axis, with as many decimals as the span in view deserves. */
function timeLabel(seconds, spanSeconds) {
  const decimals = Math.max(0, Math.min(9, 2 - Math.floor(Math.log10(spanSeconds))));
  return seconds.toFixed(decimals) + ' s';
}

function hertz(value) {
  return value >= 1000 ? significant(value / 1000) + ' kHz' : Math.round(value) + ' Hz';
}

/** "1 spike", "2 spikes". */
function plural(number, noun) {
  return count(number) + ' ' + noun + (number === 1 ? '' : 's');
}

/** The last part of a path: what a clip is called where space is short. */
function fileName(path) {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** 10^a, ..., 10^b within two bounds; every second, third, ... of them where there are more than seven. */
function powersOfTen(lowest, highest) {
  const first = Math.ceil(Math.log10(lowest) - 1e-9);
  const last = Math.floor(Math.log10(highest) + 1e-9);
  const step = Math.ceil((last - first + 1) / 7);
  const powers = [];
  for (let power = first; power <= last; power += step) powers.push(Number('1e' + power));
  return powers;
}
