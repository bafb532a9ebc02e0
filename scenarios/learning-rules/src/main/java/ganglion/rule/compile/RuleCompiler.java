package ganglion.rule.compile;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.learning.compile.Verification;
import ganglion.learning.tempotron.MapTempotron;
import ganglion.learning.train.DataSet;
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

/** Compiles classifiers that learned by a rule to scenarios: one population, and a decision by the neurons of each class. */
final class RuleCompiler extends ClassifierCompiler {

    private final RuleTrainedClassifier classifier;
    private final CompiledRule compiled;

    RuleCompiler(RuleTrainedClassifier classifier) {
        super(classifier, CompiledRule.DELAY_TICKS, 1);
        this.classifier = classifier;
        this.compiled = CompiledRule.of(classifier.classifier());
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(super.notes());
        if (classifier.classifier() instanceof MapTempotron) {
            notes.add(
                    "the map is not part of the scenario, because it is no network of neurons: its spikes per recording are"
                            + " lists in spikes/; compile again for other recordings");
        }
        return notes;
    }

    @Override
    public Optional<String> cannotHear() {
        return classifier.classifier() instanceof MapTempotron
                ? Optional.of("a tempotron behind a map, which is no part of a scenario")
                : Optional.empty();
    }

    @Override
    protected CompiledNetwork network() {
        return new CompiledNetwork(List.of(compiled.population()), List.of(), compiled.projections());
    }

    @Override
    protected List<Path> writeInput(ScenarioInputs inputs, ObjectNode document, List<CompiledClip> clips)
            throws IOException, InputException {
        return classifier.classifier() instanceof MapTempotron map
                ? new SpikeClips(
                                inputs,
                                compiled.inputs(),
                                sample -> map.spikes(sample).raster())
                        .write(document, clips, classifier.features())
                : inputs.write(document, clips);
    }

    @Override
    protected void writeDecision(ObjectNode document) {
        ObjectNode decision = putDecision(
                document, compiled.population().name(), compiled.votes() ? "votes" : "mean-count", compiled.votes());
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
