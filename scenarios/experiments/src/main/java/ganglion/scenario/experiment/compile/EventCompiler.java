package ganglion.scenario.experiment.compile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.output.FileSet;
import ganglion.learning.compile.EventVerifier;
import ganglion.learning.compile.Verification;
import ganglion.learning.eventprop.EventReadOut;
import ganglion.learning.eventprop.grid.EventClassifier;
import ganglion.learning.eventprop.grid.GridNetwork;
import ganglion.learning.train.DataSet;
import ganglion.scenario.experiment.format.RuleTrainedClassifier;
import ganglion.scenario.interchange.NetworkFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles networks that learned with EventProp to scenarios: their layers on ticks, and a decision by first spikes or potentials. */
final class EventCompiler implements ClassifierCompiler {

    private final RuleTrainedClassifier classifier;
    private final EventClassifier network;
    private final GridNetwork grid;

    EventCompiler(RuleTrainedClassifier classifier, EventClassifier network) {
        this.classifier = classifier;
        this.network = network;
        this.grid = new GridNetwork(network.network(), network.ticksPerStep());
    }

    @Override
    public int shiftTicks() {
        return 0;
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(words().notes());
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

    private ScenarioWords words() {
        return new ScenarioWords(classifier, shiftTicks(), network.ticksPerStep());
    }

    private boolean hasLists() {
        return classifier.features().fromSound() && network.ticksPerStep() > 1;
    }

    @Override
    public List<Path> write(Path scenario, List<CompiledClip> clips) throws IOException, InputException {
        try (FileSet files = new FileSet()) {
            List<Path> written = write(files, scenario, clips);
            files.publish();
            return written;
        }
    }

    private List<Path> write(FileSet files, Path scenario, List<CompiledClip> clips)
            throws IOException, InputException {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        words().writeHead(document);
        ScenarioInputs inputs = new ScenarioInputs(classifier, scenario, files);
        List<Path> written = new ArrayList<>(
                hasLists()
                        ? new SpikeClips(
                                        inputs,
                                        network.inputs(),
                                        sample -> network.run(sample).input())
                                .write(document, clips, classifier.features())
                        : inputs.write(document, clips));
        document.putNull("network");
        Optional<EventReadOut> readOut = network.network().readOut();
        int layers = network.network().layers().size();
        words().writeDecision(
                        document,
                        readOut.isPresent() ? GridNetwork.READ_OUT : GridNetwork.population(layers - 1),
                        readOut.map(EventCompiler::word).orElse("first-spike"),
                        readOut.isPresent());
        written.addAll(
                0,
                NetworkFiles.write(
                        files, scenario, document, grid.populations(), classifier.classes(), grid.projections()));
        return written;
    }

    private static String word(EventReadOut readOut) {
        return switch (readOut.measure()) {
            case MAXIMUM -> "max-membrane";
            case MEAN -> "mean-membrane";
        };
    }

    @Override
    public Verification verify(Path scenario, DataSet samples) throws InputException {
        ScenarioNetworks networks = ScenarioNetworks.of(scenario);
        return EventVerifier.verify(network, samples, networks::of);
    }
}
