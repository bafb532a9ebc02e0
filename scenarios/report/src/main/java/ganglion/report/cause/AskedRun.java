package ganglion.report.cause;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.cause.SpikeTimes;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.time.Clock;
import ganglion.report.files.JsonDocument;
import ganglion.report.run.RecordedNetwork;
import ganglion.report.run.RecordedRun;
import ganglion.report.run.ScenarioOfRun;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.cause.Causes;
import ganglion.scenario.cause.Pruning;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.run.Replay;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A finished run that questions are asked of, recorded or made again, with words for its neurons and times.
 *
 * @param replay the run
 * @param recorded whether its spikes are those that it recorded, or else made again
 */
public record AskedRun(Replay replay, boolean recorded) {

    private static final int TIME_DIGITS = 9;

    /** Spikes that a message names. */
    private static final int NAMED_SPIKES = 4;

    /** Places of a scenario that change decisions, but neither the network nor its spikes. */
    private static final Pattern OF_DECISIONS = Pattern.compile("^/decision(/|$)|/labels?(/|$)");

    /**
     * A finished run, read from its directory.
     *
     * @param recorded what it left behind
     * @param scenario that it ran
     * @param ticks how long it lasted
     */
    public record Source(RecordedRun recorded, Scenario scenario, long ticks) {

        /**
         * Reads a run directory and its scenario.
         *
         * @param movedTo new place of the scenario file, if it was moved
         * @param allowOutsidePaths whether the run directory may name files out of itself and the working folder
         * @throws InputException if the directory is no run directory, or its scenario cannot be used
         */
        public static Source read(Path directory, Optional<Path> movedTo, boolean allowOutsidePaths)
                throws InputException {
            RecordedRun recorded = RecordedRun.read(directory);
            recorded.checkSpikes();
            Scenario scenario = ScenarioOfRun.read(directory, List.of(), movedTo, allowOutsidePaths);
            recorded.checkClock(scenario.clock());
            checkAsked(recorded, scenario);
            return new Source(recorded, scenario, recorded.ticks());
        }

        /**
         * What names classes and how they are decided is in no network and in no spike. So the scenario must say the same of it as it did;
         * of long scenarios, of which the run does not list the values, that is not known.
         */
        private static void checkAsked(RecordedRun recorded, Scenario scenario) throws InputException {
            JsonNode before = recorded.result().at("/scenario/written");
            if (before.isEmpty() || scenario.written().isEmpty()) {
                return;
            }
            Set<String> pointers = new TreeSet<>(scenario.written().keySet());
            before.fieldNames().forEachRemaining(pointers::add);
            for (String pointer : pointers) {
                String was = before.path(pointer).asText("");
                String is = scenario.written().getOrDefault(pointer, "");
                if (OF_DECISIONS.matcher(pointer).find() && !was.equals(is)) {
                    throw new InputException(new Problem(
                            scenario.file().toString(),
                            0,
                            pointer,
                            "found " + quoted(is) + ", expected " + quoted(was) + " as in the run"));
                }
            }
        }

        private static String quoted(String value) {
            return value.isEmpty() ? "nothing" : '"' + value + '"';
        }

        /** The decisions of the run, as its result lists them. */
        JsonNode decisions() {
            return recorded.result().path("decisions");
        }

        /**
         * Makes the network of the run again, and takes the spikes that were recorded. Where they were not all recorded, the run is made
         * again, too.
         *
         * @param until the tick before which it ends
         * @throws InputException if a file of the scenario cannot be used any more, or gives another network or other spikes
         */
        public AskedRun replay(long until, RunProgress progress) throws InputException {
            if (!recordsAll()) {
                return again(until, progress);
            }
            Map<String, SpikeRaster> rasters = recorded.raster().rasters();
            Replay replay =
                    Replay.recorded(scenario, rasters, Math.min(until, ticks), RunSettings.ofThisMachine(), progress);
            List<SpikeRaster> played = played(replay);
            checkSpikes(replay, played, ticks, true);
            RecordedNetwork.check(RecordedNetwork.of(replay.network(), played), recorded.directory(), scenario.file());
            return new AskedRun(replay, true);
        }

        private boolean recordsAll() {
            Map<String, SpikeRaster> rasters = recorded.raster().rasters();
            Stream<Map.Entry<String, Integer>> sizes = Stream.concat(
                    scenario.inputs().stream()
                            .filter(input -> !NetworkBinder.isCurrents(scenario, input.name()))
                            .map(input -> Map.entry(input.name(), input.size())),
                    scenario.populations().stream().map(spec -> Map.entry(spec.name(), spec.size())));
            return scenario.recording().neurons().isEmpty()
                    && sizes.allMatch(entry -> rasters.containsKey(entry.getKey())
                            && rasters.get(entry.getKey()).neuronCount() == entry.getValue());
        }

        private AskedRun again(long until, RunProgress progress) throws InputException {
            Replay replay = Replay.of(scenario, Math.min(until, ticks), RunSettings.ofThisMachine(), progress);
            List<SpikeRaster> played = played(replay);
            checkSpikes(replay, played, ticks, true);
            // Before the spikes that it makes: a changed weight changes them, too.
            RecordedNetwork.check(RecordedNetwork.of(replay.network(), played), recorded.directory(), scenario.file());
            checkSpikes(replay, replay.spikes(), replay.ticks(), false);
            return new AskedRun(replay, false);
        }

        /** What inputs play until the end of the run, beyond the replay, too; empty for other populations. */
        private List<SpikeRaster> played(Replay replay) {
            return replay.network().populations().stream()
                    .map(population -> population.model() instanceof SpikeSource source
                            ? source.spikes().between(0, ticks)
                            : SpikeRaster.empty(population.size()))
                    .toList();
        }

        /**
         * The spikes that were recorded must have come again. Where single neurons were recorded, that is not looked at.
         *
         * @param again spikes of each population
         * @param until the tick before which they end
         * @param inputs whether to look at what inputs play, or at all others
         */
        private void checkSpikes(Replay replay, List<SpikeRaster> again, long until, boolean inputs)
                throws InputException {
            Map<String, SpikeRaster> rasters = recorded.raster().rasters();
            boolean whole = scenario.recording().neurons().isEmpty();
            for (int p = 0; p < again.size() && whole; p++) {
                Population population = replay.network().population(p);
                SpikeRaster before = rasters.get(population.name());
                boolean asked = population.model() instanceof SpikeSource == inputs;
                if (asked && before != null && !before.between(0, until).equals(again.get(p))) {
                    throw JsonDocument.refusal(
                            scenario.file(),
                            "gives other spikes of " + population.name()
                                    + " than the run has recorded, expected the scenario and its files unchanged");
                }
            }
        }
    }

    /** The ticks at which the neuron of a spike fired, ascending. */
    long[] spikesOf(SpikeId neuron) {
        return new SpikeTimes(replay.spikes().get(neuron.population())).of(neuron.neuron());
    }

    /** What answers questions about the run. */
    Causes causes() {
        return new Causes(replay.network(), replay.spikes(), replay.ticks(), Pruning.USUAL);
    }

    /** Where the spikes come from, in words: {@code "The spikes are those that were recorded, up to 4.8 s"}. */
    public String provenance() {
        return (recorded ? "The spikes are those that were recorded, up to " : "The run was made again up to ")
                + time(replay.ticks());
    }

    /** Name of the scenario. */
    public String scenario() {
        return replay.scenario().name();
    }

    /** The populations of the network by name, in order. */
    List<String> populations() {
        return replay.network().populations().stream().map(Population::name).toList();
    }

    /** Names of the currents that flow into a population: its own, then the sounds that reach it as numbers. */
    public List<String> currents(int population) {
        String name = populations().get(population);
        List<String> names = new ArrayList<>();
        replay.scenario().population(name).ifPresent(spec -> {
            NeuronModel model = spec.model();
            while (model instanceof DrivenNeurons driven) {
                names.add("current " + names.size() + " of the population");
                model = driven.neurons();
            }
        });
        replay.scenario().projections().stream()
                .filter(projection ->
                        projection.to().equals(name) && NetworkBinder.isCurrents(replay.scenario(), projection.from()))
                .forEach(projection -> names.add("numbers of " + projection.from()));
        return names;
    }

    /** A neuron in words: {@code out/3}. */
    public String name(SpikeId spike) {
        return name(spike.population(), spike.neuron());
    }

    /** A neuron in words: {@code out/3}. */
    public String name(int population, int neuron) {
        return replay.network().population(population).name() + "/" + neuron;
    }

    /** A spike in words: {@code out/3 at 128 ms}. */
    public String at(SpikeId spike) {
        return name(spike) + " at " + time(spike.tick());
    }

    /** A tick in words: {@code 128 ms}. */
    public String time(long tick) {
        return QuantityFormat.format(replay.scenario().clock().seconds(tick), "s", TIME_DIGITS);
    }

    /** The spikes of a neuron around a tick, in words: {@code its nearest spikes are at 8 ms, 12 ms}. */
    String nearest(SpikeId at) {
        long[] spikes = spikesOf(at);
        return spikes.length == 0
                ? "it does not fire up to " + time(replay.ticks() - 1)
                : "its nearest spikes are at "
                        + Arrays.stream(spikes)
                                .boxed()
                                .sorted(Comparator.comparingLong(tick -> Math.abs(tick - at.tick())))
                                .limit(NAMED_SPIKES)
                                .sorted()
                                .map(this::time)
                                .collect(Collectors.joining(", "));
    }

    /** Whether a neuron fired at a tick. */
    boolean fired(SpikeId at) {
        return Arrays.binarySearch(spikesOf(at), at.tick()) >= 0;
    }

    /** Says that a neuron did not fire at a tick. */
    String noSpike(SpikeId at) {
        return "found no spike of " + at(at) + "; " + nearest(at);
    }

    /** Whether a neuron fired before a moment. */
    boolean firedBefore(SpikeId moment) {
        SpikeRaster spikes = replay.spikes().get(moment.population());
        return IntStream.range(0, spikes.firstIndexAt(moment.tick()))
                .anyMatch(i -> spikes.neuron(i) == moment.neuron());
    }

    /** The centres of the bands that an input hears, from the lowest; none if it hears no sound. */
    double[] bandsHertz(int population) {
        String input = populations().get(population);
        return replay.clips().stream()
                .filter(clip -> clip.input().equals(input) && clip.isSound())
                .findFirst()
                .map(clip -> clip.output().bandCentresHertz())
                .orElse(new double[0]);
    }

    /** The band that a neuron of an input belongs to, from the lowest; empty if it hears no sound. */
    OptionalInt band(int population, int neuron) {
        int bands = bandsHertz(population).length;
        // Encoders give the neurons of a band one after the other.
        int perBand = bands == 0
                ? 1
                : Math.max(1, replay.network().population(population).size() / bands);
        return neuron / perBand < bands ? OptionalInt.of(neuron / perBand) : OptionalInt.empty();
    }

    /** The centre of that band. */
    Optional<Double> bandHertz(int population, int neuron) {
        OptionalInt band = band(population, neuron);
        return band.isPresent() ? Optional.of(bandsHertz(population)[band.getAsInt()]) : Optional.empty();
    }

    /** The sound or sample that a spike of an input belongs to. */
    public Optional<HeardSpike> heard(SpikeId spike) {
        String input = replay.network().population(spike.population()).name();
        return replay.clips().stream()
                .filter(clip -> clip.input().equals(input)
                        && clip.fromTick() <= spike.tick()
                        && spike.tick() < clip.untilTick())
                .findFirst()
                .map(clip -> HeardSpike.of(clip, spike, replay.scenario().clock()));
    }

    /**
     * Where a spike of an input was heard.
     *
     * @param file the sound or sample
     * @param seconds from its start to the spike
     */
    record HeardSpike(String file, double seconds) {

        static HeardSpike of(Clip clip, SpikeId spike, Clock clock) {
            return new HeardSpike(clip.file(), clock.seconds(spike.tick() - clip.fromTick()));
        }
    }
}
