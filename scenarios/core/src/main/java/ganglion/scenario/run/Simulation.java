package ganglion.scenario.run;

import ganglion.documents.InputException;
import ganglion.documents.ReadFault;
import ganglion.documents.output.HiddenPlace;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.equations.DivergedException;
import ganglion.equations.EquationSynapses;
import ganglion.kernel.ActivityCounts;
import ganglion.kernel.RunState;
import ganglion.kernel.RunningNetwork;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.checkpoint.CheckpointException;
import ganglion.kernel.checkpoint.CheckpointFormat;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.neuron.WorkClock.Work;
import ganglion.runtime.MembraneProbe;
import ganglion.runtime.RunControl;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.record.Recorder;
import ganglion.scenario.result.Checkpoints;
import ganglion.scenario.result.Recorded;
import ganglion.scenario.result.RunProgress;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.result.RunStorage;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import java.util.function.LongSupplier;

/** The simulation of a scenario's network, with progress, checkpoints and early stop. */
final class Simulation {

    /** They take 0.8 GB. */
    private static final long MOST_MEMBRANE_VALUES = 100_000_000;

    private final Scenario scenario;
    private final Network network;
    private final RunSettings settings;
    private final RunStorage storage;
    private final RunProgress progress;

    Simulation(Scenario scenario, Network network, RunSettings settings, RunStorage storage, RunProgress progress) {
        this.scenario = scenario;
        this.network = network;
        this.settings = settings;
        this.storage = storage;
        this.progress = progress;
    }

    /** Simulates in this process. */
    Outcome run(long ticks) throws InputException {
        return run(ticks, LocalEngine.of(network, ticks, settings, probes(ticks)));
    }

    /** Simulates in this process, for the spikes alone: records no potentials. */
    Outcome runForSpikes(long ticks) throws InputException {
        return run(ticks, LocalEngine.of(network, ticks, settings, List.of()));
    }

    /** Result of a simulation, what it wrote to disk, and where its time went. */
    record Outcome(SimulationResult result, Optional<Recorded> recorded, Map<Work, Double> work) {}

    /** @param ticks length of the run, counted from tick 0 */
    Outcome run(long ticks, ScenarioEngine engine) throws InputException {
        Optional<CheckpointFormat> format = format(engine);
        Optional<RunState> from = from(format);
        Optional<Recorder> recorder = recorder(from.map(RunState::tick).orElse(0L), engine);
        TickProgress listener = new TickProgress(ticks, share -> progress.advanced("simulating", share));
        SimulationControl control = new SimulationControl(
                listener,
                progress,
                checkpoints().file().map(file -> new CheckpointFile(file, format.orElseThrow())),
                checkpoints().everySeconds(),
                recorder);
        SimulationResult result = simulate(engine, control, from);
        listener.advanced(result.ticks()); // the engine does not report idle ticks at the end
        return recorder.isPresent()
                ? recorded(result, recorder.get(), control.work)
                : new Outcome(result, Optional.empty(), control.work);
    }

    private Checkpoints checkpoints() {
        return storage.checkpoints();
    }

    private Optional<CheckpointFormat> format(ScenarioEngine engine) {
        boolean needed =
                checkpoints().resumeFrom().isPresent() || checkpoints().file().isPresent();
        return needed ? Optional.of(engine.format()) : Optional.empty();
    }

    private Optional<RunState> from(Optional<CheckpointFormat> format) throws InputException {
        if (checkpoints().resumeFrom().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new CheckpointFile(checkpoints().resumeFrom().get(), format.orElseThrow()).read());
    }

    private Optional<Recorder> recorder(long fromTick, ScenarioEngine engine) throws InputException {
        if (storage.recordings().isEmpty() || !Recorder.isNeeded(scenario)) {
            return Optional.empty();
        }
        boolean resumable = checkpoints().file().isPresent();
        return Optional.of(new Recorder(
                scenario, network, storage.recordings().get(), fromTick, resumable ? engine.memoryTicks() : 0));
    }

    private SimulationResult simulate(ScenarioEngine engine, SimulationControl control, Optional<RunState> from)
            throws InputException {
        try {
            return engine.run(control, from);
        } catch (DivergedException e) {
            String pointer = scenario.populations().stream()
                    .filter(population -> population.model().name().equals(e.model()))
                    .map(PopulationSpec::pointer)
                    .findFirst()
                    .or(() -> scenario.projections().stream()
                            .filter(projection -> projection.plasticity().orElse(null) instanceof EquationSynapses own
                                    && own.equations().name().equals(e.model()))
                            .map(ProjectionSpec::pointer)
                            .findFirst())
                    .orElse("");
            double seconds = e.tick() * scenario.clock().tickSeconds();
            throw new InputException(scenario.problem(
                    pointer, e.getMessage() + ", at " + QuantityFormat.format(seconds, Dimension.TIME)));
        } catch (IllegalArgumentException e) { // of other probes, or after the end of this run
            if (from.isEmpty()) {
                throw e;
            }
            String file = checkpoints().resumeFrom().orElseThrow().toString();
            throw new InputException(file, e.getMessage());
        }
    }

    private static Outcome recorded(SimulationResult result, Recorder recorder, Map<Work, Double> work) {
        try {
            recorder.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Recorded recorded = recorder.recorded();
        return new Outcome(recorded.streamed() ? withoutSpikes(result, recorded) : result, Optional.of(recorded), work);
    }

    private static SimulationResult withoutSpikes(SimulationResult result, Recorded recorded) {
        ActivityCounts counts = result.activity();
        long spikes = recorded.spikeCounts().stream().mapToLong(Long::longValue).sum();
        return new SimulationResult(
                result.network(),
                result.ticks(),
                result.network().populations().stream()
                        .map(population -> SpikeRaster.empty(population.size()))
                        .toList(),
                new ActivityCounts(spikes, counts.synapticEvents(), counts.neuronUpdates()),
                result.membranes(),
                result.weights());
    }

    /**
     * The potentials that the scenario keeps.
     *
     * @throws InputException if these are too many
     */
    List<MembraneProbe> probes(long ticks) throws InputException {
        List<MembraneProbe> probes = new ArrayList<>();
        for (String population : scenario.recording().membranes()) {
            long values = ticks * scenario.population(population).orElseThrow().size();
            if (values > MOST_MEMBRANE_VALUES) {
                throw new InputException(scenario.problem(
                        "/record/membrane",
                        "found " + values + " potentials of " + population + " to keep, expected at most "
                                + MOST_MEMBRANE_VALUES));
            }
            probes.add(new MembraneProbe(population));
        }
        return probes;
    }

    /** Connects the engine with progress, recordings and checkpoints of a run. Called by one thread of the engine at a time. */
    private static final class SimulationControl implements RunControl {

        private static final double NANOSECONDS = 1e9;

        private final TickProgress listener;
        private final RunProgress progress;
        private final Optional<CheckpointFile> file;
        private final Optional<Recorder> recorder;
        private final double everySeconds;
        private long lastNanos = System.nanoTime();
        private boolean savedAtStop;
        private Map<Work, Double> work = Map.of();

        SimulationControl(
                TickProgress listener,
                RunProgress progress,
                Optional<CheckpointFile> file,
                double everySeconds,
                Optional<Recorder> recorder) {
            this.listener = listener;
            this.progress = progress;
            this.file = file;
            this.everySeconds = everySeconds;
            this.recorder = recorder;
        }

        @Override
        public void advanced(long tick) {
            listener.advanced(tick);
        }

        @Override
        public long nextRest(long tick) {
            return recorder.map(it -> it.nextRest(tick)).orElse(Long.MAX_VALUE);
        }

        @Override
        public void resting(RunningNetwork run) {
            recorder.ifPresent(it -> it.resting(run));
            work = run.work();
        }

        @Override
        public void completed(RunningNetwork run) {
            recorder.ifPresent(it -> it.completed(run));
        }

        @Override
        public boolean stopRequested() {
            return progress.stopRequested();
        }

        @Override
        public boolean checkpointDue() {
            if (file.isEmpty()) {
                return false;
            }
            return stopRequested() ? !savedAtStop : (System.nanoTime() - lastNanos) / NANOSECONDS >= everySeconds;
        }

        /** A full disk must not end a run that can finish without checkpoints. */
        @Override
        public void checkpoint(RunState state) {
            savedAtStop = stopRequested();
            recorder.ifPresent(it -> it.saving(state.tick()));
            try {
                file.orElseThrow().write(state);
            } catch (IOException e) {
                progress.notice("no checkpoint could be written (" + e.getMessage() + "); the run goes on");
            }
            lastNanos = System.nanoTime();
        }
    }

    /**
     * Converts ticks into the share of a run that is done, and reports no more often than a progress bar can show: once per
     * thousandth of the run, or five times per second if that takes longer. Thread-safe.
     */
    static final class TickProgress {

        private static final int STEPS = 1000;
        private static final long PAUSE_NANOSECONDS = 200_000_000;

        private final long ticks;
        private final DoubleConsumer shares;
        private final LongSupplier nanoseconds;
        private long nextTick;
        private long nextNanoseconds;

        TickProgress(long ticks, DoubleConsumer shares) {
            this(ticks, shares, System::nanoTime);
        }

        /** @param nanoseconds a monotonic clock */
        TickProgress(long ticks, DoubleConsumer shares, LongSupplier nanoseconds) {
            this.ticks = ticks;
            this.shares = shares;
            this.nanoseconds = nanoseconds;
            this.nextNanoseconds = nanoseconds.getAsLong();
        }

        /** All ticks before this one are complete. */
        synchronized void advanced(long tick) {
            long now = nanoseconds.getAsLong();
            if (tick >= nextTick || tick == ticks || now - nextNanoseconds >= 0) {
                shares.accept(Math.min(1, (double) tick / ticks));
                nextTick = tick + Math.max(1, ticks / STEPS);
                nextNanoseconds = now + PAUSE_NANOSECONDS;
            }
        }
    }

    /**
     * A checkpoint on disk. A new one replaces the old one atomically once it is complete, so that a killed process leaves one of
     * the two.
     */
    private static final class CheckpointFile {

        private static final int BUFFER_BYTES = 1 << 16;

        /** As the user named it, for messages. */
        private final Path named;

        private final Path file;
        private final CheckpointFormat format;

        CheckpointFile(Path file, CheckpointFormat format) {
            this.named = file;
            this.file = file.toAbsolutePath();
            this.format = format;
        }

        void write(RunState state) throws IOException {
            try (HiddenPlace partial = HiddenPlace.beside(file)) {
                writeThrough(state, partial.path());
                partial.moveTo(file);
            }
        }

        /** On the disk when this returns, so that the move never puts a file without content into place. */
        private void writeThrough(RunState state, Path partial) throws IOException {
            try (FileChannel bytes =
                            FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    DataOutputStream out = new DataOutputStream(
                            new BufferedOutputStream(Channels.newOutputStream(bytes), BUFFER_BYTES))) {
                format.write(state, out);
                out.flush();
                bytes.force(true);
            }
        }

        /** @throws InputException if it does not exist, is damaged, or belongs to another network */
        RunState read() throws InputException {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                throw refused("is not a regular file, expected a checkpoint"); // a pipe would be waited for
            }
            try (InputStream bytes = Files.newInputStream(file);
                    DataInputStream in = new DataInputStream(new BufferedInputStream(bytes, BUFFER_BYTES))) {
                RunState state = format.read(in);
                if (in.read() >= 0) {
                    throw refused("goes on after its end");
                }
                return state;
            } catch (CheckpointException e) {
                throw refused(e.getMessage());
            } catch (NoSuchFileException e) {
                throw refused("no such file, expected a checkpoint");
            } catch (IOException e) {
                throw refused("cannot be read: " + ReadFault.reason(e));
            }
        }

        private InputException refused(String reason) {
            return new InputException(named, reason);
        }
    }
}
