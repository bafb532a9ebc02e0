package ganglion.scenario.experiment.format;

import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.model.Delay;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.Layer.Gain;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Setting;
import ganglion.learning.model.Span;
import ganglion.learning.model.neuron.BalancedNeurons;
import ganglion.learning.model.neuron.SeAdLifNeurons;
import java.lang.reflect.RecordComponent;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a layer does that its parameters do not say: with another decay, reset or stride the same parameters would make another
 * network. A layer that takes over the parameters of another must have all of it in common with it, but for what matters for
 * learning only, and for where parameters start.
 */
public final class FixedTraits {

    /** Components of layers that matter for learning only, or say where parameters start. */
    private static final Map<Class<? extends Layer>, Set<String>> MAY_DIFFER = Map.of(
            Neurons.class, Set.of("surrogate"),
            SeAdLifNeurons.class, Set.of("a", "b", "learned", "surrogate"),
            BalancedNeurons.class, Set.of("omega", "damping", "learned", "surrogate"),
            BatchNormalisation.class, Set.of("scale", "threshold", "momentum"),
            Delay.class, Set.of("trainable"),
            Dropout.class, Set.of("rate"));

    /** Names of traits in experiments, where they are not those of the components. */
    private static final Map<String, String> NAMES = Map.of(
            "tauU", "time constants", "tauW", "adaptation time constants", "gradedSpikesFactor", "graded spikes");

    private FixedTraits() {}

    /**
     * A trait in which layers differ.
     *
     * @param name what it is
     * @param found its value in the trained model
     * @param expected its value in the network to train
     */
    public record Difference(String name, String found, String expected) {}

    /** The first trait in which a layer of a trained model differs from one of the same kind that takes its parameters over. */
    public static Optional<Difference> difference(Layer found, Layer wanted) {
        for (RecordComponent component : wanted.getClass().getRecordComponents()) {
            Object expected = value(component, wanted);
            Object old = value(component, found);
            if (!mayDiffer(wanted, component.getName()) && !fits(old, expected)) {
                return Optional.of(new Difference(words(component.getName()), text(old), text(expected)));
            }
        }
        return Optional.empty();
    }

    private static boolean mayDiffer(Layer wanted, String trait) {
        boolean unused = wanted instanceof Neurons neurons && !neurons.hasCurrent() && trait.equals("alpha");
        boolean learnedGain = wanted instanceof Gain gain && gain.trainable();
        return unused
                || learnedGain
                || MAY_DIFFER.getOrDefault(wanted.getClass(), Set.of()).contains(trait);
    }

    /** What is to be learned goes on from the value in the model; what is fixed must be fixed at the same value there. */
    private static boolean fits(Object found, Object expected) {
        if (expected instanceof SynapseDelays delays && found instanceof SynapseDelays old) {
            return delays.meansTheSame(old);
        }
        return expected instanceof Setting setting && setting.trainable() || expected.equals(found);
    }

    private static Object value(RecordComponent component, Layer layer) {
        try {
            return component.getAccessor().invoke(layer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code delayedReset} as {@code delayed reset}. */
    private static String words(String name) {
        return NAMES.getOrDefault(name, name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT));
    }

    private static String text(Object value) {
        if (value instanceof Setting setting) {
            return setting.trainable() ? "learned" : Double.toString(setting.initial());
        }
        if (value instanceof SynapseDelays delays) {
            return delays.active()
                    ? "up to " + delays.longestSteps() + " steps in units of " + delays.stepsPerUnit()
                    : "none";
        }
        if (value instanceof Span span) {
            return span.low() + " to " + span.high();
        }
        return value instanceof Enum<?>
                ? value.toString().replace('_', '-').toLowerCase(Locale.ROOT)
                : value.toString();
    }
}
