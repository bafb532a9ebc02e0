// The strip of decisions, and the axis of time.

const STEPS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30];

/** A time of the session: 3.2 s, or 2:05. */
export function timeText(seconds, step = 0.1) {
  const decimals = step < 1 ? 1 : 0;
  if (seconds < 60) return seconds.toFixed(decimals) + ' s';
  const minutes = Math.floor(seconds / 60);
  return minutes + ':' + (seconds - 60 * minutes).toFixed(decimals).padStart(decimals ? 4 : 2, '0');
}

/** Draws stretches of equal decisions; a paler colour means less confidence. */
export function drawDecisions(frame, strip, classes, ink) {
  const { context, store, x, from, until, ratio } = frame;
  const top = strip.top * ratio;
  const height = strip.height * ratio;
  const label = (begin, end, winner) => {
    const left = Math.max(0, x(begin));
    const width = x(end) - left;
    context.font = '600 ' + 12 * ratio + 'px system-ui, sans-serif';
    const name = classes[winner] ?? String(winner);
    if (context.measureText(name).width + 8 * ratio > width) return;
    context.fillStyle = ink;
    context.textBaseline = 'middle';
    context.textAlign = 'left';
    context.fillText(name, left + 5 * ratio, top + height / 2 + 0.5 * ratio);
  };
  let begun = from;
  let current = -1;
  // A pixel is painted once, or the colours of ticks that share one would add up.
  let painted = -Infinity;
  for (let tick = from; tick <= until; tick++) {
    const at = tick < until ? store.place(tick) : -1;
    const winner = at < 0 ? -1 : store.winner[at];
    const left = Math.max(painted, Math.round(x(tick)));
    const right = Math.round(x(tick + 1));
    if (winner >= 0 && right > left) {
      context.globalAlpha = 0.12 + 0.5 * store.confidence[at];
      context.fillStyle = category(winner);
      context.fillRect(left, top, right - left, height);
      painted = right;
    }
    if (winner === current) continue;
    context.globalAlpha = 1;
    if (current >= 0) {
      label(begun, tick, current);
      context.fillStyle = category(current);
      const begin = Math.round(x(begun));
      context.fillRect(begin, top + height - 3 * ratio, Math.round(x(tick)) - begin, 3 * ratio);
    }
    current = winner;
    begun = tick;
  }
  context.globalAlpha = 1;
}

/** Draws grid lines and times. */
export function drawAxis(frame, layout, tickSeconds, spanSeconds, colours) {
  const { context, x, from, until, ratio, width } = frame;
  const bottom = (layout.height - 22) * ratio;
  const step = STEPS.find((each) => spanSeconds / each <= width / ratio / 62) ?? 30;
  context.font = 11 * ratio + 'px system-ui, sans-serif';
  context.textBaseline = 'top';
  context.textAlign = 'center';
  for (let n = Math.ceil(from * tickSeconds / step); n * step <= until * tickSeconds; n++) {
    const place = Math.round(x(n * step / tickSeconds));
    context.fillStyle = colours.line;
    for (const strip of layout.strips) {
      if (strip.kind !== 'bands') context.fillRect(place, strip.top * ratio, ratio, strip.height * ratio);
    }
    context.fillRect(place, bottom, ratio, 4 * ratio);
    context.fillStyle = colours.soft;
    const text = timeText(n * step, step);
    const half = context.measureText(text).width / 2;
    if (place > half && place < width - half) context.fillText(text, place, bottom + 6 * ratio);
  }
}
