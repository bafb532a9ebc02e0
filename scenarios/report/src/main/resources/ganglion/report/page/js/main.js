// Builds the page.

async function drawReport() {
  const { result, drawing } = JSON.parse(document.getElementById('ganglion-data').textContent);
  startTheme();
  const clips = result.clips.map((clip) => ({ ...clip, decision: decisionOf(clip, result.decisions) }));
  headSection(result);
  answerSection(result);
  const expectations = () => expectationSection(result.expectations);
  // Without a device, spikes are what the reader came for.
  if (result.comparison) expectations();
  const { view, timeline, panels, fired } = await timelineSection(result, drawing, clips);
  if (!result.comparison) expectations();
  statisticsSection(result, fired);
  const goTo = (clip) => {
    timeline.root.scrollIntoView({ block: 'start' });
    timeline.strip.go(clip);
  };
  decisionSection(result, result.decisions.map((decision) => clips.find((clip) => clip.decision === decision)), goTo);
  precisionSection(result);
  frontEndSection(result);
  if (result.profiles.length > 0) {
    section('latency', 'Latency', null, latencyChart(result.profiles), latencyTable(result.profiles), spikeLatencyTable(result.profiles), decisionLatency(result));
    placementSection(result.profiles);
    comparisonSection(result);
  }
  networkSection(result);
  profileSection(result.profiles);
  reproduceSection(result);
  document.getElementById('foot').textContent =
    'Made by Ganglion ' + result.manifest.ganglionVersion + '. This page is one file and needs no network.';
  timeline.finish();
  await nextFrame();
  return panels.reduce((sum, { drawn }) => sum + drawn, 0);
}

function decisionOf(clip, decisions) {
  return decisions.find(({ fromTick, file }) => fromTick === clip.fromTick && file === clip.file) ?? null;
}

function runText({ run, raster, activity }) {
  return quantity(run.durationSeconds, 's') + ' simulated in ' + plural(run.ticks, 'tick') + ' of ' + quantity(run.tickSeconds, 's') + ': '
    + plural(activity.spikes, 'spike') + ', sources included' + (raster.spikes === activity.spikes ? '' : ', of which ' + count(raster.spikes) + ' are recorded')
    + ', and ' + plural(activity.synapticEvents, 'synaptic event') + '.';
}

async function timelineSection(result, drawing, clips) {
  const { tickSeconds, durationSeconds } = result.run;
  const view = new TimeView(Math.max(durationSeconds, tickSeconds), tickSeconds);
  const timeline = new Timeline(view);
  section('timeline', (drawing.hearings.length > 0 ? 'Sound and spikes' : drawing.curves.length > 0 ? 'Spikes and probes' : 'Spikes') + ' on one time axis', runText(result), timeline.root);
  const context = {
    view, tickSeconds, clips,
    decisionPopulation: result.decisionPopulation,
    clipAt: (seconds) => clips
      .filter(({ fromSeconds, untilSeconds }) => seconds >= fromSeconds && seconds < untilSeconds)
      .map((clip) => fileName(clip.file) + ', ' + clipVerdict(clip)),
  };
  if (clips.length > 0) timeline.addStrip(new ClipStrip(clips, view));
  for (const hearing of drawing.hearings) timeline.addPanel(await spectrogramPanel(hearing, context));
  const panels = [];
  const fired = [];
  for (const [index, population] of result.network.populations.entries()) {
    const hearing = drawing.hearings.find(({ input }) => input === population.name);
    const bandCentresHertz = hearing?.bandCentresHertz.length === population.size ? hearing.bandCentresHertz : null;
    const drawn = drawing.rasters.find((raster) => raster.population === population.name);
    if (drawn) {
      const raster = await unpackRaster(drawn);
      fired.push({ name: population.name, size: population.size, raster });
      const panel = rasterPanel({ ...population, raster, bandCentresHertz }, index, context);
      timeline.addPanel(panel);
      panels.push(panel);
    }
    const membrane = drawing.membranes.find((one) => one.population === population.name);
    if (membrane) timeline.addPanel(await membranePanel(membrane, { ...population, bandCentresHertz }, context));
    for (const figure of drawing.curves) {
      if (figure.population === population.name) timeline.addPanel(curvePanel(figure, context));
    }
  }
  for (const figure of drawing.curves) if (figure.population === null) timeline.addPanel(curvePanel(figure, context));
  return { view, timeline, panels, fired };
}

/** Resolves when all requested drawings are done. */
function nextFrame() {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

window.ganglionReport = { ready: false, points: 0 };
drawReport().then((points) => {
  document.body.dataset.spikeCount = String(points);
  window.ganglionReport = { ready: true, points };
}).catch((problem) => {
  const place = document.getElementById('failure');
  place.textContent = 'This report could not be drawn: ' + problem.message
    + '. The same figures are in result.json and spikes.csv beside it.';
  place.hidden = false;
  console.error(problem);
});
