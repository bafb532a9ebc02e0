package ganglion.hardware.precision;

import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.figure.Figure;
import ganglion.hardware.precision.QuantisedNetwork.PopulationChange;
import ganglion.hardware.precision.QuantisedNetwork.ProjectionChange;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.model.Lif;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Rounds a network to the bits of a chip. All weights into a population share one {@link WeightStep}; rounding is to
 * the nearest. Where the bits of the membrane are known, the
 * population is counted in steps altogether: weights, thresholds, resets and biases become whole numbers, and the membrane
 * rounds and saturates as {@link GridLif} says. Delays beyond the chip's longest are shortened to it.
 *
 * <p>A pure function. Weights of one bit stay unchanged: their meaning depends on the mapping, not on rounding. Where a neuron
 * keeps only a few weights, its rounded ones become {@link FewWeights those}.
 */
public final class Quantisation {

    private final Network network;
    private final ChipPrecision precision;
    private final List<String> notes = new ArrayList<>();
    private final double[] step;
    private final boolean[] inSteps;

    private Quantisation(Network network, ChipPrecision precision) {
        this.network = network;
        this.precision = precision;
        this.step = new double[network.populations().size()];
        this.inSteps = new boolean[step.length];
    }

    /**
     * The network in a chip's bits.
     *
     * @throws IllegalArgumentException if a projection is plastic: no rounding is defined for its weights
     */
    public static QuantisedNetwork apply(Network network, ChipPrecision precision) {
        if (network.projections().stream()
                .anyMatch(projection -> projection.plasticity().isPresent())) {
            throw new IllegalArgumentException("the network has weights that change, for which no rounding is defined");
        }
        return new Quantisation(network, precision).apply();
    }

    private QuantisedNetwork apply() {
        noteUnknown();
        findSteps();
        List<Population> populations = new ArrayList<>();
        List<PopulationChange> populationChanges = new ArrayList<>();
        for (int p = 0; p < step.length; p++) {
            Population population = network.population(p);
            double thresholdError = 0;
            if (inSteps[p]) {
                QuantisedLif lif = QuantisedLif.of(population.model(), population.size(), step[p], precision);
                populations.add(
                        new Population(population.name(), population.size(), lif.model(), population.startTick()));
                thresholdError = lif.largestThresholdError();
            } else {
                populations.add(population);
            }
            populationChanges.add(new PopulationChange(population.name(), step[p], inSteps[p], thresholdError));
        }
        List<Optional<FewWeights>> few = new ArrayList<>();
        for (int p = 0; p < step.length; p++) {
            String name = network.population(p).name();
            double size = step[p];
            few.add(precision.weightsPerNeuron().stream()
                    .mapToObj(most -> FewWeights.of(network, name, size, most))
                    .findFirst());
        }
        List<Projection> projections = new ArrayList<>();
        List<ProjectionChange> projectionChanges = new ArrayList<>();
        for (Projection projection : network.projections()) {
            int target = network.index(projection.target());
            QuantisedSynapses synapses = new QuantisedSynapses(
                    projection.synapses(),
                    step[target],
                    inSteps[target],
                    precision.longestDelayTicks().orElse(Integer.MAX_VALUE),
                    few.get(target));
            projections.add(new Projection(projection.source(), projection.target(), synapses.synapses()));
            projectionChanges.add(synapses.change(projection));
        }
        return new QuantisedNetwork(
                network, new Network(populations, projections), populationChanges, projectionChanges, notes);
    }

    private void noteUnknown() {
        if (precision.weightBits().isEmpty()) {
            notes.add("The chip's bits of a weight are not known: weights are as given.");
        } else if (precision.weightBits().getAsInt() == 1) {
            notes.add("Weights of one bit stand for what a mapping gives them: weights are as given.");
        }
        if (precision.stateBits().isEmpty()) {
            notes.add("The chip's bits of a membrane potential are not known: membranes are as given.");
        }
        if (precision.longestDelayTicks().isEmpty()) {
            notes.add("The chip's longest delay is not known: delays are as given.");
        }
    }

    private void findSteps() {
        if (precision.weightBits().isEmpty() || precision.weightBits().getAsInt() == 1) {
            return;
        }
        long levels = ChipPrecision.largest(precision.weightBits().getAsInt());
        long highest = precision.stateBits().isPresent() ? (long) precision.highestPotential() : Long.MAX_VALUE;
        for (int p = 0; p < step.length; p++) {
            step[p] = WeightStep.into(network, network.population(p).name(), levels, highest)
                    .size();
        }
        for (int p = 0; p < step.length && precision.stateBits().isPresent(); p++) {
            Population population = network.population(p);
            inSteps[p] = step[p] > 0 && (population.model() instanceof Lif || population.model() instanceof GridLif);
            if (step[p] > 0 && !inSteps[p]) {
                notes.add("The membranes of " + population.name() + " are as given: they are of a "
                        + population.model().name()
                        + (population.model() instanceof DrivenNeurons ? " with currents" : "")
                        + ", for which no rounding is defined.");
            }
        }
    }

    /**
     * A population in units of one step.
     *
     * @param model its neurons, of which one step is 1
     * @param largestThresholdError largest change of a threshold by rounding, in the units of the given network
     */
    record QuantisedLif(GridLif model, double largestThresholdError) {

        /** @param model a {@link Lif} or {@link GridLif} */
        static QuantisedLif of(NeuronModel model, int size, double step, ChipPrecision precision) {
            double grid = precision.potentialStep();
            double largest = precision.highestPotential();
            Optional<NeuronValues> leak = model instanceof GridLif leaky ? leaky.linearLeak() : Optional.empty();
            boolean stops = model instanceof GridLif leaky && leaky.lowest() == 0;
            LifParameters given = model instanceof GridLif leaky ? leaky.parameters() : ((Lif) model).parameters();
            double[] threshold = rounded(given.threshold(), size, step);
            double error = 0;
            for (int i = 0; i < size; i++) {
                error = Math.max(
                        error, Math.abs(threshold[i] * step - given.threshold().at(i)));
            }
            double[] reset = rounded(given.resetPotential(), size, step);
            double[] drive = new double[size];
            for (int i = 0; i < size; i++) {
                double toRest = leak.isPresent()
                        ? 0
                        : (1 - given.beta().at(i)) * given.rest().at(i);
                double perTick = toRest + given.bias().at(i);
                drive[i] = Math.rint(perTick / step / grid) * grid;
                // Rounding must not make a threshold zero, nor raise a reset to it: the neuron would fire in every
                // tick.
                threshold[i] = given.threshold().at(i) > 0 ? Math.max(1, threshold[i]) : threshold[i];
                reset[i] = Math.min(reset[i], threshold[i] - 1);
            }
            LifParameters whole = new LifParameters(
                    precision.decay(given.beta(), size),
                    NeuronValues.each(threshold),
                    given.strict(),
                    given.reset(),
                    given.delayedReset(),
                    NeuronValues.each(reset),
                    NeuronValues.of(0),
                    NeuronValues.each(drive),
                    NeuronValues.each(rounded(given.initialPotential(), size, step)),
                    given.refractoryTicks());
            return new QuantisedLif(
                    new GridLif(
                            whole,
                            grid,
                            stops ? 0 : -largest,
                            largest,
                            leak.map(each -> atLeastOne(rounded(each, size, step)))),
                    error);
        }

        /** A leak that rounds to nothing would be none. */
        private static NeuronValues atLeastOne(double[] leak) {
            return NeuronValues.each(
                    Arrays.stream(leak).map(steps -> Math.max(1, steps)).toArray());
        }

        private static double[] rounded(NeuronValues values, int size, double step) {
            double[] whole = new double[size];
            for (int i = 0; i < size; i++) {
                whole[i] = Math.rint(values.at(i) / step);
            }
            return whole;
        }
    }

    /** The synapses of one projection in a chip's bits, with the rounding errors. For one use. */
    private static final class QuantisedSynapses {

        private final double step;
        private final boolean inSteps;
        private final int longestDelayTicks;
        private final Optional<FewWeights> few;
        private long changed;
        private long lost;
        private double largestError;
        private double sumOfSquares;
        private long shortened;
        private final Synapses synapses;

        /**
         * @param step smallest difference of two weights; 0 leaves them as given
         * @param inSteps whether weights are counted in steps rather than in their own units
         * @param few the weights that each neuron keeps; empty for any
         */
        QuantisedSynapses(
                Synapses given, double step, boolean inSteps, int longestDelayTicks, Optional<FewWeights> few) {
            this.step = step;
            this.inSteps = inSteps;
            this.longestDelayTicks = longestDelayTicks;
            this.few = few;
            this.synapses = given.changed(this::weight, this::delay);
        }

        Synapses synapses() {
            return synapses;
        }

        ProjectionChange change(Projection projection) {
            long count = synapses.count();
            return new ProjectionChange(
                    projection.source(),
                    projection.target(),
                    count,
                    changed,
                    lost,
                    largestError,
                    count == 0 ? 0 : sumOfSquares / count,
                    shortened);
        }

        private int delay(int given) {
            shortened += given > longestDelayTicks ? 1 : 0;
            return Math.min(given, longestDelayTicks);
        }

        private double weight(int target, double given) {
            if (step == 0) {
                return given;
            }
            double rounded = Math.rint(given / step);
            double whole =
                    few.map(each -> Math.rint(each.nearest(target, rounded))).orElse(rounded);
            double error = whole * step - given;
            if (Math.abs(error) > WeightStep.TOLERANCE * step || whole == 0 && given != 0) {
                changed++;
                lost += whole == 0 ? 1 : 0;
                largestError = Math.max(largestError, Math.abs(error));
                sumOfSquares += error * error;
            }
            return inSteps ? whole : whole * step;
        }
    }

    /**
     * The bits of a chip for weights, membranes and delays. Where they are unknown, the network stays unchanged.
     *
     * @param weightBits bits of a weight, sign included
     * @param stateBits bits of a membrane potential, sign included
     * @param longestDelayTicks longest delay
     * @param weightsPerNeuron different weights that one neuron keeps
     * @param stateFractionBits those of a membrane potential that are finer than a step of the weights
     * @param decayBits bits of the share of a membrane potential that a tick takes off
     */
    public record ChipPrecision(
            OptionalInt weightBits,
            OptionalInt stateBits,
            OptionalInt longestDelayTicks,
            OptionalInt weightsPerNeuron,
            OptionalInt stateFractionBits,
            OptionalInt decayBits) {

        /** The precision in the limits of a chip. */
        public static ChipPrecision of(ChipLimits limits) {
            return new ChipPrecision(
                    whole(limits.of(Limit.WEIGHT_BITS)),
                    whole(limits.of(Limit.STATE_BITS)),
                    whole(limits.of(Limit.DELAY_TICKS)),
                    whole(limits.of(Limit.WEIGHTS_PER_NEURON)),
                    whole(limits.of(Limit.STATE_FRACTION_BITS)),
                    whole(limits.of(Limit.DECAY_BITS)));
        }

        private static OptionalInt whole(Optional<Figure> figure) {
            return figure.map(found -> OptionalInt.of((int) found.value())).orElse(OptionalInt.empty());
        }

        /** Distance of two membrane potentials in steps of the weights, a power of two. */
        double potentialStep() {
            return Math.scalb(1.0, -stateFractionBits.orElse(0));
        }

        /** Highest membrane potential in steps of the weights. */
        double highestPotential() {
            return largest(stateBits.getAsInt()) * potentialStep();
        }

        /** Betas rounded to the chip's bits of a decay. One whose leak rounds to 0 becomes 1. */
        NeuronValues decay(NeuronValues beta, int size) {
            if (decayBits.isEmpty()) {
                return beta;
            }
            double[] rounded = new double[size];
            Arrays.setAll(
                    rounded,
                    i -> Math.scalb(Math.rint(Math.scalb(beta.at(i), decayBits.getAsInt())), -decayBits.getAsInt()));
            return NeuronValues.each(rounded);
        }

        /** Largest signed number of the given number of bits. */
        static long largest(int bits) {
            return (1L << bits - 1) - 1;
        }
    }
}
