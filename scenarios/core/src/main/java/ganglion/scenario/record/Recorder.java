package ganglion.scenario.record;

import ganglion.documents.InputException;
import ganglion.kernel.RunningNetwork;
import ganglion.kernel.SpikeConsumer;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.time.Clock;
import ganglion.scenario.model.Probe;
import ganglion.scenario.model.Recording;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Recorded;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes spikes and probes to disk during a run. Called by one thread of the engine at a time. */
public final class Recorder implements Closeable {

    private static final String COUNTS = "counts.rows";

    private final Network network;
    private final Recording recording;
    private final long memoryTicks;
    private final Path folder;
    private final TimeColumns time;
    private final SpikeCounts counts;
    private final TableStream countTable;
    private final List<Instrument> instruments = new ArrayList<>();
    private final List<RecordingFile> files = new ArrayList<>();
    private SpikeTable spikes;

    /** Writes what a probe sees of a run that has paused after a tick. */
    @FunctionalInterface
    private interface Look {
        void at(RunningNetwork run, long tick);
    }

    /** A probe with what it writes. */
    private static final class Instrument {

        private final Probe probe;
        private final Look look;

        /** The last tick that it was read at. */
        private long lastLook = -1;

        Instrument(Probe probe, Look look) {
            this.probe = probe;
            this.look = look;
        }
    }

    /**
     * @param folder of the files; created if it does not exist
     * @param fromTick 0, or the tick of the checkpoint from which the run resumes; the folder then holds the recordings up to it
     * @param memoryTicks for how many ticks streamed spikes are kept for checkpoints; 0 if none are saved
     * @throws InputException if the run resumes and the folder holds no recordings
     */
    public Recorder(Scenario scenario, Network network, Path folder, long fromTick, long memoryTicks)
            throws InputException {
        this.network = network;
        this.recording = scenario.recording();
        this.folder = folder;
        this.time = new TimeColumns(scenario.clock());
        this.counts = new SpikeCounts(network.populations().size());
        this.memoryTicks = recording.stream() ? memoryTicks : Long.MAX_VALUE;
        check(fromTick);
        this.countTable = open(COUNTS, "", fromTick, this::resumeCounts);
        if (recording.stream()) {
            spikes = new SpikeTable(network, recording, time, open(Recorded.SPIKES, "", fromTick, row -> {}));
        }
        for (int number = 0; number < recording.probes().size(); number++) {
            instruments.add(instrument(recording.probes().get(number), number, scenario, fromTick));
        }
    }

    /** Whether a scenario writes anything to disk during a run. */
    public static boolean isNeeded(Scenario scenario) {
        return scenario.recording().stream() || !scenario.recording().probes().isEmpty();
    }

    private void check(long fromTick) throws InputException {
        try {
            Files.createDirectories(folder);
            if (fromTick == 0) {
                deleteOld();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (fromTick > 0 && !Files.exists(folder.resolve(COUNTS))) {
            throw new InputException(folder, "found no recording that goes with the checkpoint, expected it there");
        }
    }

    /** Otherwise files of an earlier run would be published as files of this one. */
    private void deleteOld() throws IOException {
        try (Stream<Path> old = Files.list(folder)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
    }

    private TableStream open(String name, String header, long fromTick, Consumer<String> kept) {
        Path file = folder.resolve(name);
        TableStream table =
                fromTick > 0 ? TableStream.resume(file, header, fromTick, kept) : TableStream.create(file, header);
        files.add(table);
        return table;
    }

    private void resumeCounts(String row) {
        String[] fields = row.split(",");
        for (int p = 0; p < network.populations().size(); p++) {
            counts.add(p, Long.parseLong(fields[2 + p]) - counts.of(p));
        }
    }

    private Instrument instrument(Probe probe, int number, Scenario scenario, long fromTick) {
        return new Instrument(
                probe,
                switch (probe.kind()) {
                    case POTENTIAL, STATE -> table(probe, number, neurons(probe), fromTick);
                    case ACTIVITY ->
                        table(probe, number, new ActivityTable(network, scenario.clock(), counts), fromTick);
                    case WEIGHTS -> weights(probe, number, fromTick);
                });
    }

    private Look table(Probe probe, int number, ProbeTable table, long fromTick) {
        String header = TimeColumns.HEADER + table.columns();
        TableStream out = open(Recorded.probeName(probe, number) + ".csv", header, fromTick, table::resumeAfter);
        return (run, tick) -> table.write(run, time.at(tick), out);
    }

    private Look weights(Probe probe, int number, long fromTick) {
        Path file = folder.resolve(Recorded.probeName(probe, number) + WeightSamples.SUFFIX);
        WeightStream stream = new WeightStream(new WeightSamples(file, network), fromTick);
        files.add(stream);
        return stream::write;
    }

    /** The next tick before which the run has to pause for a probe. */
    public long nextRest(long completedTicks) {
        long due = instruments.stream()
                .mapToLong(instrument -> instrument.probe.nextDue(completedTicks))
                .min()
                .orElse(Long.MAX_VALUE);
        return due == Long.MAX_VALUE ? due : due + 1;
    }

    /**
     * Samples the probes of a run that has paused. If the run is lost while a probe is read, and comes to this tick again, the probe is
     * read then: a probe asks for all that it writes before it writes any of it.
     */
    public void resting(RunningNetwork run) {
        long tick = run.completedTicks() - 1;
        for (Instrument instrument : instruments) {
            if (tick > instrument.lastLook && instrument.probe.isDue(tick)) {
                instrument.look.at(run, tick);
                instrument.lastLook = tick;
            }
        }
    }

    /** Takes the spikes of the ticks that were completed since the last call. */
    public void completed(RunningNetwork run) {
        run.takeSpikes(memoryTicks, (tick, population, neuron) -> {
            counts.add(population, 1);
            if (spikes != null) {
                spikes.spike(tick, population, neuron);
            }
        });
    }

    private NeuronTable neurons(Probe probe) {
        int population = network.index(probe.population());
        NeuronModel model = network.population(population).model();
        return new NeuronTable(probe, population, model.states().indexOf(probe.state()));
    }

    /** Flushes everything before the tick of a checkpoint, which is about to be saved. */
    public void saving(long tick) {
        countTable.row(
                time.at(tick - 1) + counts.list().stream().map(String::valueOf).collect(Collectors.joining(",")));
        files.forEach(RecordingFile::flush);
    }

    /** What was recorded. */
    public Recorded recorded() {
        return new Recorded(folder, recording.stream(), recording.stream() ? counts.list() : List.of());
    }

    @Override
    public void close() throws IOException {
        for (RecordingFile file : files) {
            file.close();
        }
    }

    /** One value per recorded neuron: {@code neuron,potential}, or the name of a state of the population, whose index is -1 for potentials. */
    private record NeuronTable(Probe probe, int population, int state) implements ProbeTable {

        @Override
        public String columns() {
            return "neuron," + (probe.state().isEmpty() ? "potential" : probe.state());
        }

        @Override
        public void write(RunningNetwork run, String start, TableStream out) {
            double[] values = state < 0
                    ? run.sample().potentials(population)
                    : run.sample().states(population, state);
            for (int neuron : probe.neurons()) {
                out.row(start + neuron + "," + values[neuron]);
            }
        }
    }

    /** Writes the rows of spikes.csv for the neurons that are recorded. */
    private static final class SpikeTable implements SpikeConsumer {

        private final List<Population> populations;
        private final TimeColumns time;
        private final TableStream out;

        /** Per population: null for none, else its recorded neurons in ascending order; empty for all. */
        private final int[][] recorded;

        private long startTick = -1;
        private String start = "";

        SpikeTable(Network network, Recording recording, TimeColumns time, TableStream out) {
            this.populations = network.populations();
            this.time = time;
            this.out = out;
            this.recorded = new int[populations.size()][];
            Set<String> names = Set.copyOf(recording.spikes());
            for (int p = 0; p < recorded.length; p++) {
                String name = populations.get(p).name();
                if (names.contains(name)) {
                    recorded[p] = recording.neurons().getOrDefault(name, new int[0]);
                }
            }
        }

        @Override
        public void spike(long tick, int population, int neuron) {
            int[] neurons = recorded[population];
            if (neurons == null || neurons.length > 0 && Arrays.binarySearch(neurons, neuron) < 0) {
                return;
            }
            if (tick != startTick) {
                startTick = tick;
                start = time.at(tick);
            }
            out.row(start + populations.get(population).name() + "," + neuron);
        }
    }

    /** Number of spikes per population, of all neurons, recorded or not. */
    private static final class SpikeCounts {

        private final long[] byPopulation;

        SpikeCounts(int populations) {
            this.byPopulation = new long[populations];
        }

        void add(int population, long spikes) {
            byPopulation[population] += spikes;
        }

        long of(int population) {
            return byPopulation[population];
        }

        long all() {
            return Arrays.stream(byPopulation).sum();
        }

        List<Long> list() {
            return Arrays.stream(byPopulation).boxed().toList();
        }
    }

    /**
     * Activity of the network: synaptic events and spikes since the start of the run; per population, spikes since the start and
     * mean rate since the previous row.
     */
    private static final class ActivityTable implements ProbeTable {

        private static final int TICK_COLUMN = 1;
        private static final int FIRST_POPULATION_COLUMN = 4;

        private final Network network;
        private final Clock clock;
        private final SpikeCounts counts;
        private final long[] countsBefore;
        private long tickBefore = -1;

        ActivityTable(Network network, Clock clock, SpikeCounts counts) {
            this.network = network;
            this.clock = clock;
            this.counts = counts;
            this.countsBefore = new long[network.populations().size()];
        }

        @Override
        public String columns() {
            StringBuilder columns = new StringBuilder("synaptic_events,spikes");
            for (Population population : network.populations()) {
                columns.append(',').append(population.name()).append("_spikes,");
                columns.append(population.name()).append("_hz");
            }
            return columns.toString();
        }

        @Override
        public void resumeAfter(String row) {
            String[] fields = row.split(",");
            tickBefore = Long.parseLong(fields[TICK_COLUMN]);
            for (int p = 0; p < countsBefore.length; p++) {
                countsBefore[p] = Long.parseLong(fields[FIRST_POPULATION_COLUMN + 2 * p]);
            }
        }

        @Override
        public void write(RunningNetwork run, String start, TableStream out) {
            long tick = run.completedTicks() - 1;
            double seconds = clock.seconds(tick - tickBefore);
            StringBuilder row = new StringBuilder(start);
            row.append(run.currentActivity().synapticEvents()).append(',').append(counts.all());
            for (int p = 0; p < countsBefore.length; p++) {
                long count = counts.of(p);
                double spikesOfNeuron = (double) (count - countsBefore[p])
                        / network.population(p).size();
                row.append(',').append(count).append(',').append(spikesOfNeuron / seconds);
                countsBefore[p] = count;
            }
            tickBefore = tick;
            out.row(row.toString());
        }
    }

    /** Writes the values of a probe at one tick. */
    private interface ProbeTable {

        /** Names of the columns after the time and the tick. */
        String columns();

        /** Restores the state of the table from a row that was written before the checkpoint. */
        default void resumeAfter(String row) {}

        /**
         * Writes the rows of a tick.
         *
         * @param run paused after that tick
         * @param start the first two columns, see {@link TimeColumns}
         */
        void write(RunningNetwork run, String start, TableStream out);
    }

    /** The first two columns of every table: the time in seconds, as the shortest exact decimal, and the tick. */
    private static final class TimeColumns {

        static final String HEADER = "time_s,tick,";

        private final BigDecimal tickSeconds;

        TimeColumns(Clock clock) {
            this.tickSeconds = BigDecimal.valueOf(clock.tickSeconds());
        }

        /** The columns, each with its comma. */
        String at(long tick) {
            BigDecimal time = tickSeconds.multiply(BigDecimal.valueOf(tick));
            String text = time.signum() == 0 ? "0" : time.stripTrailingZeros().toPlainString();
            return text + "," + tick + ",";
        }
    }
}
