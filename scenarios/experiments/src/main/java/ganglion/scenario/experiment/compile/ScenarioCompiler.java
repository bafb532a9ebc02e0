package ganglion.scenario.experiment.compile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.learning.compile.CompileException;
import ganglion.learning.compile.CompiledLayer;
import ganglion.learning.compile.CompiledModel;
import ganglion.learning.compile.ModelCompiler;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.scenario.InputException;
import ganglion.scenario.Problem;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.interchange.NetworkFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiles classifiers to scenarios. */
public final class ScenarioCompiler {

    private final TrainedClassifier classifier;
    private final CompiledModel compiled;

    private ScenarioCompiler(TrainedClassifier classifier, CompiledModel compiled) {
        this.classifier = classifier;
        this.compiled = compiled;
    }

    /**
     * Compiles a classifier.
     *
     * @throws InputException if the simulator cannot do what it does
     */
    public static ScenarioCompiler of(TrainedClassifier classifier) throws InputException {
        try {
            checkReadOut(classifier);
            return new ScenarioCompiler(
                    classifier, ModelCompiler.compile(classifier.trained().model()));
        } catch (CompileException e) {
            throw new InputException(new Problem(classifier.file().toString(), 0, "", e.getMessage()));
        }
    }

    /** Potentials of neurons that fire are not the same in trainer and simulator at the step of a reset. */
    private static void checkReadOut(TrainedClassifier classifier) throws CompileException {
        Model model = classifier.trained().model();
        Neurons last = (Neurons) model.layers().get(model.layers().size() - 1);
        if (classifier.mixtures().isPresent() && model.outputs() == 1) {
            throw new CompileException(
                    "found a detector of a single class, expected at least two, of which one is highest");
        }
        boolean membranes = ScenarioWords.ofMembranes(classifier.training().readOut());
        if (membranes && last.fires()) {
            throw new CompileException("the read-out looks at potentials of neurons that fire, expected integrators");
        }
    }

    /** The compiled model. */
    public CompiledModel compiled() {
        return compiled;
    }

    /** Ticks by which the output is later than the trained network's. */
    public int shiftTicks() {
        return compiled.layers().size();
    }

    /** What is not exact, a line each; empty if everything is. */
    public List<String> notes() {
        List<String> notes = new ArrayList<>(compiled.notes());
        notes.addAll(new ScenarioWords(classifier, shiftTicks()).notes());
        return notes;
    }

    /**
     * Writes the scenario, its weights, and copies of the recordings.
     *
     * @param scenario the file to write
     * @param clips what it hears: one a run; for recorded spikes, none
     * @return the files, the scenario first
     * @throws IOException if a file cannot be written
     */
    public List<Path> write(Path scenario, List<CompiledClip> clips) throws IOException {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ScenarioWords words = new ScenarioWords(classifier, shiftTicks());
        words.writeHead(document);
        List<Path> written = new ArrayList<>(new ScenarioInputs(classifier, scenario).write(document, clips));
        document.putNull("network");
        words.writeTail(
                document,
                compiled.layers().get(compiled.layers().size() - 1).population().name());
        List<Population> populations =
                compiled.layers().stream().map(CompiledLayer::population).toList();
        List<Projection> projections = new ArrayList<>();
        projections.add(new Projection(CompiledModel.INPUT, populations.get(0).name(), compiled.inputSynapses()));
        projections.addAll(compiled.projections());
        boolean single = classifier.trained().model().outputs() == 1;
        List<String> labels = single ? List.of() : classifier.trained().classes();
        written.addAll(0, NetworkFiles.write(scenario, document, populations, labels, projections));
        return written;
    }
}
