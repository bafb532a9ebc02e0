package ganglion.rule.compile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.learning.compile.Verification;
import ganglion.learning.eventprop.grid.EventClassifier;
import ganglion.learning.eventprop.grid.GridNetwork;
import ganglion.learning.train.DataSet;
import ganglion.scenario.experiment.compile.ClassifierCompiler;
import ganglion.scenario.experiment.compile.ScenarioNetworks;
import ganglion.scenario.experiment.format.RuleTrainedClassifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the compiler of a network that learned with EventProp. */
public final class EventCompilers implements ClassifierCompiler.Provider {

    @Override
    public Optional<ClassifierCompiler> of(RuleTrainedClassifier classifier) throws InputException {
        if (!(classifier.classifier() instanceof EventClassifier network)) {
            return Optional.empty();
        }
        if (classifier.features().fromSound() && network.ticksPerStep() > 1) {
            throw new InputException(
                    classifier.file(),
                    "found a model of " + network.ticksPerStep()
                            + " ticks to a step, expected 1, because a scenario that hears sounds has a tick to each"
                            + " hop of the front end; compile it from recorded spikes (ganglion hear --recordings)");
        }
        return Optional.of(new EventCompiler(classifier, network));
    }

    /** Compiles networks that learned with EventProp to scenarios: their layers on ticks, and a decision by first spikes or potentials. */
    private static final class EventCompiler extends ClassifierCompiler {

        private static final String DESCRIPTION =
                "Compiled from a model that was trained in continuous time. On these ticks, a neuron fires at the"
                        + " first at which its potential has reached the threshold, and delays are whole ticks; the spikes"
                        + " are those of the model on the same ticks.";

        private final List<String> classes;
        private final EventClassifier network;
        private final GridNetwork grid;

        EventCompiler(RuleTrainedClassifier classifier, EventClassifier network) {
            super(classifier, 0, network.ticksPerStep());
            this.classes = classifier.classes();
            this.network = network;
            this.grid = new GridNetwork(network.network(), network.ticksPerStep());
        }

        @Override
        public List<String> notes() {
            List<String> notes = new ArrayList<>(super.notes());
            notes.add("the network learned in continuous time; it fires on ticks, as 'ganglion evaluate' has it, which"
                    + " --verify compares (ticks to a step: " + network.ticksPerStep() + ")");
            return notes;
        }

        @Override
        protected String description() {
            return DESCRIPTION;
        }

        @Override
        protected CompiledNetwork network() {
            return new CompiledNetwork(grid.populations(), classes, grid.projections());
        }

        @Override
        protected void writeDecision(ObjectNode document) {
            boolean reads = network.network().readOut().isPresent();
            int layers = network.network().layers().size();
            putDecision(
                    document,
                    reads ? GridNetwork.READ_OUT : GridNetwork.population(layers - 1),
                    reads ? "mean-membrane" : "first-spike",
                    reads);
        }

        @Override
        public Verification verify(Path scenario, DataSet samples) throws InputException {
            ScenarioNetworks networks = ScenarioNetworks.of(scenario);
            return EventVerifier.verify(network, samples, networks::of);
        }
    }
}
