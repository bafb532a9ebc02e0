package ganglion.scenario.experiment.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.learning.file.ModelFiles.SavedModel;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.model.Layer;
import ganglion.learning.model.Model;
import ganglion.learning.model.Parameter;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.NetworkPlan;
import ganglion.scenario.experiment.TrainingStart;
import ganglion.scenario.experiment.format.SavedClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The model that a training begins with: fresh, or with values of a trained one. */
public final class StartingModel {

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
        for (int layer = 0; layer < fresh.layers().size(); layer++) {
            if (!source.fresh().contains(TrainingStart.nameOf(layer))) {
                check(source, fresh, old, layer);
                for (Parameter parameter : fresh.parameters(layer)) {
                    double[] values = old.parameter(layer, parameter.name()).values();
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

    /** With another decay, reset or stride the same parameters would make another network. */
    private void check(TrainingStart source, Model fresh, Model old, int layer) throws InputException {
        Layer wanted = fresh.layers().get(layer);
        boolean same = layer < old.layers().size()
                && wanted.equals(old.layers().get(layer))
                && wanted.parameterShapes(fresh.inputShape(layer)).stream()
                        .allMatch(shape -> shape.fits(old.parameter(layer, shape.name())));
        if (!same) {
            throw refusal(
                    source,
                    "found another " + TrainingStart.nameOf(layer) + " in " + source.model() + ", expected "
                            + wanted.kind() + " with the size and all settings that it has in this network,"
                            + " or the name of the layer in \"fresh\"");
        }
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
}
