package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.learning.delay.SynapseDelays;
import ganglion.learning.file.ModelFiles.SavedModel;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.model.BalancedNeurons;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Layer.BatchNormalisation;
import ganglion.learning.model.Layer.Dropout;
import ganglion.learning.model.Layer.Gain;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.model.Parameter;
import ganglion.learning.model.Parameter.ParameterShape;
import ganglion.learning.model.SeAdLifNeurons;
import ganglion.learning.model.Setting;
import ganglion.learning.model.Span;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.NetworkPlan;
import ganglion.scenario.experiment.TrainingStart;
import ganglion.scenario.experiment.format.SavedClassifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The model that a training begins with: fresh, or with values of a trained one. */
public final class StartingModel {

    private static final String OR_FRESH = " as in this network, or the name of the layer in \"fresh\"";

    private final ExperimentHead head;
    private final NetworkPlan network;
    private final Optional<TrainingStart> from;

    /** @param experiment that is to be trained */
    public StartingModel(Classification experiment) {
        this.head = experiment.head();
        this.network = experiment.network();
        this.from = experiment.start();
    }

    /**
     * The model, in which frozen layers cannot be trained.
     *
     * @throws InputException if the model to start from cannot be read, has other layers, or values that this network does not take
     */
    public Model model() throws InputException {
        Model fresh = Model.create(network.input(), network.layers(), head.seed());
        if (from.isEmpty()) {
            return fresh;
        }
        Model model = frozen(takenOver(fresh, from.get()));
        if (model.trainableCount() == 0) {
            throw new InputException(head.problem(
                    from.get().pointer() + "/frozen",
                    "found every layer that has something to learn, expected one that is not frozen"));
        }
        return model;
    }

    /** The same model, in which frozen layers cannot be trained. */
    Model frozen(Model model) {
        Set<String> names = from.isEmpty() ? Set.of() : Set.copyOf(from.get().frozen());
        List<List<Parameter>> parameters = new ArrayList<>();
        for (int layer = 0; layer < model.layers().size(); layer++) {
            boolean kept = names.contains(TrainingStart.nameOf(layer));
            parameters.add(model.parameters(layer).stream()
                    .map(own -> kept ? new Parameter(own.name(), own.shape(), false, own.values()) : own)
                    .toList());
        }
        return new Model(model.input(), model.layers(), parameters);
    }

    private Model takenOver(Model fresh, TrainingStart source) throws InputException {
        if (!(read(source) instanceof TrainedModel saved)) {
            throw refusal(source, "found a model that was trained by a rule, expected a network");
        }
        Model old = saved.model();
        if (old.layers().size() > fresh.layers().size()) {
            throw refusal(
                    source,
                    "found " + old.layers().size() + " layers in " + source.model() + ", expected at most the "
                            + fresh.layers().size() + " of this network");
        }
        for (int layer = 0; layer < fresh.layers().size(); layer++) {
            if (!source.fresh().contains(TrainingStart.nameOf(layer))) {
                check(source, fresh, old, layer);
                for (Parameter parameter : fresh.parameters(layer)) {
                    double[] values = old.parameter(layer, parameter.name()).values();
                    checkRange(source, fresh.layers().get(layer), layer, parameter.name(), values);
                    System.arraycopy(values, 0, parameter.values(), 0, values.length);
                }
            }
        }
        return fresh;
    }

    private SavedModel read(TrainingStart source) throws InputException {
        try {
            return SavedClassifier.model(source.model().resolved());
        } catch (InputException e) {
            throw refusal(
                    source,
                    "found " + source.model() + ": " + e.problems().get(0).message());
        }
    }

    private void check(TrainingStart source, Model fresh, Model old, int layer) throws InputException {
        String wanted = text(fresh, layer);
        String found = layer < old.layers().size() ? text(old, layer) : "none";
        if (!found.equals(wanted)) {
            throw refusal(
                    source,
                    "found " + found + " as " + TrainingStart.nameOf(layer) + " of " + source.model() + ", expected "
                            + wanted + OR_FRESH);
        }
        Optional<FixedTraits.Difference> difference =
                FixedTraits.difference(old.layers().get(layer), fresh.layers().get(layer));
        if (difference.isPresent()) {
            throw refusal(
                    source,
                    "found " + difference.get().name() + " " + difference.get().found() + " in "
                            + TrainingStart.nameOf(layer) + " of " + source.model() + ", expected "
                            + difference.get().expected() + OR_FRESH);
        }
    }

    private void checkRange(TrainingStart source, Layer wanted, int layer, String name, double[] values)
            throws InputException {
        Span range = wanted.rangeOf(name);
        for (double value : values) {
            if (range.bounded() && !range.contains(value)) {
                throw refusal(
                        source,
                        "found a value " + value + " of " + name + " in " + TrainingStart.nameOf(layer) + " of "
                                + source.model() + ", expected values from " + range.low() + " to " + range.high()
                                + OR_FRESH);
            }
        }
    }

    /** Kind and extents of a layer: {@code dense (weight 32 x 40, bias 32)}. */
    private static String text(Model model, int layer) {
        List<String> parameters = new ArrayList<>();
        for (ParameterShape shape : model.layers().get(layer).parameterShapes(model.inputShape(layer))) {
            String extents = String.join(
                    " x ",
                    Arrays.stream(shape.extents()).mapToObj(Integer::toString).toList());
            parameters.add(extents.isEmpty() ? shape.name() : shape.name() + " " + extents);
        }
        String kind = model.layers().get(layer).kind();
        return parameters.isEmpty() ? kind : kind + " (" + String.join(", ", parameters) + ")";
    }

    private InputException refusal(TrainingStart source, String message) {
        return new InputException(head.problem(source.pointer() + "/model", message));
    }

    /** Tells which model the training began with, if with one. */
    void tell(ClassifierReport report) {
        from.ifPresent(source -> {
            ObjectNode own = report.result()
                    .putObject("start")
                    .put("model", source.model().toString());
            source.frozen().forEach(own.putArray("frozen")::add);
            source.fresh().forEach(own.putArray("fresh")::add);
            report.line("started from " + source.model()
                    + (source.frozen().isEmpty() ? "" : ", frozen: " + String.join(", ", source.frozen()))
                    + (source.fresh().isEmpty() ? "" : ", fresh: " + String.join(", ", source.fresh())));
        });
    }

    /**
     * What a layer does that its parameters do not say: with another decay, reset or stride the same parameters would make another
     * network. A layer that takes over the parameters of another must have all of it in common with it, but for what matters for
     * learning only, and for where parameters start.
     */
    private static final class FixedTraits {

        /** Components of layers that matter for learning only, or say where parameters start. */
        private static final Map<Class<? extends Layer>, Set<String>> MAY_DIFFER = Map.of(
                Neurons.class, Set.of("surrogate"),
                SeAdLifNeurons.class, Set.of("a", "b", "learned", "surrogate"),
                BalancedNeurons.class, Set.of("omega", "damping", "learned", "surrogate"),
                BatchNormalisation.class, Set.of("scale", "threshold", "momentum"),
                Dropout.class, Set.of("rate"));

        /** Names of traits in experiments, where they are not those of the components. */
        private static final Map<String, String> NAMES =
                Map.of("tauU", "time constants", "tauW", "adaptation time constants");

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
}
