package ganglion.scenario.format.neuron;

import static ganglion.documents.key.Types.flag;
import static ganglion.documents.key.Types.number;
import static ganglion.documents.key.Types.ticks;
import static ganglion.documents.key.Types.words;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Place;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.scenario.format.number.NeuronNumbers;
import ganglion.scenario.format.number.NeuronTimes;
import java.util.List;
import java.util.function.Function;

/** The parameters that all leaky integrate-and-fire models share. */
final class MembraneKeys {

    private static final NeuronValues ZERO = NeuronValues.of(0);

    static final Key<NeuronValues> BETA = Key.of(
                    "beta", NeuronNumbers.within(number().from(0).to(1)))
            .says("Share of the potential that is left after one tick.")
            .example(0.9)
            .example(List.of(0.9, 0.95));

    static final Key<NeuronValues> TIME_CONSTANT = Key.of("time-constant", new NeuronTimes())
            .says("Membrane time constant tau; beta is then exp(-tick / tau).")
            .example("20 ms");

    private static final Decay LEAK = new Decay(BETA, TIME_CONSTANT);

    private static final Key<NeuronValues> THRESHOLD = Key.of("threshold", NeuronNumbers.numbers())
            .says("Potential at which the neuron fires.")
            .byDefault(NeuronValues.of(1))
            .example(1.0);

    private static final Key<Boolean> STRICT = Key.of("strict", flag())
            .says("Whether the neuron fires only above the threshold, as snnTorch's do, rather than at it.")
            .byDefault(false)
            .example(false);

    private static final Key<ResetWord> RESET = Key.of("reset", words("the name of a reset", ResetWord.class))
            .says(
                    "What a spike does to the potential: set to zero, set to the reset potential (value), less the threshold"
                            + " (subtract), or nothing (none). With zero-losing-input and a delayed reset, the input of the tick of"
                            + " the reset is lost as well, as with snnTorch's Synaptic.")
            .byDefault(ResetWord.ZERO)
            .example("subtract");

    private static final Key<NeuronValues> RESET_POTENTIAL = Key.of(
                    "reset-potential", NeuronNumbers.named("a number below the threshold", number()))
            .says("Potential after a spike, below the threshold; needs reset: value.")
            .impliedDefault(ZERO)
            .example(-0.2);

    private static final Key<Boolean> DELAYED_RESET = Key.of("delayed-reset", flag())
            .says("Whether the reset acts at the tick after the spike, as in trainers, rather than at once.")
            .byDefault(false)
            .example(false);

    private static final Key<NeuronValues> REST = Key.of("rest", NeuronNumbers.numbers())
            .says("Potential that the neuron leaks towards.")
            .byDefault(ZERO)
            .example(0.0);

    private static final Key<NeuronValues> BIAS = Key.of("bias", NeuronNumbers.numbers())
            .says("Added to the potential at every tick.")
            .byDefault(ZERO)
            .example(0.01);

    private static final Key<NeuronValues> INITIAL_POTENTIAL = Key.of("initial-potential", NeuronNumbers.numbers())
            .says("Potential before the first tick. Left out, the rest.")
            .example(0.5);

    private static final Key<Long> REFRACTORY = Key.of("refractory", ticks())
            .says("Time after a spike during which the potential stands still and input is lost.")
            .byDefault(0L)
            .example("2 ms");

    private static final List<Key<?>> ALL = List.of(
            BETA,
            TIME_CONSTANT,
            THRESHOLD,
            STRICT,
            RESET,
            RESET_POTENTIAL,
            DELAYED_RESET,
            REST,
            BIAS,
            INITIAL_POTENTIAL,
            REFRACTORY);

    /** What files call a reset. The first two both set the potential to a value. */
    private enum ResetWord {
        ZERO(Reset.TO_VALUE),
        VALUE(Reset.TO_VALUE),
        SUBTRACT(Reset.BY_SUBTRACTION),
        NONE(Reset.NONE),
        ZERO_LOSING_INPUT(Reset.TO_VALUE_LOSING_INPUT);

        private final Reset reset;

        ResetWord(Reset reset) {
            this.reset = reset;
        }

        static ResetWord of(LifParameters membrane) {
            if (membrane.reset() == Reset.TO_VALUE) {
                return membrane.resetPotential().equals(NeuronValues.of(0)) ? ZERO : VALUE;
            }
            return List.of(values()).stream()
                    .filter(word -> word.reset == membrane.reset())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private MembraneKeys() {}

    /** A model with these parameters and some more. */
    static Shape<NeuronModel> shape(Function<Place, NeuronModel> reader, Key<?>... more) {
        return Shape.of("", reader, Shape.keys(ALL, more))
                .exactlyOne(BETA, TIME_CONSTANT)
                .needsValue(RESET_POTENTIAL, RESET, "value");
    }

    /** @throws IllegalArgumentException if parameters do not fit together */
    static LifParameters in(Place place) {
        NeuronValues rest = REST.in(place);
        return new LifParameters(
                LEAK.in(place),
                THRESHOLD.in(place),
                STRICT.in(place),
                RESET.in(place).reset,
                DELAYED_RESET.in(place),
                RESET_POTENTIAL.in(place),
                rest,
                BIAS.in(place),
                INITIAL_POTENTIAL.find(place).orElse(rest),
                refractoryTicks(place));
    }

    private static int refractoryTicks(Place place) {
        long ticks = REFRACTORY.in(place);
        if (ticks > Integer.MAX_VALUE) {
            REFRACTORY.at(place).problem("found " + ticks + " ticks, expected at most " + Integer.MAX_VALUE);
            return 0;
        }
        return (int) ticks;
    }

    /** Writes what is not a default. */
    static void write(LifParameters membrane, ObjectNode into) {
        BETA.write(into, membrane.beta());
        THRESHOLD.write(into, membrane.threshold());
        STRICT.write(into, membrane.strict());
        writeReset(membrane, into);
        REST.write(into, membrane.rest());
        BIAS.write(into, membrane.bias());
        if (!membrane.initialPotential().equals(membrane.rest())) {
            INITIAL_POTENTIAL.write(into, membrane.initialPotential());
        }
        REFRACTORY.write(into, (long) membrane.refractoryTicks());
    }

    private static void writeReset(LifParameters membrane, ObjectNode into) {
        ResetWord word = ResetWord.of(membrane);
        RESET.write(into, word);
        if (word == ResetWord.VALUE) {
            RESET_POTENTIAL.write(into, membrane.resetPotential());
        } else if (membrane.reset() == Reset.TO_VALUE_LOSING_INPUT
                && !membrane.resetPotential().equals(ZERO)) {
            throw new IllegalArgumentException(
                    "a reset that loses input goes to zero in scenario files, not to " + membrane.resetPotential());
        }
        DELAYED_RESET.write(into, membrane.delayedReset());
    }
}
