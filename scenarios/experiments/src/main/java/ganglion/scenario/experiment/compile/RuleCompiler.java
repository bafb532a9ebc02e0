package ganglion.scenario.experiment.compile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.output.FileSet;
import ganglion.learning.compile.CompiledRule;
import ganglion.learning.compile.RuleVerifier;
import ganglion.learning.compile.Verification;
import ganglion.learning.rule.MapTempotron;
import ganglion.learning.train.DataSet;
import ganglion.scenario.experiment.format.RuleTrainedClassifier;
import ganglion.scenario.interchange.NetworkFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiles classifiers that learned by a rule to scenarios: one population, and a decision by the neurons of each class. */
final class RuleCompiler implements ClassifierCompiler {

    private final RuleTrainedClassifier classifier;
    private final CompiledRule compiled;

    RuleCompiler(RuleTrainedClassifier classifier) {
        this.classifier = classifier;
        this.compiled = CompiledRule.of(classifier.classifier());
    }

    @Override
    public int shiftTicks() {
        return CompiledRule.DELAY_TICKS;
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(new ScenarioWords(classifier, shiftTicks()).notes());
        if (classifier.classifier() instanceof MapTempotron) {
            notes.add(
                    "the map is not part of the scenario, because it is no network of neurons: its spikes per recording are"
                            + " lists in spikes/; compile again for other recordings");
        }
        return notes;
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
        ScenarioWords words = new ScenarioWords(classifier, shiftTicks());
        words.writeHead(document);
        ScenarioInputs inputs = new ScenarioInputs(classifier, scenario, files);
        List<Path> written = new ArrayList<>(
                classifier.classifier() instanceof MapTempotron map
                        ? new SpikeClips(
                                        inputs,
                                        compiled.inputs(),
                                        sample -> map.spikes(sample).raster())
                                .write(document, clips, classifier.features())
                        : inputs.write(document, clips));
        document.putNull("network");
        String population = compiled.population().name();
        ObjectNode decision =
                words.writeDecision(document, population, compiled.votes() ? "votes" : "mean-count", compiled.votes());
        classifier.classes().forEach(decision.putArray("classes")::add);
        ArrayNode groups = decision.putArray("groups");
        compiled.groups().forEach(group -> group.forEach(groups.addArray()::add));
        written.addAll(
                0,
                NetworkFiles.write(
                        files, scenario, document, List.of(compiled.population()), List.of(), compiled.projections()));
        return written;
    }

    @Override
    public Verification verify(Path scenario, DataSet samples) throws InputException {
        ScenarioNetworks networks = ScenarioNetworks.of(scenario);
        return RuleVerifier.verify(compiled, samples, input -> networks.of(compiled.inputOf(input)));
    }
}
