// Values over rows and time as an image: one column per tick, or per several ticks of a long run.

/**
 * A panel of images that share rows and columns: {title, note, height, rows, axis, columns, ticksPerColumn, channels,
 * rowName(row)}. Channels have a label, the range {floor, ceiling}, one byte a value row by row, and say in words what a
 * share of the range means. Where there are several, radio buttons choose.
 */
function imagePanel(image, context) {
  const panel = {
    ...image,
    shown: 0,
    paint: (plot) => paintImage(plot, panel, context),
    describe: (plot, x, y) => describeImage(plot, x, y, panel, context),
  };
  panel.controls = [image.channels.length > 1 ? channelChoice(panel) : null, colourBar(image.ends), exportButtons(panel)];
  return panel;
}

function channelChoice(panel) {
  return element('span', { class: 'choice', role: 'radiogroup', 'aria-label': 'Shown values' },
    panel.channels.map(({ label }, index) => {
      const radio = element('input', { type: 'radio', name: 'channel-' + panel.title, checked: index === panel.shown });
      radio.addEventListener('change', () => {
        panel.shown = index;
        panel.redraw();
      });
      return element('label', {}, radio, label);
    }));
}

function colourBar([low, high]) {
  const ramp = element('span', { class: 'ramp', 'aria-hidden': 'true' });
  const paint = () => styled(ramp, { background: spectrumGradient() });
  whenThemeChanges(paint);
  paint();
  return element('span', { class: 'colour-bar' }, low, ramp, high);
}

function paintImage(plot, panel, context) {
  const canvas = colouredImage(panel);
  const { view, tickSeconds } = context;
  const columnSeconds = panel.ticksPerColumn * tickSeconds;
  clipped(plot, (ctx, { left, top, width, height }) => {
    ctx.imageSmoothingEnabled = view.span / columnSeconds > width;
    const scale = width / view.span;
    ctx.drawImage(canvas, left - view.from * scale, top, panel.columns * columnSeconds * scale, height);
    paintClipEdges(ctx, plot, context);
  });
}

/** The image in the colours of the theme; stored until the channel or the theme changes. */
function colouredImage(panel) {
  const key = panel.shown + ' ' + themeName();
  if (panel.imageKey === key) return panel.image;
  const { bytes } = panel.channels[panel.shown];
  const { columns, rows } = panel;
  const canvas = element('canvas', { width: columns, height: rows });
  const ctx = canvas.getContext('2d');
  const data = ctx.createImageData(columns, rows);
  const pixels = new Uint32Array(data.data.buffer);
  const colours = spectrumPixels();
  for (let row = 0; row < rows; row++) {
    const start = (rows - 1 - row) * columns;
    for (let column = 0; column < columns; column++) {
      pixels[start + column] = colours[bytes[row * columns + column]];
    }
  }
  ctx.putImageData(data, 0, 0);
  panel.imageKey = key;
  panel.image = canvas;
  return canvas;
}

function describeImage(plot, x, y, panel, { view, tickSeconds, clipAt }) {
  const seconds = plot.timeAt(x);
  const row = Math.floor(plot.rowAt(y));
  const column = Math.floor(seconds / (panel.ticksPerColumn * tickSeconds));
  if (row < 0 || row >= panel.rows || column < 0 || column >= panel.columns) return null;
  const channel = panel.channels[panel.shown];
  const share = channel.bytes[row * panel.columns + column] / 255;
  return [timeLabel(seconds, view.span), panel.rowName(row), channel.describe(share), ...clipAt(seconds)];
}
