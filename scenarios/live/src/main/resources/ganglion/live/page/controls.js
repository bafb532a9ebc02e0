// The buttons of the session.

const ARMED_MILLISECONDS = 4000;

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
      session.send('stop');
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
