package ganglion.rule.compile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.learning.compile.Verification;
import ganglion.learning.eventprop.grid.EventClassifier;
import ganglion.learning.eventprop.grid.GridNetwork;
import ganglion.learning.tempotron.MapTempotron;
import ganglion.learning.train.DataSet;
import ganglion.rule.compile.RuleVerifier.EventVerifier;
import ganglion.scenario.experiment.compile.ClassifierCompiler;
import ganglion.scenario.experiment.compile.CompiledClip;
import ganglion.scenario.experiment.compile.ScenarioInputs;
import ganglion.scenario.experiment.compile.ScenarioNetworks;
import ganglion.scenario.experiment.format.RuleTrainedClassifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The compilers of the classifiers of this module. */
public final class RuleCompilers implements ClassifierCompiler.Provider {

    @Override
    public Optional<ClassifierCompiler> of(RuleTrainedClassifier classifier) {
        return Optional.of(
                classifier.classifier() instanceof EventClassifier network
                        ? new EventCompiler(classifier, network)
                        : new MapTempotronCompiler(classifier, (MapTempotron) classifier.classifier()));
    }

    /** Compiles networks that learned with EventProp to scenarios: their layers on ticks, and a decision by first spikes or potentials. */
    private static final class EventCompiler extends ClassifierCompiler {

        private static final String DESCRIPTION =
                "Compiled from a model that was trained in continuous time. On these ticks, a neuron fires at the first at which"
                        + " its potential has reached the threshold, and delays are whole ticks; the spikes are those of the model on"
                        + " the same ticks.";

        private final RuleTrainedClassifier classifier;
        private final EventClassifier network;
        private final GridNetwork grid;

        EventCompiler(RuleTrainedClassifier classifier, EventClassifier network) {
            super(classifier, 0, network.ticksPerStep());
            this.classifier = classifier;
            this.network = network;
            this.grid = new GridNetwork(network.network(), network.ticksPerStep());
        }

        @Override
        public List<String> notes() {
            List<String> notes = new ArrayList<>(super.notes());
            notes.add(
                    "the network learned in continuous time; it fires on ticks, as 'ganglion evaluate' has it, which --verify"
                            + " compares (ticks to a step: " + network.ticksPerStep() + ")");
            if (hasLists()) {
                notes.add(
                        "a scenario with several ticks to a step does not hear sounds itself: the spikes of the recordings are"
                                + " lists in spikes/; compile again for other recordings");
            }
            return notes;
        }

        private boolean hasLists() {
            return classifier.features().fromSound() && network.ticksPerStep() > 1;
        }

        @Override
        public Optional<String> cannotHear() {
            return network.ticksPerStep() == 1
                    ? Optional.empty()
                    : Optional.of(
                            "a model of " + network.ticksPerStep()
                                    + " ticks to a step, while a scenario that hears sounds has a tick to each hop of the front end");
        }

        @Override
        protected String description() {
            return DESCRIPTION;
        }

        @Override
        protected CompiledNetwork network() {
            return new CompiledNetwork(grid.populations(), classifier.classes(), grid.projections());
        }

        @Override
        protected List<Path> writeInput(ScenarioInputs inputs, ObjectNode document, List<CompiledClip> clips)
                throws IOException, InputException {
            return hasLists()
                    ? new SpikeClips(
                                    inputs,
                                    network.inputs(),
                                    sample -> network.run(sample).input())
                            .write(document, clips, classifier.features())
                    : inputs.write(document, clips);
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

    /** Compiles a map and tempotrons to scenarios: the tempotrons behind the spikes of the map, and a decision by their votes. */
    private static final class MapTempotronCompiler extends ClassifierCompiler {

        private final RuleTrainedClassifier classifier;
        private final MapTempotron map;
        private final CompiledTempotrons compiled;

        MapTempotronCompiler(RuleTrainedClassifier classifier, MapTempotron map) {
            super(classifier, CompiledTempotrons.DELAY_TICKS, 1);
            this.classifier = classifier;
            this.map = map;
            this.compiled = new CompiledTempotrons(map);
        }

        @Override
        public List<String> notes() {
            List<String> notes = new ArrayList<>(super.notes());
            notes.add(
                    "the map is not part of the scenario, because it is no network of neurons: its spikes per recording are"
                            + " lists in spikes/; compile again for other recordings");
            return notes;
        }

        @Override
        public Optional<String> cannotHear() {
            return Optional.of("a tempotron behind a map, which is no part of a scenario");
        }

        @Override
        protected CompiledNetwork network() {
            return new CompiledNetwork(List.of(compiled.population()), List.of(), compiled.projections());
        }

        @Override
        protected List<Path> writeInput(ScenarioInputs inputs, ObjectNode document, List<CompiledClip> clips)
                throws IOException, InputException {
            return new SpikeClips(
                            inputs,
                            compiled.inputs(),
                            sample -> map.spikes(sample).raster())
                    .write(document, clips, classifier.features());
        }

        @Override
        protected void writeDecision(ObjectNode document) {
            ObjectNode decision = putDecision(document, compiled.population().name(), "votes", true);
            classifier.classes().forEach(decision.putArray("classes")::add);
            ArrayNode groups = decision.putArray("groups");
            compiled.groups().forEach(group -> group.forEach(groups.addArray()::add));
        }

        @Override
        public Verification verify(Path scenario, DataSet samples) throws InputException {
            ScenarioNetworks networks = ScenarioNetworks.of(scenario);
            return RuleVerifier.verify(compiled, samples, input -> networks.of(compiled.inputOf(input)));
        }
    }
}
