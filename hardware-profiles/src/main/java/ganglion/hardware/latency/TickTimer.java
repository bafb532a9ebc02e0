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

    /** Time from the beginning of a tick until its work is done, in seconds. */
    double seconds(PlacedTick tick);

    /** Seconds from the beginning of the tick that was timed last until the work of earlier ticks is done. */
    default double backlog() {
        return 0;
    }

    /**
     * Time of asynchronous events. Neurons leak at the beginning of a scenario's tick, where that takes a core time. The spikes of the
     * tick are sent at its beginning, too; each message takes its path and then waits until its core has served earlier messages, of this tick or of previous ones. The time of a tick lasts until
     * the last of its messages is served; a queue that is longer than the tick continues in the next, as its backlog. Updates of neurons
     * that have a time are part of serving. Not thread safe.
     */
    final class QueueTimer implements TickTimer {

        private final PlacedNetwork placed;
        private final OperationTimes times;
        private final double tickSeconds;
        private final double[] freeAt;
        private final Histogram latency;
        private double backlog;

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
            backlog = 0;
            for (int core = 0; core < freeAt.length; core++) {
                freeAt[core] = Math.max(0, freeAt[core] - tickSeconds);
                backlog = Math.max(backlog, freeAt[core]);
                freeAt[core] += times.leaks();
                last = times.leaks() > 0 ? Math.max(last, freeAt[core]) : last;
            }
            for (int i = 0; i < tick.firedCount(); i++) {
                last = Math.max(last, serve(tick.fired(i), last));
            }
            return last;
        }

        @Override
        public double backlog() {
            return backlog;
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

        @Override
        public double backlog() {
            return spikes.backlog();
        }
    }
}
