// Colours of what is drawn on canvas. Categories: Okabe and Ito's set, distinct with any colour vision, with tints for the dark page.
// Spectrogram: lightness rises or falls steadily, so that it stays readable in grey.

/** Classes, on the page of live sessions. */
const CATEGORIES = {
  light: ['#0072b2', '#d55e00', '#009e73', '#a3508a', '#8a6d00', '#56b4e9', '#5b5b5b', '#e69f00'],
  dark: ['#56b4e9', '#f0883e', '#3ecf9f', '#d990c2', '#f0e442', '#2f7fd0', '#b4b4b4', '#a87a3d'],
};

/** Populations, without the two colours that mean right and wrong. */
const POPULATIONS = {
  light: ['#0b63a5', '#7b3f98', '#7a6200', '#3f4a59', '#1b87a8', '#a3508a'],
  dark: ['#6cb8f0', '#c79be6', '#e9dc5c', '#c3ccd8', '#64d2e8', '#e69ac8'],
};

const SPECTRUM = {
  light: ['#ffffff', '#eef6f4', '#cfe6e3', '#9fcfd3', '#64afc4', '#3a86b3', '#2f5d9b', '#2c3776', '#1a1a4a'],
  dark: ['#0b0f17', '#1b1040', '#451077', '#721f81', '#a3307e', '#d6456c', '#f4705c', '#fdae78', '#fcfdbf'],
};

function themeName() {
  return document.documentElement.dataset.theme ?? (systemIsDark.matches ? 'dark' : 'light');
}

function category(index) {
  const colours = CATEGORIES[themeName()];
  return colours[index % colours.length];
}

function populationColour(index) {
  const colours = POPULATIONS[themeName()];
  return colours[index % colours.length];
}

/** The value of a CSS custom property, for drawing on canvas in the colours of the page. */
function token(name) {
  return getComputedStyle(document.documentElement).getPropertyValue('--' + name).trim();
}

function channels(hex) {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
}

/** 256 colours as 32-bit pixels, from silent to loud. */
function spectrumPixels() {
  const stops = SPECTRUM[themeName()].map(channels);
  const pixels = new Uint32Array(256);
  for (let i = 0; i < 256; i++) {
    const place = (i / 255) * (stops.length - 1);
    const lower = Math.min(stops.length - 2, Math.floor(place));
    const [red, green, blue] = stops[lower].map((from, channel) =>
      Math.round(from + (stops[lower + 1][channel] - from) * (place - lower)));
    pixels[i] = pixel(red, green, blue, 255);
  }
  return pixels;
}

/** The spectrum from silent to loud as a CSS gradient. */
function spectrumGradient() {
  return 'linear-gradient(to right, ' + SPECTRUM[themeName()].join(', ') + ')';
}

/** A pixel of ImageData as one little-endian number: every platform that runs a browser today. */
function pixel(red, green, blue, alpha) {
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}
