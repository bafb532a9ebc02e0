// Mouse, pen and fingers on the time axis: wheel and two fingers zoom, moving shows what is there.

import { timeText } from './strip.js';

const REACH_PIXELS = 7;

export function startPointer(session, timeline) {
  const { stage } = timeline;
  const cursor = document.getElementById('cursor');
  const tooltip = document.getElementById('tooltip');
  const fingers = new Map();
  let pinch = null;

  const place = (event) => {
    const box = stage.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top, width: box.width };
  };
  const ready = () => session.store && session.store.end >= 0 && timeline.ticksPerPixel;

  stage.addEventListener('pointerdown', (event) => {
    if (!ready() || event.button > 0) return;
    stage.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, place(event));
    if (fingers.size === 2) pinch = distance(fingers);
  });
  stage.addEventListener('pointermove', (event) => {
    if (!ready()) return;
    const at = place(event);
    if (fingers.has(event.pointerId)) fingers.set(event.pointerId, at);
    if (fingers.size === 2 && pinch) {
      const now = distance(fingers);
      session.zoomBy(pinch / Math.max(1, now), at.x / at.width);
      pinch = Math.max(1, now);
      return;
    }
    if (event.pointerType === 'mouse') show(at);
  });
  const end = (event) => {
    fingers.delete(event.pointerId);
    if (fingers.size < 2) pinch = null;
  };
  stage.addEventListener('pointerup', end);
  stage.addEventListener('pointercancel', end);
  stage.addEventListener('pointerleave', hide);
  stage.addEventListener('wheel', (event) => {
    if (!ready()) return;
    event.preventDefault();
    const at = place(event);
    const sideways = Math.abs(event.deltaX) > Math.abs(event.deltaY) ? event.deltaX : event.shiftKey ? event.deltaY : 0;
    if (sideways) session.scrubBy(sideways * timeline.ticksPerPixel * timeline.ratio * session.start.tickSeconds);
    else session.zoomBy(Math.exp(event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), at.x / at.width);
  }, { passive: false });

  function hide() {
    cursor.hidden = true;
    tooltip.hidden = true;
  }

  function show(at) {
    const strip = timeline.stripAt(at.y);
    const tick = Math.floor(timeline.tickAt(at.x));
    cursor.hidden = false;
    styled(cursor, { left: at.x + 'px' });
    const text = strip ? describe(session, timeline, strip, tick, at) : null;
    tooltip.hidden = !text;
    if (!text) return;
    tooltip.textContent = timeText(tick * session.start.tickSeconds, 0.1) + ' · ' + text;
    const left = at.x + 14 + tooltip.offsetWidth > at.width ? at.x - 14 - tooltip.offsetWidth : at.x + 14;
    styled(tooltip, { transform: 'translate(' + Math.max(0, left) + 'px, ' + Math.max(0, at.y - 30) + 'px)' });
  }
}

function distance(fingers) {
  const [a, b] = [...fingers.values()];
  return Math.abs(a.x - b.x);
}

/** The neuron whose spike is nearest within reach, else the one of the row; -1 outside of the populations. */
function nearestNeuron(session, timeline, at) {
  const strip = timeline.stripAt(at.y);
  if (!strip || strip.kind !== 'population') return -1;
  const { size } = session.start.populations[strip.index];
  const first = timeline.tiles.first[strip.index];
  const row = strip.height / size;
  let best = first + Math.min(size - 1, Math.max(0, Math.floor((strip.top + strip.height - at.y) / row)));
  let nearest = Infinity;
  const reach = REACH_PIXELS * timeline.ratio * timeline.ticksPerPixel;
  const tick = timeline.tickAt(at.x);
  for (let t = Math.floor(tick - reach); t <= tick + reach; t++) {
    const place = session.store.place(t);
    const spikes = place < 0 ? [] : session.store.spikes[place];
    for (const neuron of spikes) {
      if (neuron < first || neuron >= first + size) continue;
      const dy = strip.top + strip.height - (neuron - first + 0.5) * row - at.y;
      const dx = (t + 0.5 - tick) / timeline.ticksPerPixel / timeline.ratio;
      const off = dx * dx + dy * dy;
      if (off < nearest && off < 2 * REACH_PIXELS * REACH_PIXELS) {
        nearest = off;
        best = neuron;
      }
    }
  }
  return best;
}

function describe(session, timeline, strip, tick, at) {
  const { start, store } = session;
  const place = store.place(tick);
  if (place < 0) return 'nothing is known of this time';
  switch (strip.kind) {
    case 'wave': return 'sound ' + significant(store.lowest[place], 2) + ' to ' + significant(store.highest[place], 2);
    case 'bands': {
      const band = Math.min(store.bandCount - 1, Math.floor((strip.top + strip.height - at.y) / strip.height * store.bandCount));
      return hertz(start.bandHertz[band]) + ', drive ' + significant(store.bands[place * store.bandCount + band], 2);
    }
    case 'population': return session.nameOf(nearestNeuron(session, timeline, at));
    default: return store.winner[place] < 0 ? 'nothing' : start.classes[store.winner[place]] + ', ' + percent(store.confidence[place], 2);
  }
}
