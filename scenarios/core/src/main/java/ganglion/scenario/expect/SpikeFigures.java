package ganglion.scenario.expect;

import ganglion.kernel.event.SpikeRaster;
import ganglion.scenario.model.Expectation.Window;
import ganglion.scenario.model.Measure;
import ganglion.scenario.model.Measure.Subject;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** Figures of spike trains: rates, intervals and their variation, synchrony. */
final class SpikeFigures {

    private SpikeFigures() {}

    /** The figure, if it is one of spike trains. */
    static Optional<Measured> of(Measure measure, Evidence evidence) {
        if (measure instanceof Measure.Rate rate) {
            return Optional.of(rate(rate.subject(), evidence));
        }
        if (measure instanceof Measure.Interval interval) {
            return Optional.of(interval(interval, evidence));
        }
        if (measure instanceof Measure.IntervalVariation variation) {
            return Optional.of(variation(variation, evidence));
        }
        if (measure instanceof Measure.FanoFactor factor) {
            return Optional.of(fanoFactor(factor, evidence));
        }
        return measure instanceof Measure.Synchrony synchrony
                ? Optional.of(synchrony(synchrony, evidence))
                : Optional.empty();
    }

    private static Measured rate(Subject subject, Evidence evidence) {
        SpikeRaster raster = evidence.result().spikesOf(subject.population());
        int[] counts = raster.countsByNeuron(subject.window().fromTick(), until(subject.window(), evidence));
        double spikes = subject.neuron().isPresent()
                ? counts[subject.neuron().getAsInt()]
                : Arrays.stream(counts).asLongStream().sum();
        int neurons = subject.neuron().isPresent() ? 1 : counts.length;
        long ticks = until(subject.window(), evidence) - subject.window().fromTick();
        return ticks <= 0
                ? Measured.unknown(text("rate of ", subject, evidence), "the run ends before the window begins")
                : Measured.of(
                        text("rate of ", subject, evidence),
                        spikes / neurons / evidence.clock().seconds(ticks));
    }

    private static Measured interval(Measure.Interval measure, Evidence evidence) {
        double[] seconds = trains(measure.subject(), evidence)
                .flatMapToDouble(ticks -> Arrays.stream(intervals(ticks)))
                .map(ticks -> ticks * evidence.clock().tickSeconds())
                .toArray();
        OptionalDouble value = switch (measure.statistic()) {
            case SHORTEST -> Arrays.stream(seconds).min();
            case LONGEST -> Arrays.stream(seconds).max();
            case MEAN -> Arrays.stream(seconds).average();
            case LOWEST, HIGHEST ->
                throw new IllegalArgumentException("intervals have no statistic " + measure.statistic());
        };
        String which = measure.statistic().name().toLowerCase(java.util.Locale.ROOT);
        return Measured.of(
                text(which + " interval between spikes of ", measure.subject(), evidence),
                value,
                "no neuron fires twice");
    }

    private static Measured variation(Measure.IntervalVariation measure, Evidence evidence) {
        Subject subject = measure.subject();
        OptionalDouble value = trains(subject, evidence)
                .filter(train -> train.length >= measure.fewestSpikes())
                .map(SpikeFigures::intervals)
                .mapToDouble(intervals -> Math.sqrt(variance(intervals)) / mean(intervals))
                .average();
        return Measured.of(
                text("variation (CV) of the intervals between spikes of ", subject, evidence),
                value,
                "no neuron fires " + (measure.fewestSpikes() == 3 ? "three times" : measure.fewestSpikes() + " times"));
    }

    private static Measured synchrony(Measure.Synchrony measure, Evidence evidence) {
        Subject subject = measure.subject();
        String text = text("synchrony of ", subject, evidence);
        long from = subject.window().fromTick();
        int bins = (int) ((until(subject.window(), evidence) - from) / measure.binTicks());
        double[] together = new double[Math.max(bins, 0)];
        double single = 0;
        long[][] trains = trains(subject, evidence).toArray(long[][]::new);
        for (long[] train : trains) {
            double[] counts = new double[together.length];
            for (long tick : train) {
                int bin = (int) ((tick - from) / measure.binTicks());
                if (bin < bins) {
                    counts[bin]++;
                    together[bin] += 1.0 / trains.length;
                }
            }
            single += variance(counts) / trains.length;
        }
        return single > 0
                ? Measured.of(text, Math.sqrt(variance(together) / single))
                : Measured.unknown(text, "the number of spikes is the same in all bins");
    }

    private static Measured fanoFactor(Measure.FanoFactor measure, Evidence evidence) {
        Subject subject = measure.subject();
        String text = text("variance over mean of the spikes per bin of ", subject, evidence);
        long from = subject.window().fromTick();
        int bins = (int) ((until(subject.window(), evidence) - from) / measure.binTicks());
        double[] counts = new double[Math.max(bins, 0)];
        trains(subject, evidence)
                .flatMapToLong(Arrays::stream)
                .map(tick -> (tick - from) / measure.binTicks())
                .filter(bin -> bin < counts.length)
                .forEach(bin -> counts[(int) bin]++);
        double mean = mean(counts);
        return mean > 0
                ? Measured.of(text, variance(counts) / mean)
                : Measured.unknown(text, "there is no spike in a whole bin");
    }

    /** The ticks of each neuron's spikes within the window. */
    private static Stream<long[]> trains(Subject subject, Evidence evidence) {
        SpikeRaster raster = evidence.result()
                .spikesOf(subject.population())
                .between(subject.window().fromTick(), until(subject.window(), evidence));
        long[][] trains = SpikeTrains.of(raster);
        return subject.neuron().isPresent() ? Stream.of(trains[subject.neuron().getAsInt()]) : Arrays.stream(trains);
    }

    private static double[] intervals(long[] ticks) {
        double[] intervals = new double[Math.max(0, ticks.length - 1)];
        Arrays.setAll(intervals, i -> ticks[i + 1] - ticks[i]);
        return intervals;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(0);
    }

    /** Variance of the values as the whole population, not as a sample. */
    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(0);
    }

    private static long until(Window window, Evidence evidence) {
        long ticks = evidence.result().ticks();
        return Math.min(window.untilTick().orElse(ticks), ticks);
    }

    private static String text(String what, Subject subject, Evidence evidence) {
        return what
                + Wording.neurons(subject.population(), subject.neuron())
                + Wording.within(subject.window(), evidence.clock());
    }

    /** A raster as one spike train per neuron. */
    private static final class SpikeTrains {

        private SpikeTrains() {}

        /** The ticks of each neuron's spikes, in order. */
        static long[][] of(SpikeRaster raster) {
            int[] counts = raster.countsByNeuron(0, Long.MAX_VALUE);
            long[][] trains = new long[counts.length][];
            for (int neuron = 0; neuron < counts.length; neuron++) {
                trains[neuron] = new long[counts[neuron]];
            }
            int[] next = new int[counts.length];
            for (int i = 0; i < raster.size(); i++) {
                int neuron = raster.neuron(i);
                trains[neuron][next[neuron]++] = raster.tick(i);
            }
            return trains;
        }
    }
}
