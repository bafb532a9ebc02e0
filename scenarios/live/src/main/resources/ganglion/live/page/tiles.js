// Bands and spikes as pixels. Time is cut into tiles of some hundred pixels; a tick is drawn once, into its tile, and tiles are only moved
// over the screen. So the work of a frame does not depend on how many spikes are in view.

const WIDTH = 256;
const MOST_TILES = 24;
const BUILD_MILLISECONDS = 10;

export class Tiles {
  constructor(start, store) {
    this.store = store;
    this.start = start;
    this.tiles = new Map();
    this.level = 0;
    this.first = [0];
    for (const population of start.populations) this.first.push(this.first[this.first.length - 1] + population.size);
  }

  /** Other strips, another zoom or other colours: all must be drawn anew. */
  shape(layout, ratio, ticksPerPixel) {
    const strips = layout.strips.filter((strip) => strip.kind === 'bands' || strip.kind === 'population');
    this.top = strips[0].top;
    const last = strips[strips.length - 1];
    this.height = Math.round((last.top + last.height - this.top) * ratio);
    this.ratio = ratio;
    this.ticksPerPixel = ticksPerPixel;
    this.rasters = strips.filter((strip) => strip.kind === 'population').map((strip) => this.raster(strip));
    const bands = strips[0];
    this.bands = { top: 0, height: Math.round(bands.height * ratio) };
    this.pixels = spectrumPixels();
    this.clear();
  }

  clear() {
    this.tiles.clear();
  }

  raster(strip) {
    const size = this.start.populations[strip.index].size;
    const height = Math.round(strip.height * this.ratio);
    const row = height / size;
    const [red, green, blue] = channels(populationColour(strip.index));
    const crowd = Math.max(1, 1 / row) * Math.max(1, this.ticksPerPixel);
    return {
      size,
      height,
      top: Math.round((strip.top - this.top) * this.ratio),
      first: this.first[strip.index],
      dot: Math.max(1, Math.min(Math.round(5 * this.ratio), Math.floor(row - (row > 3 ? 1 : 0)), Math.round(row * 0.8) || 1)),
      red, green, blue,
      /** How much a spike darkens a pixel: less where many share one. */
      opacity: Math.max(0.12, Math.min(1, 1.1 / Math.sqrt(crowd))),
    };
  }

  /** The drive that has the last colour; grows in steps, at which all is drawn anew. */
  setLevel(level) {
    if (level === this.level) return;
    this.level = level;
    this.clear();
  }

  /** New ticks are held: draws them into the tiles that there are. */
  added(first, ticks) {
    const from = Math.floor(first / this.ticksPerPixel / WIDTH);
    const until = Math.floor((first + ticks) / this.ticksPerPixel / WIDTH);
    for (let index = from; index <= until; index++) {
      const tile = this.tiles.get(index);
      if (tile) this.drawTicks(tile, first, first + ticks);
    }
  }

  /** Copies what is in view to the canvas. startPixel is the place of its left edge, in pixels since tick 0. */
  copy(context, startPixel, width) {
    const begun = performance.now();
    let missing = false;
    for (let index = Math.floor(startPixel / WIDTH); index * WIDTH < startPixel + width; index++) {
      let tile = this.tiles.get(index);
      if (!tile) {
        if (performance.now() - begun > BUILD_MILLISECONDS) {
          missing = true;
          continue;
        }
        tile = this.build(index);
      }
      this.flush(tile);
      context.drawImage(tile.canvas, Math.round(index * WIDTH - startPixel), Math.round(this.top * this.ratio));
    }
    return !missing;
  }

  build(index) {
    const canvas = document.createElement('canvas');
    canvas.width = WIDTH;
    canvas.height = this.height;
    const context = canvas.getContext('2d');
    const image = context.createImageData(WIDTH, this.height);
    const tile = {
      index, canvas, context, image,
      data: new Uint32Array(image.data.buffer),
      levels: new Uint8Array(WIDTH * this.store.bandCount),
      from: WIDTH, until: 0,
    };
    this.tiles.set(index, tile);
    if (this.tiles.size > MOST_TILES) this.drop(index);
    const first = Math.floor(index * WIDTH * this.ticksPerPixel);
    this.drawTicks(tile, Math.max(first, this.store.begin), Math.min(this.store.end, first + Math.ceil(WIDTH * this.ticksPerPixel) + 1));
    return tile;
  }

  /** Gives up the tile that is farthest away in time. */
  drop(from) {
    let farthest = from;
    for (const index of this.tiles.keys()) if (Math.abs(index - from) > Math.abs(farthest - from)) farthest = index;
    this.tiles.delete(farthest);
  }

  flush(tile) {
    if (tile.from >= tile.until) return;
    tile.context.putImageData(tile.image, 0, 0, tile.from, 0, tile.until - tile.from, this.height);
    tile.from = WIDTH;
    tile.until = 0;
  }

  drawTicks(tile, from, until) {
    const origin = tile.index * WIDTH;
    for (let tick = from; tick < until; tick++) {
      const at = this.store.place(tick);
      if (at < 0) continue;
      const left = Math.floor(tick / this.ticksPerPixel) - origin;
      const right = Math.max(left + 1, Math.floor((tick + 1) / this.ticksPerPixel) - origin);
      const begin = Math.max(0, left);
      const end = Math.min(WIDTH, right);
      if (begin >= end) continue;
      this.drawBands(tile, at, begin, end);
      this.drawSpikes(tile, this.store.spikes[at], begin, end);
      tile.from = Math.min(tile.from, begin);
      tile.until = Math.max(tile.until, end);
    }
  }

  /** Of several ticks in one pixel the loudest is shown. */
  drawBands(tile, at, begin, end) {
    const { bandCount, bands } = this.store;
    const { height } = this.bands;
    const scale = this.level > 0 ? 255 / Math.sqrt(this.level) : 0;
    for (let band = 0; band < bandCount; band++) {
      const value = bands[at * bandCount + band];
      const level = value > 0 ? Math.min(255, Math.round(Math.sqrt(value) * scale)) : 0;
      const known = begin * bandCount + band;
      const before = tile.levels[known];
      if (level < before) continue;
      for (let column = begin; column < end; column++) tile.levels[column * bandCount + band] = level;
      const bottom = height - Math.floor(band * height / bandCount);
      const top = height - Math.floor((band + 1) * height / bandCount);
      const colour = this.pixels[level];
      for (let y = top; y < bottom; y++) tile.data.fill(colour, y * WIDTH + begin, y * WIDTH + end);
    }
  }

  drawSpikes(tile, spikes, begin, end) {
    let population = 0;
    let raster = this.rasters[0];
    for (let i = 0; i < spikes.length; i++) {
      while (raster && spikes[i] >= raster.first + raster.size) raster = this.rasters[++population];
      if (!raster) return;
      this.drawDot(tile, raster, spikes[i] - raster.first, begin, Math.min(end, begin + Math.max(1, Math.round(3 * this.ratio))));
    }
  }

  drawDot(tile, raster, neuron, begin, end) {
    const { data } = tile;
    const { height, size, red, green, blue } = raster;
    const middle = raster.top + height - (neuron + 0.5) * height / size;
    const top = Math.max(raster.top, Math.round(middle - raster.dot / 2));
    const bottom = Math.min(raster.top + height, top + raster.dot);
    for (let y = top; y < bottom; y++) {
      for (let x = y * WIDTH + begin; x < y * WIDTH + end; x++) {
        const before = data[x] >>> 24;
        data[x] = pixel(red, green, blue, Math.round(before + (255 - before) * raster.opacity));
      }
    }
  }
}
