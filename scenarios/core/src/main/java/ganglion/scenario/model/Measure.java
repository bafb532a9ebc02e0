package ganglion.scenario.model;

import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.Computation;
import ganglion.scenario.model.Expectation.EnergyBasis;
import ganglion.scenario.model.Expectation.Window;
import java.util.Optional;
import java.util.OptionalInt;

/** A figure of a run that limits can be put on. A new one is a record here, its words in the schema, and its evaluator. */
public sealed interface Measure {

    /** Unit of the figure; most are plain numbers. */
    default Unit unit() {
        return Unit.NUMBER;
    }

    /** Units of figures, of limits and outcomes. */
    enum Unit {
        /** Spikes per second. */
        HERTZ("Hz"),
        /** Time. */
        SECONDS("s"),
        /** Energy. */
        JOULES("J"),
        /** Power. */
        WATTS("W"),
        /** Energy times time. */
        JOULE_SECONDS("J s"),
        /** A plain number. */
        NUMBER("");

        private final String symbol;

        Unit(String symbol) {
            this.symbol = symbol;
        }

        /** How it is written; empty for a plain number. */
        public String symbol() {
            return symbol;
        }
    }

    /**
     * Whose spikes or potentials count, and when.
     *
     * @param neuron the neuron; all of them if absent
     */
    record Subject(String population, OptionalInt neuron, Window window) {}

    /** Which one of several values. */
    enum Statistic {
        MEAN,
        SHORTEST,
        LONGEST,
        LOWEST,
        HIGHEST
    }

    /** Spikes per neuron and second. */
    record Rate(Subject subject) implements Measure {

        @Override
        public Unit unit() {
            return Unit.HERTZ;
        }
    }

    /** Time between successive spikes of a neuron, over all neurons that are looked at. */
    record Interval(Subject subject, Statistic statistic) implements Measure {

        @Override
        public Unit unit() {
            return Unit.SECONDS;
        }
    }

    /**
     * Coefficient of variation of the intervals between a neuron's spikes: 0 for a clock, 1 for a Poisson process. Mean over
     * the neurons that fire often enough.
     *
     * @param fewestSpikes of a neuron that counts, at least 3
     */
    record IntervalVariation(Subject subject, int fewestSpikes) implements Measure {}

    /**
     * How far the neurons of a population fire together: the variance of the population's mean spike count in bins of time,
     * by the mean variance of the single neurons' counts, and of that the root (chi of D. Golomb and J. Rinzel, Physica D 72,
     * 259 (1994)). From about one by the root of the number of neurons, if they are independent, to 1, if they are the same.
     */
    record Synchrony(Subject subject, long binTicks) implements Measure {}

    /**
     * Variance of the number of spikes that a whole population fires in a bin of time, divided by its mean: 1 for independent
     * Poisson processes, more if neurons fire together or rates change.
     */
    record FanoFactor(Subject subject, long binTicks) implements Measure {}

    /** Recorded membrane potential, in units of the threshold variable. */
    record Membrane(Subject subject, Statistic statistic) implements Measure {}

    /**
     * Weights of plastic synapses at the end of the run.
     *
     * @param source the neuron that they come from; all of them if absent
     * @param target the neuron that they lead to; all of them if absent
     */
    record Weight(String from, String to, OptionalInt source, OptionalInt target, Statistic statistic)
            implements Measure {}

    /** Share of the decisions that are right, from 0 to 1. */
    record Accuracy(OptionalInt of) implements Measure {}

    /** Time from a clip's start to the first spike of its winner, or until it was taken, if it may be taken early; a clip that nothing fires for counts as infinite. */
    record DecisionLatency(double percentile) implements Measure {

        @Override
        public Unit unit() {
            return Unit.SECONDS;
        }
    }

    /**
     * A device whose energy is looked at.
     *
     * @param profile name of its profile
     * @param computes what it computes; absent for spikes on a chip that follows them, else for the artificial network
     * @param boundary what its energy contains
     */
    record Device(String profile, Optional<Computation> computes, Boundary boundary) {}

    /** Energy of a run, or of a decision on average, on a device. */
    record DeviceEnergy(Device device, EnergyBasis per) implements Measure {

        @Override
        public Unit unit() {
            return Unit.JOULES;
        }
    }

    /** Time that a chip takes for a tick. */
    record TickTime(String profile, double percentile) implements Measure {

        @Override
        public Unit unit() {
            return Unit.SECONDS;
        }
    }

    /** Mean power of a device over the run. */
    record Power(Device device) implements Measure {

        @Override
        public Unit unit() {
            return Unit.WATTS;
        }
    }

    /** Energy times the time that the device works, of the run or of a decision on average. */
    record EnergyDelayProduct(Device device, EnergyBasis per) implements Measure {

        @Override
        public Unit unit() {
            return Unit.JOULE_SECONDS;
        }
    }

    /** A figure of one device divided by the same figure of another. */
    record Ratio(Measure of, Measure to) implements Measure {}
}
