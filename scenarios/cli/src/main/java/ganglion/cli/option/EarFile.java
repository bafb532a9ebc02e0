package ganglion.cli.option;

import ganglion.cochlea.CochleaParameters;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.format.SavedClassifier;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Input;
import ganglion.scenario.model.ScenarioOverrides;
import java.nio.file.Path;

/** The front end of a scenario's first sound, or of a trained model. */
public final class EarFile {

    private EarFile() {}

    /**
     * Reads the front end and its encoder.
     *
     * @param file a model ({@code .zip}) or a scenario
     * @throws InputException if it cannot be read, or hears no sound
     */
    public static CochleaParameters read(Path file) throws InputException {
        if (file.toString().endsWith(".zip")) {
            if (SavedClassifier.read(file).features() instanceof Features.Heard heard) {
                return heard.settings().ear();
            }
        } else {
            for (Input input : ScenarioFiles.read(file, ScenarioOverrides.NONE).inputs()) {
                if (input instanceof Input.Audio audio) {
                    return audio.cochlea();
                }
            }
        }
        throw new InputException(new Problem(
                file.toString(), 0, "", "found no sound that is heard, expected a model or scenario with one"));
    }
}
