// The output of the cochlea and recorded membrane potentials: both are images over time.

/** A panel of one input: {input, rows, columns, ticksPerColumn, bandCentresHertz, mel, drive}. */
async function spectrogramPanel(hearing, context) {
  const { mel, drive } = hearing;
  return imagePanel({
    title: hearing.input + ' · cochlea',
    height: Math.max(150, Math.min(240, hearing.rows * 3)),
    rows: hearing.rows,
    columns: hearing.columns,
    ticksPerColumn: hearing.ticksPerColumn,
    axis: frequencyAxis(hearing.bandCentresHertz),
    ends: ['soft', 'loud'],
    rowName: (band) => 'band ' + band + ', ' + hertz(hearing.bandCentresHertz[band]),
    channels: [
      { label: 'mel power', bytes: await unpack(mel.packed), describe: (share) => decibels(mel, share) },
      {
        label: 'drive of the encoder', bytes: await unpack(drive.packed),
        // The image holds square roots; see ganglion.report.page.CochleaImages.
        describe: (share) => 'drive ' + significant(share * share * drive.ceiling),
      },
    ],
  }, context);
}

function decibels({ floor, ceiling }, share) {
  const value = floor + share * (ceiling - floor);
  return (share === 0 ? 'below ' : '') + value.toFixed(1) + ' dB';
}

/** Marks the octaves of 125 Hz, each where it lies between the centres of two bands. */
function frequencyAxis(centres) {
  const axis = [];
  for (let frequency = 125; frequency <= centres[centres.length - 1]; frequency *= 2) {
    if (frequency < centres[0]) continue;
    const upper = Math.max(1, centres.findIndex((centre) => centre >= frequency));
    const share = centres.length === 1 ? 0 : (frequency - centres[upper - 1]) / (centres[upper] - centres[upper - 1]);
    axis.push({ row: upper - 1 + share, label: hertz(frequency) });
  }
  return axis.length > 0 ? axis : [{ row: 0, label: hertz(centres[0]) }];
}

/** A panel of recorded membrane potentials: {population, rows, columns, ticksPerColumn, potential}. */
async function membranePanel(membrane, population, context) {
  const { floor, ceiling, packed } = membrane.potential;
  return imagePanel({
    title: population.name + ' · membrane potential',
    note: significant(floor) + ' (or below) to ' + significant(ceiling),
    height: rasterHeight(population),
    rows: membrane.rows,
    columns: membrane.columns,
    ticksPerColumn: membrane.ticksPerColumn,
    axis: rasterAxis(population),
    ends: ['low', 'high'],
    rowName: (neuron) => population.name + ' ' + neuronName(population, neuron),
    channels: [{
      label: 'potential', bytes: await unpack(packed),
      describe: (share) => (share === 0 ? 'at most ' : '') + significant(floor + share * (ceiling - floor)),
    }],
  }, context);
}
