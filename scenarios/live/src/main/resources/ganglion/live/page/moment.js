// Keep this moment: a marked stretch becomes a folder with a scenario that passes as a test.

const LAST_SECONDS = 3;

export function startMoment(session) {
  const from = document.getElementById('mark-from');
  const until = document.getElementById('mark-until');
  const name = document.getElementById('mark-name');
  const typed = () => {
    if (!session.start || from.value === '' || until.value === '') return;
    session.setMark(Number(from.value) / session.start.tickSeconds, Number(until.value) / session.start.tickSeconds, true);
  };
  from.addEventListener('change', typed);
  until.addEventListener('change', typed);
  document.getElementById('last').addEventListener('click', () => {
    if (session.store && session.store.end > 0) {
      const { end } = session.view;
      session.setMark(end - LAST_SECONDS / session.start.tickSeconds, end);
    }
  });
  document.getElementById('moment').addEventListener('submit', (event) => {
    event.preventDefault();
    if (!session.mark) {
      answer('Mark a stretch first: drag on the axis, or type its begin and end.', 'bad');
      return;
    }
    answer('keeping …', '');
    session.send({ do: 'keep', from: session.mark.from, until: session.mark.until, name: name.value });
  });
}

export function showMark(session) {
  const { mark, start } = session;
  document.getElementById('mark-from').value = mark ? (mark.from * start.tickSeconds).toFixed(2) : '';
  document.getElementById('mark-until').value = mark ? (mark.until * start.tickSeconds).toFixed(2) : '';
}

export function showKept(folder) {
  answer('Kept. Repeat it: ganglion test ' + folder, 'good');
}

export function answer(text, kind) {
  const kept = document.getElementById('kept');
  kept.textContent = text;
  kept.className = 'fine answer-line ' + kind;
}
