package ganglion.study.rhythm;

import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.model.Dense;
import ganglion.learning.model.Layer;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Neurons.ResetRule;
import ganglion.learning.model.Parameter;
import ganglion.learning.model.Setting;
import ganglion.learning.sample.SpikeInput;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Neurons that fire when a spike coincides with an earlier one after their delay: {@code v <- beta v + x}, where x counts the
 * spikes that arrive at once and after the delay, each with weight 1; at a potential of {@value #THRESHOLD} the neuron fires and is
 * reset to zero. The same as population {@code lif} of a scenario with two projections. A single spike falls to a quarter
 * within a tick: only two at the same tick are a coincidence.
 *
 * @param lagsTicks delay of each neuron, 1 or more
 */
record CoincidenceBank(int[] lagsTicks) {

    static final double THRESHOLD = 1.5;
    static final double BETA = 0.25;

    /** A neuron that repeats a spike of weight 1. */
    private static final double RELAY_THRESHOLD = 0.5;

    /** Neurons for lags from one to the other, in equal steps. */
    static CoincidenceBank of(int shortestTicks, int longestTicks, int stepTicks) {
        int[] lags = new int[(longestTicks - shortestTicks) / stepTicks + 1];
        Arrays.setAll(lags, i -> shortestTicks + i * stepTicks);
        return new CoincidenceBank(lags);
    }

    int size() {
        return lagsTicks.length;
    }

    /**
     * The whole network, from the train itself on: two neurons that repeat each spike, these neurons, which see the one at once and the
     * other after their delay, and the layers that learned from their response.
     */
    Model before(Model trained) {
        int longest = Arrays.stream(lagsTicks).max().orElseThrow();
        List<Layer> front = List.of(
                new Dense(2, false),
                neurons(0, RELAY_THRESHOLD),
                new Dense(size(), false, new SynapseDelays(longest, 1, false, longest, 1, 1)),
                neurons(BETA, THRESHOLD));
        Model bank = Model.create(LayerShape.of(1), front, 0);
        Arrays.fill(bank.parameter(0, "weight").values(), 1);
        Arrays.fill(bank.parameter(2, "weight").values(), 1);
        double[] delays = bank.parameter(2, "delay").values();
        for (int n = 0; n < size(); n++) {
            delays[2 * n] = 0;
            delays[2 * n + 1] = lagsTicks[n];
        }
        List<Layer> layers = new ArrayList<>(front);
        layers.addAll(trained.layers());
        List<List<Parameter>> parameters = new ArrayList<>();
        for (int layer = 0; layer < front.size(); layer++) {
            parameters.add(bank.parameters(layer));
        }
        for (int layer = 0; layer < trained.layers().size(); layer++) {
            parameters.add(trained.parameters(layer));
        }
        return new Model(bank.input(), layers, parameters);
    }

    private static Neurons neurons(double beta, double threshold) {
        return Neurons.leaky(beta)
                .withReset(ResetRule.ZERO, true)
                .withSettings(Setting.fixed(1), Setting.fixed(beta), Setting.fixed(threshold));
    }

    /** The response of the neurons to a train: an output spike has the tick of the input spike that completes the coincidence. */
    SpikeInput respond(int[] spikes, int ticks) {
        boolean[] input = new boolean[ticks];
        for (int spike : spikes) {
            input[spike] = true;
        }
        double[] potential = new double[size()];
        LongStream.Builder places = LongStream.builder();
        for (int tick = 0; tick < ticks; tick++) {
            for (int n = 0; n < potential.length; n++) {
                int arrived = (input[tick] ? 1 : 0) + (tick >= lagsTicks[n] && input[tick - lagsTicks[n]] ? 1 : 0);
                potential[n] = BETA * potential[n] + arrived;
                if (potential[n] >= THRESHOLD) {
                    potential[n] = 0;
                    places.add((long) tick * size() + n);
                }
            }
        }
        return SpikeInput.of(size(), ticks, places.build().toArray(), 0);
    }
}
