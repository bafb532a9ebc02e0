package ganglion.scenario.experiment.compile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.output.FileSet;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.learning.compile.Verification;
import ganglion.learning.train.DataSet;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.format.RuleTrainedClassifier;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.interchange.NetworkFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Compiles a classifier to a scenario that decides the same, however it was trained. */
public abstract class ClassifierCompiler {

    /**
     * Finds compilers of classifiers that learned by a rule. A module adds its own by a class with a public constructor without parameters,
     * which it names in {@code META-INF/services}.
     */
    public interface Provider {

        /**
         * The compiler of a classifier; empty if it is not of a kind that this provider knows.
         *
         * @throws InputException if no scenario does what the classifier does
         */
        Optional<ClassifierCompiler> of(RuleTrainedClassifier classifier) throws InputException;
    }

    /**
     * What a scenario runs.
     *
     * @param populations without the input
     * @param labels names of the neurons of the last population; empty if they have none
     * @param projections the first from the input
     */
    public record CompiledNetwork(List<Population> populations, List<String> labels, List<Projection> projections) {

        /** Takes copies of the lists. */
        public CompiledNetwork {
            populations = List.copyOf(populations);
            labels = List.copyOf(labels);
            projections = List.copyOf(projections);
        }
    }

    private final SavedClassifier classifier;
    private final int shiftTicks;
    private final int ticksPerStep;

    /**
     * @param shiftTicks ticks by which the output lags that of the trained classifier; 0 if delays are part of what it has learned
     * @param ticksPerStep ticks of the scenario to a step of the samples
     */
    protected ClassifierCompiler(SavedClassifier classifier, int shiftTicks, int ticksPerStep) {
        this.classifier = classifier;
        this.shiftTicks = shiftTicks;
        this.ticksPerStep = ticksPerStep;
    }

    /**
     * The compiler of a classifier.
     *
     * @throws InputException if the simulator has no equivalent for a part of it
     */
    public static ClassifierCompiler of(SavedClassifier classifier) throws InputException {
        if (classifier instanceof TrainedClassifier network) {
            return ScenarioCompiler.of(network);
        }
        RuleTrainedClassifier rule = (RuleTrainedClassifier) classifier;
        for (Provider provider : ServiceLoader.load(Provider.class, Provider.class.getClassLoader())) {
            Optional<ClassifierCompiler> found = provider.of(rule);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new IllegalStateException("no module compiles a " + rule.trained().kind());
    }

    /** Ticks by which the output lags that of the trained classifier; 0 if delays are part of what it has learned. */
    public final int shiftTicks() {
        return shiftTicks;
    }

    /** Human-readable lines on what differs from the classifier or is missing in the scenario; empty if nothing does. */
    public List<String> notes() {
        boolean chance = classifier.features() instanceof Features.Heard heard
                && !heard.settings().heardAs().isNumbers()
                && heard.settings().ear().encoder().isRandom();
        return chance ? List.of("the spikes of the input are random, and differ from those in training") : List.of();
    }

    /** What the scenario says about itself. */
    protected String description() {
        return "Compiled from a trained model. Each layer acts one tick later than the layer before it, the last "
                + shiftTicks
                + (shiftTicks == 1 ? " tick" : " ticks")
                + " later than the trained network; but for that, the spikes are the same.";
    }

    /** Populations and projections. */
    protected abstract CompiledNetwork network();

    /** Writes the decision, for most compilers by {@link #putDecision}. */
    protected abstract void writeDecision(ObjectNode document);

    /**
     * Writes the scenario, its weights, and its input.
     *
     * @param scenario the file to write
     * @param clips its recordings, one per run; for recorded spikes, none
     * @return the files, the scenario first
     * @throws InputException if a recording cannot be read
     * @throws IOException if a file cannot be written
     */
    public final List<Path> write(Path scenario, List<CompiledClip> clips) throws IOException, InputException {
        try (FileSet files = new FileSet()) {
            ObjectNode document = JsonNodeFactory.instance.objectNode();
            writeHead(document);
            List<Path> written =
                    new ArrayList<>(new ScenarioInputs(classifier, scenario, files).write(document, clips));
            document.putNull("network"); // its place, before the decision
            writeDecision(document);
            CompiledNetwork network = network();
            written.addAll(
                    0,
                    NetworkFiles.write(
                            files, scenario, document, network.populations(), network.labels(), network.projections()));
            files.publish();
            return written;
        }
    }

    private void writeHead(ObjectNode document) {
        document.put("scenario", classifier.name());
        document.put("description", description());
        document.put("seed", classifier.seed());
        double tickSeconds = classifier.features().stepSeconds() / ticksPerStep;
        document.putObject("clock")
                .put("tick", QuantityFormat.exact(tickSeconds, "s"))
                .put("duration", ticks() + shiftTicks + " ticks");
    }

    private long ticks() {
        return (long) classifier.features().steps() * ticksPerStep;
    }

    /**
     * Puts what decides, when, and what is recorded for it.
     *
     * @param output population whose spikes or potentials decide
     * @param recorded whether the decision needs recordings of spikes and potentials
     * @return the decision, for more keys
     */
    protected final ObjectNode putDecision(ObjectNode document, String output, String readOut, boolean recorded) {
        ObjectNode decision = document.putObject("decision")
                .put("population", output)
                .put("read-out", readOut)
                .put("delay", shiftTicks + " ticks")
                .put("duration", ticks() + " ticks");
        if (recorded) {
            document.putObject("record")
                    .put("spikes", "all")
                    .putArray("membrane")
                    .add(output);
        }
        return decision;
    }

    /**
     * Compares a written scenario, read back from its files, with the classifier, spike by spike.
     *
     * @throws InputException if the scenario cannot be read
     */
    public abstract Verification verify(Path scenario, DataSet samples) throws InputException;
}
