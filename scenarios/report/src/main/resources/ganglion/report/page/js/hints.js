// Hints of drawings: beside the pointer, or beside what the keyboard has reached, and not only after a while as browsers show them.

const HINT_GAP = 10;

/** Shows the titles of what a selector finds in figures. */
function showHints(figures, selector = '.hinted') {
  const box = element('div', { class: 'tooltip hint', role: 'tooltip', hidden: true });
  document.body.append(box);
  let shown = null;
  const hide = () => {
    if (!shown) return;
    shown.owner.append(shown.title);
    shown = null;
    box.hidden = true;
  };
  // The browser would show the title too, so that it is away as long as the hint is there.
  const show = (owner) => {
    if (shown && shown.owner === owner) return;
    hide();
    const title = owner?.querySelector(':scope > title');
    if (!title) return;
    shown = { owner, title };
    title.remove();
    box.textContent = title.textContent;
    box.hidden = false;
    const at = owner.getBoundingClientRect();
    const left = Math.min(at.right + HINT_GAP, document.documentElement.clientWidth - box.offsetWidth - HINT_GAP);
    const above = at.top - box.offsetHeight - HINT_GAP;
    styled(box, {
      left: Math.max(HINT_GAP, left) + window.scrollX + 'px',
      top: (above > 0 ? above : at.bottom + HINT_GAP) + window.scrollY + 'px',
    });
  };
  const hinted = (target) => target.closest(selector) ?? target.querySelector?.(selector) ?? null;
  for (const figure of figures) {
    figure.addEventListener('pointerover', (event) => show(event.target.closest(selector)));
    figure.addEventListener('pointerleave', hide);
    figure.addEventListener('focusin', (event) => show(hinted(event.target)));
    figure.addEventListener('focusout', hide);
  }
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape') hide(); });
}
