// The clips of a playlist with the decisions about them.

/** Clips as buttons above the panels; each zooms to its clip. */
class ClipStrip {
  constructor(clips, view) {
    this.clips = clips;
    this.view = view;
    this.buttons = clips.map((clip) => element('button', {
      type: 'button',
      class: 'clip ' + clipClass(clip),
      title: clip.file + ': ' + clipVerdict(clip),
      onclick: () => this.go(clip),
    }, clipText(clip)));
    this.root = styled(element('div', { class: 'clip-strip', role: 'group', 'aria-label': 'Clips' }, this.buttons),
      { 'margin-left': AXIS_WIDTH + 'px', 'margin-right': RIGHT_MARGIN + 'px' });
  }

  go({ fromSeconds, untilSeconds }) {
    const margin = 0.04 * (untilSeconds - fromSeconds);
    this.view.show(fromSeconds - margin, untilSeconds + margin);
  }

  /** Goes to the clip after (1) or before (-1) the one in the middle of the view. */
  step(direction) {
    const whole = this.view.span > 0.99 * this.view.end;
    const middle = (this.view.from + this.view.until) / 2;
    const candidates = this.clips.filter(({ fromSeconds, untilSeconds }) =>
      whole || (direction > 0 ? fromSeconds > middle : untilSeconds < middle));
    const next = direction > 0 ? candidates[0] : candidates[candidates.length - 1];
    if (next) this.go(next);
  }

  refresh() {
    const { from, span } = this.view;
    this.clips.forEach(({ fromSeconds, untilSeconds }, index) => {
      const left = Math.max(0, (fromSeconds - from) / span);
      const right = Math.min(1, (untilSeconds - from) / span);
      const button = this.buttons[index];
      button.hidden = right <= left;
      styled(button, { left: 100 * left + '%', width: 100 * Math.max(0, right - left) + '%' });
    });
  }
}

function clipClass({ decision }) {
  if (!decision) return 'undecided';
  return decision.correct ? 'good' : 'bad';
}

function clipText({ file, label, decision }) {
  const name = label || fileName(file);
  if (!decision) return name;
  return decision.correct ? '✓ ' + name : '✗ ' + name + ' → ' + (decision.winner || 'silent');
}

function clipVerdict({ label, decision }) {
  if (!decision) return label || 'no decision';
  const answer = decision.winner || 'no spike';
  return decision.correct ? answer + ', right' : answer + ' instead of ' + label;
}

/** Thin lines where clips begin and end. */
function paintClipEdges(ctx, plot, { clips, view }) {
  const { left, top, width, height } = plot.bbox;
  ctx.save();
  ctx.strokeStyle = token('edge');
  ctx.lineWidth = devicePixelRatio;
  ctx.setLineDash([3 * devicePixelRatio, 3 * devicePixelRatio]);
  ctx.beginPath();
  for (const { fromSeconds, untilSeconds } of clips) {
    for (const seconds of [fromSeconds, untilSeconds]) {
      const x = Math.round(left + ((seconds - view.from) / view.span) * width) + 0.5;
      ctx.moveTo(x, top);
      ctx.lineTo(x, top + height);
    }
  }
  ctx.stroke();
  ctx.restore();
}

/** Row of the neuron that a label, or without labels a number, stands for; -1 if there is none. */
function rowOf({ labels, size }, name) {
  if (labels.length > 0 || name === '') return labels.indexOf(name);
  return Number(name) < size ? Number(name) : -1;
}

/** A box round the winner's row during each clip; for a wrong decision also a dashed one where the spikes were due. */
function paintDecisions(ctx, box, population, { clips, view }) {
  const rowHeight = box.height / population.size;
  const place = (seconds) => box.left + ((seconds - view.from) / view.span) * box.width;
  const outline = (row, from, until, colour, dash) => {
    if (row < 0) return;
    ctx.strokeStyle = colour;
    ctx.fillStyle = colour;
    ctx.lineWidth = 1.5 * devicePixelRatio;
    ctx.setLineDash(dash.map((length) => length * devicePixelRatio));
    const top = box.top + (population.size - 1 - row) * rowHeight;
    ctx.globalAlpha = 0.16;
    if (dash.length === 0) ctx.fillRect(place(from), top, place(until) - place(from), rowHeight);
    ctx.globalAlpha = 1;
    ctx.strokeRect(place(from), top + 1, place(until) - place(from), rowHeight - 2);
  };
  ctx.save();
  for (const { decision, fromSeconds, untilSeconds } of clips) {
    if (!decision) continue;
    const colour = token(decision.correct ? 'good' : 'bad');
    outline(rowOf(population, decision.winner), fromSeconds, untilSeconds, colour, []);
    if (!decision.correct) {
      outline(rowOf(population, decision.label), fromSeconds, untilSeconds, colour, [4, 3]);
    }
  }
  ctx.restore();
}
