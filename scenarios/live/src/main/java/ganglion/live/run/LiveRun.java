package ganglion.live.run;

import ganglion.cochlea.StreamedEar;
import ganglion.documents.InputException;
import ganglion.kernel.RunningNetwork;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.runtime.ActorSimulation;
import ganglion.runtime.RunControl;
import ganglion.runtime.RunOptions;
import ganglion.runtime.ThreadedTasks;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.bind.OpenInput;
import ganglion.scenario.bind.Stimulus;
import ganglion.scenario.result.RunSettings;
import ganglion.scenario.run.AppliedPrecision;
import java.util.List;
import java.util.Optional;

/**
 * The network of a scenario with an ear, run tick by tick as sound comes. The run rests before each tick until its sound is there; what the ear makes of it is the network's input
 * of the same tick, as in a run on a recording. Spikes follow from the sound alone. Memory is constant.
 */
public final class LiveRun {

    private final LiveScenario live;
    private final OpenInput input;
    private final StreamedEar ear;
    private final Network network;
    private final Optional<AppliedPrecision> precision;
    private final RunOptions options;

    /**
     * Builds the network.
     *
     * @throws InputException if a file of the scenario cannot be used
     */
    public LiveRun(LiveScenario live, RunSettings settings) throws InputException {
        this.live = live;
        this.input = new OpenInput(live.ear());
        this.ear = new StreamedEar(live.ear().cochlea());
        Network given = NetworkBinder.bind(
                live.scenario(), Stimulus.ofOpen(input), new ThreadedTasks(settings.threads()), false, share -> {});
        this.precision = AppliedPrecision.of(live.scenario(), given);
        this.network = precision.map(AppliedPrecision::network).orElse(given);
        this.options = new RunOptions(settings.neuronsPerActor(), settings.threads(), List.of());
    }

    /** The network, in the precision in which it runs. */
    public Network network() {
        return network;
    }

    /** The input that hears. */
    public OpenInput input() {
        return input;
    }

    /**
     * Runs until the sound ends. To be called once.
     *
     * @param feed gives the sound, in the thread that drives the run
     * @param listener sees each tick, in the same thread
     * @return number of ticks
     */
    public long run(TickFeed feed, TickWatcher listener) {
        Control control = new Control(feed, listener);
        if (control.feed(0)) {
            ActorSimulation.run(network, Long.MAX_VALUE, options, control);
        }
        return control.ticks;
    }

    private double step(Population population) {
        return precision.map(applied -> applied.step(population.name())).orElse(1.0);
    }

    /** Feeds the run while it rests. */
    private final class Control implements RunControl {

        private final TickFeed feed;
        private final TickWatcher listener;
        private final LiveTick shown;
        private final double[] samples = new double[live.samplesPerTick()];
        private long ticks;
        private boolean stopped;

        Control(TickFeed feed, TickWatcher listener) {
            this.feed = feed;
            this.listener = listener;
            int count = network.populations().size();
            int[] firsts = new int[count];
            double[] steps = new double[count];
            for (int p = 0; p < count; p++) {
                firsts[p] = network.firstNeuron(p);
                steps[p] = step(network.population(p));
            }
            this.shown = new LiveTick(ear, firsts, steps);
        }

        /** Waits for the sound of a tick and has the ear hear it; false if there is none. */
        private boolean feed(long tick) {
            if (!feed.next(samples)) {
                return false;
            }
            ear.hear(samples);
            if (input.injectsCurrents()) {
                input.putNumbers(tick, ear.numbers());
            } else {
                input.putSpikes(tick, ear.fired(), ear.firedCount());
            }
            return true;
        }

        @Override
        public void advanced(long tick) {
            // Told of at rest.
        }

        @Override
        public long nextRest(long tick) {
            return tick + 1;
        }

        @Override
        public void resting(RunningNetwork run) {
            long tick = run.completedTicks() - 1;
            shown.begin(tick, run::sample);
            run.takeSpikes(0, (at, population, neuron) -> shown.add(population, neuron));
            ticks = tick + 1;
            listener.ticked(shown, samples);
            stopped = !feed(ticks);
        }

        @Override
        public boolean stopRequested() {
            return stopped;
        }
    }

    /** Gives a run the sound of each tick. */
    @FunctionalInterface
    public interface TickFeed {

        /**
         * Waits for the sound of the next tick.
         *
         * @param samples receives it
         * @return whether there is one; false ends the run
         */
        boolean next(double[] samples);
    }

    /** Sees each tick of a run. */
    @FunctionalInterface
    public interface TickWatcher {

        /**
         * A tick is complete. What it shows is overwritten by the next.
         *
         * @param samples the sound of the tick
         */
        void ticked(LiveTick tick, double[] samples);
    }
}
