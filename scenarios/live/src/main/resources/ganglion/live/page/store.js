// The last minute of a session by tick. A tick's place is its number modulo the capacity, so that pictures may come in any order.

const SECONDS = 60;
const MOST_TICKS = 65536;
const NO_SPIKES = new Uint16Array(0);

export class Store {
  constructor(start) {
    this.bandCount = start.bandHertz.length;
    this.capacity = Math.max(64, Math.min(MOST_TICKS, Math.ceil(SECONDS / start.tickSeconds)));
    this.tickOf = new Float64Array(this.capacity).fill(-1);
    this.lowest = new Float32Array(this.capacity);
    this.highest = new Float32Array(this.capacity);
    this.confidence = new Float32Array(this.capacity);
    this.winner = new Int32Array(this.capacity);
    this.bands = new Float32Array(this.capacity * this.bandCount);
    this.spikes = new Array(this.capacity).fill(NO_SPIKES);
    /** First tick after the newest, and the oldest that is held. */
    this.end = -1;
    this.begin = -1;
  }

  /** Takes the ticks of a picture; those that are older than the minute are left out. */
  add(picture) {
    const { first, ticks, bandCount } = picture;
    if (bandCount !== this.bandCount) return;
    let spike = 0;
    for (let t = 0; t < ticks; t++) {
      const tick = first + t;
      const spikes = picture.spikes.subarray(spike, spike += picture.spikesOfTick[t]);
      const at = tick % this.capacity;
      if (this.tickOf[at] >= tick) continue;
      this.tickOf[at] = tick;
      this.lowest[at] = picture.lowest[t];
      this.highest[at] = picture.highest[t];
      this.confidence[at] = picture.confidence[t];
      this.winner[at] = picture.winner[t];
      this.bands.set(picture.bands.subarray(t * bandCount, (t + 1) * bandCount), at * bandCount);
      this.spikes[at] = spikes;
    }
    this.end = Math.max(this.end, first + ticks);
    this.begin = Math.max(this.begin < 0 ? first : Math.min(this.begin, first), this.end - this.capacity, 0);
  }

  /** The place of a tick, or -1 if it is not held. */
  place(tick) {
    if (tick < 0) return -1;
    const at = tick % this.capacity;
    return this.tickOf[at] === tick ? at : -1;
  }
}
