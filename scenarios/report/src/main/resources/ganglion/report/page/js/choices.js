// Choices of one of several things.

let choices = 0;

/** Radio buttons of which one is pressed: words are {word, label}. */
function oneOf(legend, words, chosen, changed) {
  choices++;
  const name = 'choice-' + choices;
  return element('fieldset', { class: 'choice one-of' }, element('legend', {}, legend), words.map(({ word, label }) => {
    const input = element('input', { type: 'radio', name, value: word, checked: word === chosen });
    input.addEventListener('change', () => changed(word));
    return element('label', {}, input, label);
  }));
}
