// What the ear heard: bands over time, as an image of one column per tick (or per few ticks of a long run).

/** The channels that can be shown, by their name in the data. */
const CHANNELS = {
  mel: { label: 'mel power', describe: (image, share) => decibels(image, share) },
  drive: { label: 'drive of the encoder', describe: (image, share) => 'drive ' + significant(share * share * image.ceiling) },
};

function decibels(image, share) {
  const value = image.floor + share * (image.ceiling - image.floor);
  return (share === 0 ? 'below ' : '') + value.toFixed(1) + ' dB';
}

/** A panel of one input. Hearing: {input, bands, columns, ticksPerColumn, bandCentresHertz, mel, drive}. */
async function spectrogramPanel(hearing, context) {
  const channels = {};
  for (const name of Object.keys(CHANNELS)) {
    channels[name] = { ...hearing[name], bytes: await unpack(hearing[name].packed) };
  }
  const panel = {
    title: hearing.input + ' · what it hears',
    height: Math.max(150, Math.min(240, hearing.bands * 3)),
    rows: hearing.bands,
    axis: frequencyAxis(hearing.bandCentresHertz),
    channel: 'mel',
    paint: (plot) => paintSpectrogram(plot, panel, hearing, channels, context),
    describe: (plot, x, y) => describeSound(plot, x, y, panel, hearing, channels, context),
  };
  panel.controls = [channelChoice(panel, hearing.input), colourBar()];
  return panel;
}

function channelChoice(panel, input) {
  const name = 'channel-' + input;
  return element('span', { class: 'choice', role: 'radiogroup', 'aria-label': 'Shown channel' },
    Object.entries(CHANNELS).map(([channel, { label }]) => {
      const radio = element('input', { type: 'radio', name, value: channel, checked: channel === panel.channel });
      radio.addEventListener('change', () => {
        panel.channel = channel;
        panel.redraw();
      });
      return element('label', {}, radio, label);
    }));
}

function colourBar() {
  const ramp = element('span', { class: 'ramp', 'aria-hidden': 'true' });
  const paint = () => styled(ramp, { background: spectrumGradient() });
  whenThemeChanges(paint);
  paint();
  return element('span', { class: 'colour-bar' }, 'soft', ramp, 'loud');
}

/** Names about six bands by their centre frequency. */
function frequencyAxis(centres) {
  const labels = 6;
  const step = Math.max(1, Math.floor(centres.length / labels));
  const axis = [];
  for (let row = Math.floor(step / 2); row < centres.length; row += step) {
    axis.push({ row, label: hertz(centres[row]) });
  }
  return axis;
}

function paintSpectrogram(plot, panel, hearing, channels, context) {
  const image = spectrogramImage(panel, hearing, channels);
  const { view, tickSeconds } = context;
  const columnSeconds = hearing.ticksPerColumn * tickSeconds;
  clipped(plot, (ctx, { left, top, width, height }) => {
    ctx.imageSmoothingEnabled = view.span / columnSeconds > width;
    const scale = width / view.span;
    ctx.drawImage(image, left - view.from * scale, top, hearing.columns * columnSeconds * scale, height);
    paintClipEdges(ctx, plot, context);
  });
}

/** The image in the colours of the theme; kept until channel or theme change. */
function spectrogramImage(panel, hearing, channels) {
  const key = panel.channel + ' ' + themeName();
  if (panel.imageKey === key) return panel.image;
  const { bytes } = channels[panel.channel];
  const { columns, bands } = hearing;
  const canvas = element('canvas', { width: columns, height: bands });
  const ctx = canvas.getContext('2d');
  const data = ctx.createImageData(columns, bands);
  const pixels = new Uint32Array(data.data.buffer);
  const colours = spectrumPixels();
  for (let band = 0; band < bands; band++) {
    const row = (bands - 1 - band) * columns;
    for (let column = 0; column < columns; column++) {
      pixels[row + column] = colours[bytes[band * columns + column]];
    }
  }
  ctx.putImageData(data, 0, 0);
  panel.imageKey = key;
  panel.image = canvas;
  return canvas;
}

function describeSound(plot, x, y, panel, hearing, channels, context) {
  const seconds = plot.posToVal(x, 'x');
  const band = Math.floor(plot.posToVal(y, 'y'));
  const column = Math.floor(seconds / (hearing.ticksPerColumn * context.tickSeconds));
  if (band < 0 || band >= hearing.bands || column < 0 || column >= hearing.columns) return null;
  const image = channels[panel.channel];
  const share = image.bytes[band * hearing.columns + column] / 255;
  return [
    timeLabel(seconds, context.view.span),
    'band ' + band + ', ' + hertz(hearing.bandCentresHertz[band]),
    CHANNELS[panel.channel].describe(image, share),
    ...context.clipAt(seconds),
  ];
}
