package ganglion.report.run;

import ganglion.cochlea.Cochlea;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.audio.AudioClip;
import ganglion.documents.place.SourceMap;
import ganglion.hardware.cost.ChipCost;
import ganglion.kernel.ActivityCounts;
import ganglion.kernel.MembraneTrace;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.WorkClock.Work;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.time.Clock;
import ganglion.scenario.model.DecisionRule;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.RandomStreams;
import ganglion.scenario.model.Recording;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.model.ScenarioOverrides;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.Decision;
import ganglion.scenario.result.ExpectationOutcome;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.result.ScenarioRun.RunTimes;
import ganglion.scenario.result.SpreadExecution;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * A run as the runner gives it, without running anything: three harmonic tones heard by the real ear, a read-out whose
 * spikes are set by hand (the last decision is wrong), and sample costs.
 */
public final class SampleRun {

    /** What all tests say about the call. */
    public static final RunManifest MANIFEST = new RunManifest(
            "1.2.3", List.of("ganglion", "run", "pitch detector.yaml"), Instant.parse("2026-11-24T12:00:00Z"));

    static final List<String> NOTES = List.of("C", "E", "G");
    static final double TICK_SECONDS = 0.002;
    private static final double CLIP_SECONDS = 0.5;
    private static final double RATE_HERTZ = 16_000;
    private static final int GAP_TICKS = 50;

    private String name = "pitch-detector";
    private String description = "Which note is it?";
    private List<String> recorded = List.of("ear", "out");
    private List<ExpectationOutcome> expectations = List.of(
            new ExpectationOutcome("/expect/0", "At least 2 of 3 decisions are right", true, "2", "at least 2"),
            new ExpectationOutcome("/expect/1", "Loihi stays below 1 µJ", true, "0.4 µJ", "below 1 µJ"));
    private List<ChipCost> costs;
    private SpikeRaster busy;
    private boolean membranes;
    private Optional<SpreadExecution> nodes = Optional.empty();

    private SampleRun() {}

    /** The run as it is, to be changed. */
    public static SampleRun sample() {
        return new SampleRun();
    }

    /** The same with other words in it. */
    public SampleRun named(String otherName, String otherDescription) {
        name = otherName;
        description = otherDescription;
        return this;
    }

    /** The same with only some populations recorded. */
    public SampleRun recording(List<String> populations) {
        recorded = populations;
        return this;
    }

    /** The same with other outcomes. */
    public SampleRun expecting(List<ExpectationOutcome> outcomes) {
        expectations = outcomes;
        return this;
    }

    /** The same on other chips. */
    public SampleRun costing(List<ChipCost> chips) {
        costs = chips;
        return this;
    }

    /** The same with one more recorded population, which fires so many spikes at random. */
    public SampleRun withBusyPopulation(int neurons, int spikes, int ticks) {
        SplittableRandom random = new SplittableRandom(1);
        BitSet places = new BitSet(neurons * ticks);
        for (int fired = 0; fired < spikes; ) {
            int place = random.nextInt(neurons * ticks);
            fired += places.get(place) ? 0 : 1;
            places.set(place);
        }
        SpikeRaster.Builder builder = SpikeRaster.builder(neurons);
        places.stream().forEach(place -> builder.add(place / neurons, place % neurons));
        busy = builder.build();
        recorded = List.of("ear", "out", "busy");
        return this;
    }

    /** The same with the potentials of the read-out recorded: a ramp for each neuron. */
    public SampleRun recordingMembranes() {
        membranes = true;
        return this;
    }

    /** The same on two nodes. */
    public SampleRun onNodes() {
        nodes = Optional.of(new SpreadExecution(List.of("this process", "10.0.0.2:2550"), 1));
        return this;
    }

    /** The run. */
    public ScenarioRun run() {
        List<Clip> clips = clips();
        long ticks = clips.get(clips.size() - 1).untilTick() + GAP_TICKS;
        SpikeRaster ear = earSpikes(clips);
        SpikeRaster out = outSpikes(clips);
        Network network = network(ear);
        List<SpikeRaster> rasters = busy == null ? List.of(ear, out) : List.of(ear, out, busy);
        long spikes = rasters.stream().mapToLong(SpikeRaster::size).sum();
        ActivityCounts activity = new ActivityCounts(spikes, 12_345, 678);
        SimulationResult result = new SimulationResult(
                network, ticks, rasters, activity, membranes ? List.of(ramps((int) ticks)) : List.of());
        return new ScenarioRun(
                scenario(),
                network,
                ticks,
                clips,
                result,
                new ScenarioRun.Findings(
                        decisions(clips, out),
                        costs == null ? SampleCosts.all((int) ticks) : costs,
                        expectations,
                        Optional.empty()),
                new ScenarioRun.Execution(
                        new RunTimes(0.1, 0.2, 0.3, 0.4, 0.5, Map.of(Work.DELIVERY, 0.75, Work.SILENCE, 0.25)),
                        Optional.empty(),
                        Optional.empty(),
                        nodes));
    }

    private static MembraneTrace ramps(int ticks) {
        double[] potentials = new double[ticks * NOTES.size()];
        for (int i = 0; i < potentials.length; i++) {
            potentials[i] = (double) i / potentials.length;
        }
        return new MembraneTrace("out", NOTES.size(), potentials);
    }

    private static List<Clip> clips() {
        Cochlea cochlea = new Cochlea(CochleaParameters.DEFAULT);
        List<Clip> clips = new ArrayList<>();
        long from = 0;
        for (int note = 0; note < NOTES.size(); note++) {
            var hearing = cochlea.hear(tone(261.6 * Math.pow(2, note / 3.0)));
            String file = "audio/note-" + NOTES.get(note) + ".flac";
            clips.add(new Clip("ear", file, NOTES.get(note), from, from + hearing.frames(), hearing));
            from += hearing.frames() + GAP_TICKS;
        }
        return clips;
    }

    /** A decaying tone with five overtones. */
    public static AudioClip tone(double hertz) {
        double[] samples = new double[(int) (CLIP_SECONDS * RATE_HERTZ)];
        for (int i = 0; i < samples.length; i++) {
            double seconds = i / RATE_HERTZ;
            for (int partial = 1; partial <= 6; partial++) {
                samples[i] += 0.3 / partial * Math.sin(2 * Math.PI * hertz * partial * seconds);
            }
            samples[i] *= Math.exp(-3 * seconds);
        }
        return new AudioClip(samples, RATE_HERTZ);
    }

    private static SpikeRaster earSpikes(List<Clip> clips) {
        SpikeRaster.Builder spikes =
                SpikeRaster.builder(clips.get(0).output().spikes().neuronCount());
        for (Clip clip : clips) {
            SpikeRaster own = clip.output().spikes();
            for (int i = 0; i < own.size(); i++) {
                spikes.add(clip.fromTick() + own.tick(i), own.neuron(i));
            }
        }
        return spikes.build();
    }

    /** The right neuron fires most, but for the last clip, where the first does. */
    private static SpikeRaster outSpikes(List<Clip> clips) {
        SpikeRaster.Builder spikes = SpikeRaster.builder(NOTES.size());
        for (int clip = 0; clip < clips.size(); clip++) {
            int winner = clip == clips.size() - 1 ? 0 : clip;
            for (int i = 0; i < 10; i++) {
                spikes.add(clips.get(clip).fromTick() + 20 + 15 * i, winner);
            }
            spikes.add(clips.get(clip).fromTick() + 33, (winner + 1) % NOTES.size());
        }
        return spikes.build();
    }

    private static List<Decision> decisions(List<Clip> clips, SpikeRaster out) {
        List<Decision> decisions = new ArrayList<>();
        for (Clip clip : clips) {
            int[] counts = out.countsByNeuron(clip.fromTick(), clip.untilTick());
            int most = Arrays.stream(counts).max().orElseThrow();
            String winner = NOTES.get(Arrays.stream(counts).boxed().toList().indexOf(most));
            decisions.add(new Decision(
                    clip.file(),
                    clip.label(),
                    clip.fromTick(),
                    clip.untilTick(),
                    winner,
                    counts,
                    OptionalLong.of(clip.fromTick() + 20),
                    winner.equals(clip.label())));
        }
        return decisions;
    }

    private Network network(SpikeRaster ear) {
        double[] weights = new double[ear.neuronCount() * NOTES.size()];
        Arrays.fill(weights, 0.25);
        List<Population> populations = new ArrayList<>(List.of(
                new Population("ear", ear.neuronCount(), new SpikeSource(ear)),
                new Population("out", NOTES.size(), new Lif(LifParameters.of(0.9, 1)))));
        if (busy != null) {
            populations.add(new Population("busy", busy.neuronCount(), new SpikeSource(busy)));
        }
        return new Network(
                populations,
                List.of(new Projection("ear", "out", new DenseSynapses(ear.neuronCount(), NOTES.size(), weights, 2))));
    }

    private Scenario scenario() {
        return new Scenario(
                Path.of("pitch-detector.yaml").toAbsolutePath(),
                new SourceMap("pitch-detector.yaml", Map.of()),
                name,
                description,
                List.of(),
                new RandomStreams(42),
                new Clock(TICK_SECONDS),
                OptionalLong.empty(),
                List.of(),
                List.of(new PopulationSpec(
                        "/network/populations/0", "out", NOTES.size(), new Lif(LifParameters.of(0.9, 1)), NOTES)),
                List.of(),
                new Recording(recorded, List.of()),
                Optional.of(new DecisionRule("/decision", "out", "ear", 0)),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(RunPoint.ONLY),
                ScenarioOverrides.NONE,
                Map.of());
    }
}
