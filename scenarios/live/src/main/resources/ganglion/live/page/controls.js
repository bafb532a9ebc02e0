// What may be changed while the session runs, and the buttons of the session.

const SEND_MILLISECONDS = 50;
const ARMED_MILLISECONDS = 4000;

/** Makes a slider for each adjustment. */
export function showSliders(session) {
  const sliders = session.start.adjustments.map((each) => slider(session, each));
  session.sliders = new Map(sliders.map((each) => [each.name, each]));
  document.getElementById('sliders').replaceChildren(...(sliders.length ? sliders.map((each) => each.made)
    : [element('p', { class: 'fine' }, 'Nothing can be adjusted.')]));
}

function slider(session, adjustment) {
  const { name, title, unit, least, most, step, value } = adjustment;
  const id = 'adjust-' + name.replace(/[^A-Za-z0-9]/g, '-');
  const input = element('input', { type: 'range', id, min: least, max: most, step, value });
  const output = element('output', { for: id });
  const reset = element('button', { type: 'button', 'aria-label': 'Reset ' + title }, 'reset');
  let waiting = null;
  let sent = Number(input.value);
  const write = () => {
    output.textContent = significant(Number(input.value)) + (unit ? ' ' + unit : '');
    reset.disabled = Number(input.value) === Number(value);
  };
  const send = () => {
    waiting = null;
    if (Number(input.value) === sent) return;
    sent = Number(input.value);
    session.send({ do: 'adjust', name, value: sent });
  };
  const changed = () => {
    write();
    waiting ??= setTimeout(send, SEND_MILLISECONDS);
  };
  input.addEventListener('input', changed);
  reset.addEventListener('click', () => {
    input.value = value;
    changed();
  });
  write();
  return {
    name,
    made: element('div', { class: 'slider' }, element('label', { for: id }, title), output, reset, input),
    /** The session says which value holds; a slider that is being moved is left alone. */
    show(now) {
      if (waiting !== null || document.activeElement === input && input.matches(':active')) return;
      sent = now;
      input.value = now;
      write();
    },
  };
}

export function startControls(session) {
  const button = (id, action) => document.getElementById(id).addEventListener('click', action);
  button('pause', () => session.togglePause());
  button('to-live', () => session.follow());
  button('zoom-in', () => session.zoomStep(false));
  button('zoom-out', () => session.zoomStep(true));
  button('help-toggle', (event) => {
    const help = document.getElementById('help');
    help.hidden = !help.hidden;
    event.currentTarget.setAttribute('aria-expanded', String(!help.hidden));
  });
  document.getElementById('scrub').addEventListener('input', (event) => session.scrubTo(60 - Number(event.target.value)));
  startStop(session);
}

/** Stopping ends the session for all: the button wants to be pressed twice. */
function startStop(session) {
  const stop = document.getElementById('stop');
  let timer = null;
  const disarm = () => {
    clearTimeout(timer);
    timer = null;
    stop.textContent = 'Stop';
    stop.classList.remove('armed');
  };
  stop.addEventListener('click', () => {
    if (timer !== null) {
      disarm();
      session.send({ do: 'stop' });
      return;
    }
    stop.textContent = 'Stop for all?';
    stop.classList.add('armed');
    timer = setTimeout(disarm, ARMED_MILLISECONDS);
  });
}

/** Buttons and slider of the time axis say what is shown. */
export function showView(view) {
  const pause = document.getElementById('pause');
  pause.textContent = view.paused ? 'Resume' : 'Pause';
  pause.setAttribute('aria-pressed', String(view.paused));
  document.getElementById('to-live').disabled = !view.paused;
  document.getElementById('span').textContent = significant(view.span, 2) + ' s';
  const text = view.paused ? view.behind.toFixed(1) + ' s behind' : 'live';
  const behind = document.getElementById('behind');
  if (behind.textContent !== text) behind.textContent = text;
  const scrub = document.getElementById('scrub');
  if (!scrub.matches(':active')) scrub.value = String(60 - Math.min(60, view.behind));
}
