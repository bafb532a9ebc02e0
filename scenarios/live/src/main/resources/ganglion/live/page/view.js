// Which part of time is shown: the newest, following the sound, or a part of the last minute that stands still.

const SPANS = [1, 2, 5, 10, 20, 30, 60];
const DELAY_SECONDS = 0.08;
const stillMotion = window.matchMedia('(prefers-reduced-motion: reduce)');

export class View {
  constructor(store, tickSeconds) {
    this.store = store;
    this.tickSeconds = tickSeconds;
    this.span = 10;
    this.paused = false;
    /** Right edge, in ticks. */
    this.end = 0;
    this.clock = 0;
    this.last = 0;
    this.speed = 1;
    this.seenEnd = 0;
    this.seenAt = 0;
  }

  get spanTicks() {
    return this.span / this.tickSeconds;
  }

  get start() {
    return this.end - this.spanTicks;
  }

  /** Moves the right edge evenly with the time of the browser, towards the newest tick, whose pictures come in jerks. */
  advance(now) {
    const step = Math.min(0.25, (now - this.last) / 1000);
    this.last = now;
    this.measureSpeed(now);
    if (this.store.end < 0) return;
    const target = this.store.end - DELAY_SECONDS * this.speed / this.tickSeconds;
    this.clock += step * this.speed / this.tickSeconds;
    const off = target - this.clock;
    if (Math.abs(off) > this.speed / this.tickSeconds) this.clock = target;
    else this.clock += off * Math.min(1, step * 4);
    this.clock = Math.min(this.clock, this.store.end);
    if (!this.paused) this.end = stillMotion.matches ? this.paged(this.clock) : this.clock;
  }

  /** For people who want no motion, the picture stands still and fills up, then goes on by a quarter. */
  paged(tick) {
    const quarter = this.spanTicks / 4;
    return Math.ceil(tick / quarter) * quarter;
  }

  /** Seconds of the session in a second of the browser: 1, or what --speed says; 0 if nothing comes. */
  measureSpeed(now) {
    if (now - this.seenAt < 1000) return;
    const ticks = this.store.end - this.seenEnd;
    if (this.seenAt > 0 && this.seenEnd > 0) this.speed = Math.max(0, ticks * this.tickSeconds * 1000 / (now - this.seenAt));
    this.seenEnd = this.store.end;
    this.seenAt = now;
  }

  pause() {
    this.paused = true;
    this.end = Math.min(this.end, this.clock);
  }

  follow() {
    this.paused = false;
    this.end = this.clock;
  }

  /** How far the right edge is behind the newest tick, in seconds. */
  get behind() {
    return this.paused ? Math.max(0, (this.clock - this.end) * this.tickSeconds) : 0;
  }

  /** Shows the time up to so many seconds behind the newest tick. */
  scrubTo(behindSeconds) {
    this.paused = true;
    this.end = this.clock - behindSeconds / this.tickSeconds;
    this.clamp();
  }

  scrubBy(seconds) {
    this.paused = true;
    this.end += seconds / this.tickSeconds;
    this.clamp();
  }

  clamp() {
    const first = Math.max(this.store.begin, this.clock - 60 / this.tickSeconds) + this.spanTicks / 4;
    this.end = Math.min(this.clock, Math.max(first, this.end));
  }

  /** Makes the span longer or shorter by a factor; the tick at a share of the width stays in place if time stands still. */
  zoomBy(factor, share = 1) {
    const fixed = this.start + share * this.spanTicks;
    this.span = Math.min(SPANS[SPANS.length - 1], Math.max(0.25, this.span * factor));
    if (this.paused) {
      this.end = fixed + (1 - share) * this.spanTicks;
      this.clamp();
    }
  }

  /** The next longer or shorter of the round spans. */
  zoomStep(longer) {
    const next = longer ? SPANS.find((each) => each > this.span * 1.01) : [...SPANS].reverse().find((each) => each < this.span * 0.99);
    this.zoomBy((next ?? (longer ? 60 : 0.5)) / this.span);
  }
}
