// What the page knows of the session, and what it asks of it.

import { Connection } from './connection.js';
import { decode } from './decode.js';
import { Store } from './store.js';
import { View } from './view.js';
import { Timeline } from './timeline.js';
import { Decision } from './decision.js';
import { showRates, showSecond } from './figures.js';
import { showView } from './controls.js';
import { addNotice, banner, clearNotices, showConnection } from './notices.js';

export class Session {
  constructor() {
    this.start = null;
    this.store = null;
    this.view = null;
    this.rates = [];
    this.over = false;
    this.pictures = 0;
    this.timeline = new Timeline(this);
    this.decision = new Decision(this);
    this.connection = new Connection(this);
  }

  opened() {
    banner('');
    clearNotices();
    showConnection('good', 'connected');
  }

  /** The connection is gone. If final, the server said why, and nothing happens until somebody reloads the page. */
  lost(text, final) {
    showConnection('bad', this.over ? 'session over' : final ? 'not connected' : 'connection lost, trying again');
    if (this.over) return;
    banner(text || 'The connection to the session is lost. The page tries again by itself.');
  }

  text(message) {
    const take = {
      start: () => this.begin(message),
      second: () => this.second(message),
      notice: () => addNotice(message.tick * (this.start?.tickSeconds ?? 0), message.kind, message.text),
      problem: () => addNotice(null, 'problem', message.text),
      pulse: () => this.pulse(message),
      end: () => this.end(message),
    }[message.type];
    if (take) take();
  }

  begin(start) {
    const again = this.start !== null && this.start.session === start.session && this.start.scenario === start.scenario;
    const paused = again && this.view.paused ? this.view : null;
    this.start = start;
    this.over = false;
    this.rates = [];
    const span = this.view?.span;
    this.store = new Store(start);
    this.view = new View(this.store, start.tickSeconds);
    if (span) this.view.span = span;
    if (paused) Object.assign(this.view, { paused: true, end: paused.end });
    document.title = start.scenario + ' · Ganglion live';
    document.getElementById('scenario').textContent = start.scenario;
    document.getElementById('source').textContent = start.source;
    document.getElementById('description').textContent = start.description;
    this.timeline.begin();
  }

  bytes(message) {
    const picture = decode(message);
    if (!this.start || picture.session !== this.start.session) return;
    this.store.add(picture);
    this.timeline.added(picture);
    this.showThinning(picture);
    this.pictures++;
  }

  showThinning(picture) {
    let all = 0;
    for (const each of picture.counts) all += each;
    const drawn = picture.spikes.length;
    const now = performance.now();
    if (now - (this.thinnedAt ?? 0) < 500) return;
    this.thinnedAt = now;
    const text = drawn < all ? 'one in ' + significant(all / drawn, 2) + ' is drawn' : 'all are drawn';
    const target = document.getElementById('tile-thinned');
    if (target.textContent !== text) target.textContent = text;
  }

  second(second) {
    if (!this.start) return;
    this.rates = second.rates;
    showSecond(this, second);
    this.showRates();
  }

  showRates() {
    if (this.rates.length) showRates(this, this.timeline, this.rates);
  }

  pulse(pulse) {
    const words = [];
    if (pulse.browsers > 1) words.push(pulse.browsers + ' browsers watch');
    if (pulse.skipped > 0) words.push(plural(pulse.skipped, 'picture') + ' skipped because this browser was too slow');
    if (pulse.lost > 0) words.push(plural(pulse.lost, 'tick') + ' not drawn because the server was too slow');
    document.getElementById('pulse').textContent = words.join('; ');
  }

  end(end) {
    this.over = true;
    showConnection('bad', 'session over');
    banner('The session is over: ' + end.reason);
  }

  send(order) {
    if (!this.connection.send(order)) addNotice(null, 'problem', 'not sent: there is no connection');
  }

  frame(now) {
    if (!this.view) return;
    this.view.advance(now);
    this.timeline.draw(now);
    this.decision.draw(now);
    showView(this.view);
  }

  togglePause() {
    if (!this.view) return;
    if (this.view.paused) this.view.follow();
    else this.view.pause();
  }

  follow() {
    this.view?.follow();
  }

  scrubTo(behind) {
    if (behind < 0.05) this.view?.follow();
    else this.view?.scrubTo(behind);
  }

  scrubBy(seconds) {
    this.view?.scrubBy(seconds);
  }

  zoomBy(factor, share) {
    this.view?.zoomBy(factor, share);
  }

  zoomStep(longer) {
    this.view?.zoomStep(longer);
  }

  /** A neuron in words: its population, and its number in it. */
  nameOf(neuron) {
    let first = 0;
    for (const { name, size } of this.start.populations) {
      if (neuron < first + size) return name + ' ' + (neuron - first);
      first += size;
    }
    return String(neuron);
  }
}
