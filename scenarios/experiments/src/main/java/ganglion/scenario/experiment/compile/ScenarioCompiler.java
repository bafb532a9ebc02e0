package ganglion.scenario.experiment.compile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.key.WordType;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.learning.compile.CompileException;
import ganglion.learning.compile.CompiledModel;
import ganglion.learning.compile.CompiledModel.CompiledLayer;
import ganglion.learning.compile.ModelCompiler;
import ganglion.learning.compile.Verification;
import ganglion.learning.compile.Verifier;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.model.FiringLayer;
import ganglion.learning.model.Model;
import ganglion.learning.train.DataSet;
import ganglion.scenario.experiment.format.TrainedClassifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Compiles trained networks to scenarios. */
public final class ScenarioCompiler extends ClassifierCompiler {

    private static final String DETECTORS =
            " A class is there if the mean potential of its output is above 0; the decision names the highest.";

    private final TrainedClassifier classifier;
    private final CompiledModel compiled;

    private ScenarioCompiler(TrainedClassifier classifier, CompiledModel compiled) {
        super(classifier, compiled.layers().size(), 1);
        this.classifier = classifier;
        this.compiled = compiled;
    }

    /**
     * Compiles a trained network.
     *
     * @throws InputException if the simulator has no equivalent for a part of it
     */
    public static ScenarioCompiler of(TrainedClassifier classifier) throws InputException {
        try {
            checkReadOut(classifier);
            return new ScenarioCompiler(
                    classifier, ModelCompiler.compile(classifier.trained().model()));
        } catch (CompileException e) {
            throw new InputException(classifier.file(), e.getMessage());
        }
    }

    /** Trainer and simulator differ in the potential of a neuron at the step of its reset. */
    private static void checkReadOut(TrainedClassifier classifier) throws CompileException {
        Model model = classifier.trained().model();
        FiringLayer last = (FiringLayer) model.layers().get(model.layers().size() - 1);
        if (classifier.mixtures().isPresent() && model.outputs() == 1) {
            throw new CompileException(
                    "found a detector of a single class, expected at least two, of which one is highest");
        }
        boolean membranes = ofMembranes(classifier.training().selection().readOut());
        if (membranes && last.fires()) {
            throw new CompileException("the read-out looks at potentials of neurons that fire, expected integrators");
        }
    }

    @Override
    public List<String> notes() {
        List<String> notes = new ArrayList<>(compiled.notes());
        notes.addAll(super.notes());
        return notes;
    }

    @Override
    protected String description() {
        return super.description() + (classifier.mixtures().isPresent() ? DETECTORS : "");
    }

    @Override
    protected CompiledNetwork network() {
        List<Population> populations =
                compiled.layers().stream().map(CompiledLayer::population).toList();
        List<Projection> projections = new ArrayList<>();
        projections.add(new Projection(CompiledModel.INPUT, populations.get(0).name(), compiled.inputSynapses()));
        projections.addAll(compiled.projections());
        boolean single = classifier.trained().model().outputs() == 1;
        return new CompiledNetwork(
                populations, single ? List.of() : classifier.trained().classes(), projections);
    }

    @Override
    protected void writeDecision(ObjectNode document) {
        ReadOut readOut = classifier.training().selection().readOut();
        ObjectNode decision = putDecision(
                document,
                compiled.layers().get(compiled.layers().size() - 1).population().name(),
                WordType.wordOf(readOut),
                ofMembranes(readOut));
        if (classifier.trained().model().outputs() == 1) {
            classifier.classes().forEach(decision.putArray("classes")::add);
        }
    }

    private static boolean ofMembranes(ReadOut readOut) {
        return readOut == ReadOut.MEAN_MEMBRANE || readOut == ReadOut.MAX_MEMBRANE;
    }

    @Override
    public Verification verify(Path scenario, DataSet samples) throws InputException {
        ScenarioNetworks networks = ScenarioNetworks.of(scenario);
        return Verifier.verify(classifier.trained().model(), compiled, samples, networks::of);
    }
}
