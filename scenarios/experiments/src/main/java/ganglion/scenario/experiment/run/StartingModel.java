package ganglion.scenario.experiment.run;

import ganglion.documents.InputException;
import ganglion.learning.file.ModelFiles.SavedModel;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Model;
import ganglion.learning.model.Parameter;
import ganglion.learning.model.Parameter.ParameterShape;
import ganglion.learning.model.Span;
import ganglion.learning.train.DataSet;
import ganglion.learning.train.InitialRates;
import ganglion.learning.train.TrainingPlan;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.NetworkPlan;
import ganglion.scenario.experiment.TrainingStart;
import ganglion.scenario.experiment.format.FixedTraits;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** The model that a training begins with: fresh, or with values of a trained one. */
public final class StartingModel {

    private static final String OR_FRESH = " as in this network, or the name of the layer in \"fresh\"";

    private final ExperimentHead head;
    private final NetworkPlan network;
    private final Optional<TrainingStart.Source> from;
    private final OptionalDouble rate;

    /** @param experiment that is to be trained */
    public StartingModel(Classification experiment) {
        this.rate = experiment.start().rate();
        this.head = experiment.head();
        this.network = experiment.network();
        this.from = experiment.start().from();
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

    /**
     * The same model with neurons that fire at the initial rate, if the experiment has one.
     *
     * @param training plan of the training
     * @param samples to learn from
     */
    public Model firing(Model model, TrainingPlan training, DataSet samples, TrainingProgress progress) {
        if (rate.isEmpty()) {
            return model;
        }
        progress.advanced("setting initial rates", 0);
        return InitialRates.set(model, training, samples, rate.getAsDouble(), progress::warned);
    }

    private Model takenOver(Model fresh, TrainingStart.Source source) throws InputException {
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

    private SavedModel read(TrainingStart.Source source) throws InputException {
        try {
            return SavedClassifier.model(source.model().resolved());
        } catch (InputException e) {
            throw refusal(
                    source,
                    "found " + source.model() + ": " + e.problems().get(0).message());
        }
    }

    private void check(TrainingStart.Source source, Model fresh, Model old, int layer) throws InputException {
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

    private void checkRange(TrainingStart.Source source, Layer wanted, int layer, String name, double[] values)
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

    private InputException refusal(TrainingStart.Source source, String message) {
        return new InputException(head.problem(source.pointer() + "/model", message));
    }
}
