package ganglion.hardware.latency;

import ganglion.hardware.activity.PlacedTick;
import ganglion.hardware.metrics.NumberInput;
import ganglion.hardware.placement.Cells;
import ganglion.hardware.placement.FanOut;
import ganglion.hardware.placement.PlacedNetwork;
import ganglion.hardware.placement.Placement;
import java.util.List;
import org.HdrHistogram.Histogram;

/** Computes how long a chip works on a tick. Called once per tick, in order; not thread safe. */
public interface TickTimer {

    /** Time of a tick, in seconds. */
    double seconds(PlacedTick tick);

    /**
     * Time of a barrier-synchronised tick, as an upper estimate without overlap of its phases:
     *
     * <pre>
     *   max over cores (updates and sending)
     * + longest path of a message through the mesh, without contention
     * + max over cores (synaptic operations and receiving)
     * + barrier
     * </pre>
     */
    final class PhaseTimer implements TickTimer {

        private final CoreTimes cores;
        private final double barrierSeconds;
        private final double quietSeconds;

        /**
         * @param barrierSeconds time of the barrier at the end of every tick
         */
        public PhaseTimer(PlacedNetwork placed, OperationTimes times, double barrierSeconds) {
            this.cores = new CoreTimes(placed, times, true);
            this.barrierSeconds = barrierSeconds;
            this.quietSeconds = OperationTimes.largest(cores.quiet()) + barrierSeconds;
        }

        @Override
        public double seconds(PlacedTick tick) {
            if (tick.idle()) {
                return quietSeconds;
            }
            cores.measure(tick);
            double sent = OperationTimes.largest(cores.sending());
            return sent + cores.longestPath() + OperationTimes.largest(cores.receiving()) + barrierSeconds;
        }
    }

    /**
     * Time of a barrier-synchronised tick when the mesh is taken to be infinitely fast: the slowest core decides, whether by
     * sending or by receiving, and then comes the barrier. The same as "simple" timing in SANA-FE.
     */
    final class SimpleTimer implements TickTimer {

        private final CoreTimes cores;
        private final double barrierSeconds;
        private final double quietSeconds;

        /**
         * @param barrierSeconds time of the barrier at the end of every tick
         */
        public SimpleTimer(PlacedNetwork placed, OperationTimes times, double barrierSeconds) {
            this.cores = new CoreTimes(placed, times, false);
            this.barrierSeconds = barrierSeconds;
            this.quietSeconds = OperationTimes.largest(cores.quiet()) + barrierSeconds;
        }

        @Override
        public double seconds(PlacedTick tick) {
            if (tick.idle()) {
                return quietSeconds;
            }
            cores.measure(tick);
            return Math.max(OperationTimes.largest(cores.sending()), OperationTimes.largest(cores.receiving()))
                    + barrierSeconds;
        }
    }

    /**
     * The time of the busiest core when each core does its updates, its sending and its receiving one operation after another:
     * the shortest tick that a clock can keep.
     */
    final class BusyTimer implements TickTimer {

        private final CoreTimes cores;
        private final double[] busy;
        private final double quietSeconds;

        /** A timer for one walk. */
        public BusyTimer(PlacedNetwork placed, OperationTimes times) {
            this.cores = new CoreTimes(placed, times, false);
            this.busy = new double[cores.quiet().length];
            this.quietSeconds = OperationTimes.largest(cores.quiet());
        }

        @Override
        public double seconds(PlacedTick tick) {
            if (tick.idle()) {
                return quietSeconds;
            }
            cores.measure(tick);
            for (int core = 0; core < busy.length; core++) {
                busy[core] = cores.sending()[core] + cores.receiving()[core];
            }
            return OperationTimes.largest(busy);
        }
    }

    /**
     * Time of asynchronous events. The spikes of a scenario's tick are sent at its beginning; each message takes its path and
     * then waits until its core has served earlier messages, of this tick or of previous ones. The time of a tick lasts until
     * the last of its messages is served; a queue that is longer than the tick continues in the next. Updates of neurons
     * that have a time are part of serving. Not thread safe.
     */
    final class QueueTimer implements TickTimer {

        private final PlacedNetwork placed;
        private final OperationTimes times;
        private final double tickSeconds;
        private final double[] freeAt;
        private final Histogram latency;

        /**
         * @param tickSeconds length of the scenario's tick, on the chip's clock
         * @param latency records the time from spike to service of each message, in picoseconds
         */
        public QueueTimer(PlacedNetwork placed, OperationTimes times, double tickSeconds, Histogram latency) {
            this.placed = placed;
            this.times = times;
            this.tickSeconds = tickSeconds;
            this.freeAt = new double[placed.placement().cores().size()];
            this.latency = latency;
        }

        @Override
        public double seconds(PlacedTick tick) {
            double last = 0;
            for (int core = 0; core < freeAt.length; core++) {
                freeAt[core] = Math.max(0, freeAt[core] - tickSeconds);
            }
            for (int i = 0; i < tick.firedCount(); i++) {
                last = Math.max(last, serve(tick.fired(i), last));
            }
            return last;
        }

        private double serve(int neuron, double lastBefore) {
            FanOut fanOut = placed.fanOut();
            Placement placement = placed.placement();
            double last = lastBefore;
            double sentAt = 0;
            for (int message = fanOut.first(neuron); message < fanOut.first(neuron + 1); message++) {
                sentAt += placement.coreOfNeuron()[neuron] == Placement.OUTSIDE ? 0 : times.messageOut();
                int core = fanOut.core(message);
                double arrival = sentAt + times.path(neuron, message, placement);
                double begins = Math.max(freeAt[core], arrival);
                freeAt[core] = begins + times.processing(message);
                latency.recordValue(SpikeLatency.picoseconds(freeAt[core]));
                last = Math.max(last, freeAt[core]);
            }
            return last;
        }
    }

    /**
     * Adds the weighting of numbers to the time of a tick: it comes before the spikes and does not overlap with them. The products
     * of an input are shared by cores as the neurons of its population are, and the core with most of them decides.
     */
    final class NumberTimer implements TickTimer {

        private final TickTimer spikes;
        private final List<NumberInput> numbers;
        private final double[] secondsEach;

        /**
         * @param spikes gives the time of the rest of the tick
         * @param seconds time of one multiply-accumulate
         */
        public NumberTimer(TickTimer spikes, PlacedNetwork placed, List<NumberInput> numbers, double seconds) {
            this.spikes = spikes;
            this.numbers = List.copyOf(numbers);
            this.secondsEach = this.numbers.stream()
                    .mapToDouble(input -> seconds * mostOnOneCore(placed, input.target()) / input.targets())
                    .toArray();
        }

        private static int mostOnOneCore(PlacedNetwork placed, String population) {
            Cells cells = placed.cells();
            int index = placed.network().index(population);
            int most = 0;
            for (int cell = 0; cell < cells.count(); cell++) {
                most = Math.max(most, cells.population(cell) == index ? cells.neurons(cell) : 0);
            }
            return most;
        }

        @Override
        public double seconds(PlacedTick tick) {
            double weighting = 0;
            for (int i = 0; i < secondsEach.length; i++) {
                weighting += numbers.get(i).effectiveMultiplyAccumulates(tick.tick()) * secondsEach[i];
            }
            return spikes.seconds(tick) + weighting;
        }
    }
}
