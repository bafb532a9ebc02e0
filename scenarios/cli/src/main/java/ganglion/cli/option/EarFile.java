package ganglion.cli.option;

import ganglion.cochlea.CochleaParameters;
import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.scenario.experiment.Features;
import ganglion.scenario.experiment.format.ExperimentFiles;
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
     * @throws InputException if it cannot be read, hears no sound, or hears it as numbers rather than spikes
     */
    public static CochleaParameters read(Path file) throws InputException {
        if (file.toString().endsWith(".zip")) {
            if (SavedClassifier.read(file).features() instanceof Features.Heard heard) {
                return spiking(
                        file, heard.settings().ear(), heard.settings().heardAs().isNumbers());
            }
        } else if (ExperimentFiles.isExperiment(file)) {
            throw new InputException(new Problem(
                    file.toString(),
                    0,
                    "",
                    "found an experiment, expected a model that ganglion train wrote, or a scenario"));
        } else {
            for (Input input : ScenarioFiles.read(file, ScenarioOverrides.NONE).inputs()) {
                if (input instanceof Input.Audio audio) {
                    return spiking(file, audio.cochlea(), false);
                }
            }
        }
        throw new InputException(new Problem(
                file.toString(), 0, "", "found no sound that is heard, expected a model or scenario with one"));
    }

    private static CochleaParameters spiking(Path file, CochleaParameters ear, boolean numbers) throws InputException {
        if (numbers || ear.encoder().currents().isPresent()) {
            throw new InputException(new Problem(
                    file.toString(),
                    0,
                    "",
                    "found a front end that gives numbers, expected one whose encoder gives spikes"));
        }
        return ear;
    }
}
