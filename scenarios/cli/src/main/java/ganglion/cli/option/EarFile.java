package ganglion.cli.option;

import ganglion.cochlea.CochleaDocuments;
import ganglion.cochlea.CochleaKeys;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.encode.EncoderSeed;
import ganglion.cochlea.encode.Encoders;
import ganglion.documents.DocumentReader;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.documents.key.SchemaWriter;
import ganglion.documents.key.Shape;
import ganglion.documents.place.Documents;
import ganglion.documents.place.Place;
import ganglion.documents.quantity.TickTimes;
import ganglion.kernel.time.Clock;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.format.ExperimentFiles;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The front end of a scenario's first sound, or of a trained model. */
public final class EarFile {

    /** Of Poisson spikes. */
    private static final long SEED = 42;

    private EarFile() {}

    /**
     * Reads the front end and its encoder.
     *
     * @param word a model ({@code .zip}), a scenario, or the keys in YAML that begins with a brace
     * @throws InputException if it cannot be read, hears no sound, or hears it as numbers rather than spikes
     */
    public static CochleaParameters read(String word) throws InputException {
        if (word.isBlank()) {
            throw new InputException("--ear", "found nothing, expected a model, a scenario, or keys in braces");
        }
        if (word.startsWith("{") || word.startsWith("[")) {
            return written(word);
        }
        Path file = Path.of(word);
        if (word.endsWith(".zip")) {
            if (SavedClassifier.read(file).features() instanceof Features.Heard heard) {
                return spiking(
                        file, heard.settings().ear(), heard.settings().heardAs().isNumbers());
            }
        } else if (ExperimentFiles.isExperiment(file)) {
            throw new InputException(
                    file, "found an experiment, expected a model that ganglion train wrote, or a scenario");
        } else {
            for (Input input : ScenarioFiles.read(file, ScenarioOverrides.NONE).inputs()) {
                if (input instanceof Input.Audio audio) {
                    return spiking(file, audio.cochlea(), false);
                }
            }
        }
        throw new InputException(file, "found no sound that is heard, expected a model or scenario with one");
    }

    /** The keys {@code frontend} and {@code encoder} of an input of a scenario. */
    private static CochleaParameters written(String text) throws InputException {
        Shape<Place> keys = Shape.of("a front end", place -> place, CochleaKeys.FRONT_END, Encoders.KEY);
        Place root = Documents.root(
                new DocumentReader().read("--ear", text.getBytes(StandardCharsets.UTF_8)),
                SchemaWriter.schema("urn:ganglion:schema:ear", "A front end.", keys));
        double hop = CochleaKeys.FRONT_END.isIn(root)
                ? CochleaKeys.HOP.in(CochleaKeys.FRONT_END.at(root))
                : CochleaParameters.DEFAULT.hopSeconds();
        CochleaParameters ear;
        try {
            root.reading().setClock(new TickTimes(new Clock(hop)));
            root.reading().setContext(EncoderSeed.class, new EncoderSeed(SEED));
            ear = CochleaDocuments.read(root);
        } catch (IllegalArgumentException e) {
            throw new InputException(new Problem("--ear", 0, "/frontend", e.getMessage()));
        }
        if (!root.reading().problems().isEmpty()) {
            throw new InputException(root.reading().problems());
        }
        return spiking(Path.of("--ear"), ear, false);
    }

    private static CochleaParameters spiking(Path file, CochleaParameters ear, boolean numbers) throws InputException {
        if (numbers || ear.encoder().currents().isPresent()) {
            throw new InputException(
                    file, "found a front end that gives numbers, expected one whose encoder gives spikes");
        }
        return ear;
    }
}
