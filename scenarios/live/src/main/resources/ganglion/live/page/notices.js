// Lines about what happened: lost samples, messages that were not understood.

import { timeText } from './strip.js';

const MOST_LINES = 40;
const BAD = ['samples-lost', 'problem'];

export function addNotice(seconds, kind, text) {
  const list = document.getElementById('notices');
  const line = element('li', {}, element('time', {}, seconds === null ? '' : timeText(seconds, 1)),
    element('span', { class: BAD.includes(kind) ? 'bad' : null }, text));
  list.prepend(line);
  while (list.childElementCount > MOST_LINES) list.lastElementChild.remove();
}

export function clearNotices() {
  document.getElementById('notices').replaceChildren();
}

/** One line over the page; an empty text takes it away. */
export function banner(text) {
  const target = document.getElementById('banner');
  target.textContent = text;
  target.hidden = text === '';
}

export function showConnection(state, text) {
  const target = document.getElementById('connection');
  if (target.textContent === text) return;
  target.className = 'lamp ' + state;
  target.textContent = text;
}
