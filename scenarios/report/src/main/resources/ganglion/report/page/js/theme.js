// Light, dark, or as the system says. Charts listen for changes, because canvas does not follow style sheets.

const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)');
const themeListeners = [];

function whenThemeChanges(listener) {
  themeListeners.push(listener);
}

function setTheme(name) {
  if (name === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = name;
  themeListeners.forEach((listener) => listener());
}

function startTheme() {
  const button = document.getElementById('theme');
  const order = ['system', 'light', 'dark'];
  const asked = new URLSearchParams(location.hash.slice(1)).get('theme');
  let chosen = order.includes(asked) ? asked : 'system';
  const show = () => {
    button.textContent = 'Theme: ' + chosen;
    setTheme(chosen);
  };
  button.addEventListener('click', () => {
    chosen = order[(order.indexOf(chosen) + 1) % order.length];
    show();
  });
  systemIsDark.addEventListener('change', show);
  // Paper is white: print the charts in the light colours whatever the screen shows.
  window.addEventListener('beforeprint', () => setTheme('light'));
  window.addEventListener('afterprint', show);
  show();
}
