package ganglion.learning.model;

import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.model.Parameter.ParameterShape;
import java.util.List;
import java.util.SplittableRandom;

/** A layer of neurons, one to each input: it has potentials, and fires spikes unless it only integrates. */
public non-sealed interface FiringLayer extends Layer {

    /** Name of the parameter of delays within a layer, [to][from] and the last one of the layer. */
    String RECURRENT_DELAY = "recurrent_delay";

    /** Whether the neurons can fire. */
    boolean fires();

    /** Whether the neurons receive spikes of their own layer. */
    Recurrence recurrence();

    /** Delays of these spikes, or {@link SynapseDelays#NONE}. */
    SynapseDelays recurrentDelays();

    /** Where values of {@link #RECURRENT_DELAY} may lie. */
    default Span rangeOfDelays() {
        return new Span(0, recurrentDelays().largestValue());
    }

    /** Adds {@link #RECURRENT_DELAY} to the parameters of a layer, if it has delays. */
    default void addDelays(List<ParameterShape> shapes, int size) {
        if (recurrentDelays().active()) {
            shapes.add(new ParameterShape(RECURRENT_DELAY, recurrentDelays().trainable(), size, size));
        }
    }

    /** The same with fresh values. */
    default void addDelays(List<Parameter> parameters, int size, SplittableRandom random) {
        if (recurrentDelays().active()) {
            double[] values = recurrentDelays().freshValues(Math.multiplyExact(size, size), random);
            parameters.add(new Parameter(
                    RECURRENT_DELAY, new int[] {size, size}, recurrentDelays().trainable(), values));
        }
    }

    @Override
    default boolean decays(String parameter) {
        return !parameter.equals(RECURRENT_DELAY);
    }

    /**
     * Whether neurons of a layer see the spikes that the layer fired one step before, or, where synapses have delays, one step and the delay
     * before.
     */
    enum Recurrence {
        /** They do not. */
        NONE,
        /** Each sees all: parameters {@code recurrent_weight} [to][from] and {@code recurrent_bias} [to]. */
        ALL_TO_ALL;

        /**
         * Refuses delays of synapses that are not there.
         *
         * @throws IllegalArgumentException if only {@link #ALL_TO_ALL} would have them
         */
        public void check(SynapseDelays delays) {
            if (delays.active() && this != ALL_TO_ALL) {
                throw new IllegalArgumentException(
                        "found delays of recurrent synapses, expected recurrence from all to all");
            }
        }
    }
}
