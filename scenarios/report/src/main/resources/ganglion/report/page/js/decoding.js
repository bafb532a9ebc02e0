// Bulk data come as base64 of gzip; see ganglion.report.page.PackedBytes, which writes what is read here.

async function unpack(base64) {
  const packed = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * Spikes sorted by tick and neuron. First all ticks, each as the step from the one before, then all neurons, each as the
 * step from the one before in its tick; numbers are little-endian groups of seven bits (LEB128).
 */
async function unpackRaster({ spikes, packed }) {
  const bytes = await unpack(packed);
  const ticks = new Float64Array(spikes);
  const neurons = new Uint32Array(spikes);
  let position = 0;
  const next = () => {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = bytes[position++];
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  let tick = 0;
  for (let i = 0; i < spikes; i++) {
    tick += next();
    ticks[i] = tick;
  }
  for (let i = 0; i < spikes; i++) {
    neurons[i] = next() + (i > 0 && ticks[i] === ticks[i - 1] ? neurons[i - 1] : 0);
  }
  if (position !== bytes.length) throw new Error('a raster of this report is damaged');
  return { ticks, neurons };
}

/** Index of the first element that is not below a value, in a sorted array. */
function lowerBound(sorted, value) {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
