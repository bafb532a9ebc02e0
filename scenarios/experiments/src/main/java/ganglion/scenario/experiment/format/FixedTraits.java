package ganglion.scenario.experiment.format;

import ganglion.learning.model.BatchNormalisation;
import ganglion.learning.model.Delay;
import ganglion.learning.model.Dropout;
import ganglion.learning.model.Gain;
import ganglion.learning.model.Layer;
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
 * What a layer does besides its parameters, and must have in common with a layer whose parameters it takes over: with another decay,
 * reset or stride the same values would make another network. What matters for learning only, and where parameters start, may differ.
 */
public final class FixedTraits {

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
        boolean learned = wanted instanceof Gain gain && gain.trainable();
        return unused
                || learned
                || MAY_DIFFER.getOrDefault(wanted.getClass(), Set.of()).contains(trait);
    }

    /** What is learned goes on from where the model was; what is fixed must have been the same all along. */
    private static boolean fits(Object found, Object expected) {
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
        if (value instanceof Span span) {
            return span.low() + " to " + span.high();
        }
        return value instanceof Enum<?>
                ? value.toString().replace('_', '-').toLowerCase(Locale.ROOT)
                : value.toString();
    }
}
