// The time axis: captions, and a frame of all strips whenever the browser draws.

import { layOut, stripAt } from './layout.js';
import { Tiles } from './tiles.js';
import { drawWave, loudest, roundUp } from './lines.js';
import { drawAxis, drawDecisions } from './strip.js';

const MOST_RATIO = 2;
const SCALE_MILLISECONDS = 500;
const ROOM_BELOW = 22;

export class Timeline {
  constructor(session) {
    this.session = session;
    this.stage = document.getElementById('stage');
    this.canvas = document.getElementById('canvas');
    this.context = this.canvas.getContext('2d');
    this.captions = document.getElementById('captions');
    this.waveScale = 1;
    this.scaledAt = 0;
    new ResizeObserver(() => this.resized()).observe(this.stage);
    window.addEventListener('resize', () => this.reshape());
    whenThemeChanges(() => this.reshape());
  }

  /** A session begins. */
  begin() {
    this.tiles = new Tiles(this.session.start, this.session.store);
    this.shown = null;
    document.getElementById('empty').hidden = false;
    this.reshape();
  }

  /** A canvas of another size is empty, and what is drawn of this frame already is gone. */
  resized() {
    this.reshape();
    if (this.tiles) this.draw(performance.now());
  }

  reshape() {
    if (!this.tiles) return;
    const { start } = this.session;
    const top = this.stage.getBoundingClientRect().top + window.scrollY;
    this.layout = layOut(start, Math.max(460, Math.min(1100, window.innerHeight - top - ROOM_BELOW)));
    this.ratio = Math.min(MOST_RATIO, window.devicePixelRatio || 1);
    this.width = Math.max(1, Math.round(this.stage.clientWidth * this.ratio));
    this.canvas.width = this.width;
    this.canvas.height = Math.round(this.layout.height * this.ratio);
    this.canvas.style.height = this.layout.height + 'px';
    this.stage.style.height = this.layout.height + 'px';
    this.colours = {
      paper: token('paper'), line: token('line'), soft: token('ink-soft'), ink: token('ink'), accent: token('accent'),
    };
    this.shown = null;
    this.writeCaptions();
  }

  writeCaptions() {
    const { start } = this.session;
    this.captionOf = this.layout.strips.map((strip) => {
      const end = element('span', { class: 'end' });
      const made = styled(element('div', { class: 'caption' }, ...captionText(strip, start, this.layout), end), { top: strip.captionTop + 'px' });
      const swatch = made.querySelector('.swatch');
      if (swatch) styled(swatch, { background: populationColour(strip.index) });
      return { made, end, soft: made.querySelector('.soft') };
    });
    this.captions.replaceChildren(...this.captionOf.map((each) => each.made));
    this.session.showRates();
  }

  /** The right end of a population's caption. */
  showRate(index, ...content) {
    const at = this.layout ? this.layout.strips.findIndex((strip) => strip.kind === 'population' && strip.index === index) : -1;
    if (at >= 0) this.captionOf[at].end.replaceChildren(...content);
  }

  caption(kind, text) {
    const at = this.layout.strips.findIndex((strip) => strip.kind === kind);
    const { soft } = this.captionOf[at];
    if (soft.textContent !== text) soft.textContent = text;
  }

  added(picture) {
    this.tiles.added(picture.first, picture.ticks);
  }

  /** Pixels of the canvas for a tick. */
  x(tick) {
    return tick / this.ticksPerPixel - this.startPixel;
  }

  tickAt(pagePixel) {
    return (pagePixel * this.ratio + this.startPixel) * this.ticksPerPixel;
  }

  stripAt(y) {
    return stripAt(this.layout, y);
  }

  draw(now) {
    const { view, store } = this.session;
    if (!this.tiles || store.end < 0) return;
    document.getElementById('empty').hidden = true;
    const ticksPerPixel = view.spanTicks / this.width;
    if (this.shown === null || Math.abs(ticksPerPixel / this.ticksPerPixel - 1) > 1e-9) {
      this.ticksPerPixel = ticksPerPixel;
      this.tiles.shape(this.layout, this.ratio, ticksPerPixel);
      this.shown = true;
      this.scaledAt = 0;
    }
    // Whole pixels keep strips sharp while they move.
    this.startPixel = Math.round(view.end / ticksPerPixel) - this.width;
    const frame = {
      context: this.context, store, ratio: this.ratio, width: this.width, x: (tick) => this.x(tick),
      from: Math.floor(this.startPixel * ticksPerPixel), until: Math.min(store.end, Math.ceil(view.end)),
    };
    if (now - this.scaledAt > SCALE_MILLISECONDS) this.rescale(frame, now);
    this.drawStrips(frame);
  }

  /** Scales follow what is in view, in steps and not at each frame. */
  rescale(frame, now) {
    this.scaledAt = now;
    const { store } = frame;
    this.waveScale = Math.min(1, Math.max(1 / 1024, roundUp(loudest(store, frame.from, frame.until))));
    this.caption('wave', this.waveScale === 1 ? 'full scale' : 'enlarged ' + 1 / this.waveScale + ' times');
    let most = 0;
    for (let tick = Math.max(frame.from, store.begin); tick < frame.until; tick++) {
      const at = store.place(tick);
      if (at < 0) continue;
      for (let band = at * store.bandCount; band < (at + 1) * store.bandCount; band++) most = Math.max(most, store.bands[band]);
    }
    const level = roundUp(most);
    // Smaller by one step is left as it is, or sound at the edge of a step would redraw all again and again.
    if (level > this.tiles.level || level < this.tiles.level / 2) this.tiles.setLevel(level);
    this.caption('bands', bandText(this.session.start) + (this.tiles.level > 0 ? ', drive 0 to ' + significant(this.tiles.level) : ''));
  }

  drawStrips(frame) {
    const { context, ratio } = this;
    const { start, view } = this.session;
    context.clearRect(0, 0, this.width, this.canvas.height);
    context.fillStyle = this.colours.paper;
    for (const strip of this.layout.strips) context.fillRect(0, strip.top * ratio, this.width, strip.height * ratio);
    drawAxis(frame, this.layout, start.tickSeconds, view.span, this.colours);
    this.tiles.copy(context, this.startPixel, this.width);
    const strip = (kind) => this.layout.strips.find((each) => each.kind === kind);
    drawWave(frame, strip('wave'), this.waveScale, this.colours.soft);
    drawDecisions(frame, strip('decision'), start.classes, this.colours.ink);
  }
}

function bandText(start) {
  const { bandHertz } = start;
  return bandHertz.length === 0 ? 'none' : bandHertz.length + ' bands, ' + hertz(bandHertz[0]) + ' to ' + hertz(bandHertz[bandHertz.length - 1]);
}

function captionText(strip, start, layout) {
  switch (strip.kind) {
    case 'wave': return [element('b', {}, 'Sound'), element('span', { class: 'soft' })];
    case 'bands': return [element('b', {}, 'Bands'), element('span', { class: 'soft' }, bandText(start))];
    case 'decision': return [element('b', {}, 'Decision'), element('span', { class: 'soft' },
      start.classes.length ? start.classes.length + ' classes; empty: nothing' : 'this scenario decides nothing')];
    default: {
      const population = start.populations[strip.index];
      return [element('span', { class: 'swatch' }), element('b', {}, population.name),
        element('span', { class: 'soft' }, plural(population.size, 'neuron') + (population.input ? ', input' : '')
          + (layout.notDrawn > 0 && strip.index === layout.lastPopulation ? '; ' + plural(layout.notDrawn, 'further population') + ' not drawn' : ''))];
    }
  }
}
