// Keys on the time axis.

export function startKeys(session) {
  document.getElementById('stage').addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !session.view) return;
    const action = actions(session)[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

function actions(session) {
  const { view } = session;
  return {
    ' ': () => session.togglePause(),
    ArrowLeft: () => session.scrubBy(-view.span / 10),
    ArrowRight: () => session.scrubBy(view.span / 10),
    PageUp: () => session.scrubBy(-view.span),
    PageDown: () => session.scrubBy(view.span),
    Home: () => session.scrubBy(-60),
    End: () => session.follow(),
    '+': () => session.zoomStep(false),
    '=': () => session.zoomStep(false),
    '-': () => session.zoomStep(true),
  };
}
