// The decision in large letters: what leads at the right edge of the view, how sure, and for how long.

const TEXT_MILLISECONDS = 125;
const SPOKEN_MILLISECONDS = 2000;
const LONGEST_HOLD = 60;

export class Decision {
  constructor(session) {
    this.session = session;
    this.card = document.getElementById('decision');
    this.label = document.getElementById('label');
    this.bar = document.getElementById('bar');
    this.text = document.getElementById('confidence');
    this.spoken = document.getElementById('spoken');
    this.writtenAt = 0;
    this.spokenAt = 0;
    this.spokenName = '';
  }

  draw(now) {
    const { view, store, start } = this.session;
    const tick = Math.min(store.end, Math.floor(view.end)) - 1;
    const at = store.place(tick);
    const winner = at < 0 ? -1 : store.winner[at];
    const confidence = winner < 0 ? 0 : store.confidence[at];
    this.bar.style.transform = 'scaleX(' + confidence.toFixed(3) + ')';
    if (now - this.writtenAt < TEXT_MILLISECONDS) return;
    this.writtenAt = now;
    const name = winner < 0 ? nameOfNothing(start) : start.classes[winner] ?? String(winner);
    if (this.label.textContent !== name) this.label.textContent = name;
    this.label.className = 'label' + (winner < 0 ? ' nothing' : name.length > 6 ? ' long' : '');
    this.card.style.setProperty('--label', winner < 0 ? '' : category(winner));
    const text = start.classes.length === 0 ? 'this scenario decides nothing'
      : winner < 0 ? 'no class leads' : percent(confidence, 2) + ' sure, for ' + this.held(tick, winner).toFixed(1) + ' s';
    if (this.text.textContent !== text) this.text.textContent = text;
    this.speak(name, now);
  }

  /** For how long the winner has led, in seconds. */
  held(tick, winner) {
    const { store, start } = this.session;
    const oldest = Math.max(store.begin, tick - LONGEST_HOLD / start.tickSeconds);
    let first = tick;
    while (first > oldest && store.place(first - 1) >= 0 && store.winner[store.place(first - 1)] === winner) first--;
    return (tick - first + 1) * start.tickSeconds;
  }

  /** Screen readers hear what has lasted, not each flicker. */
  speak(name, now) {
    if (name === this.spokenName || now - this.spokenAt < SPOKEN_MILLISECONDS) return;
    this.spokenName = name;
    this.spokenAt = now;
    this.spoken.textContent = 'Decision: ' + name;
  }
}

/** A class may be named nothing, too. */
function nameOfNothing(start) {
  return start.classes.includes('nothing') ? 'no decision' : 'nothing';
}
