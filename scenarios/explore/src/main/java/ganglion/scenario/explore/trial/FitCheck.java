package ganglion.scenario.explore.trial;

import ganglion.cochlea.audio.wave.WaveWriter;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.kernel.event.SpikeRaster;
import ganglion.learning.file.TrainedModel;
import ganglion.learning.model.Model;
import ganglion.learning.sample.SpikeInput;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.trial.ScenarioFolder.CostedClip;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether devices can compute a network, before it is trained: the untrained network is compiled, and runs for a moment of silence on each device.
 * Inputs, fan-in, neurons, synapses, delays and the kind of input are then as they will be.
 */
public final class FitCheck {

    private static final int SILENCE_HERTZ = 16_000;
    private static final int SILENCE_SAMPLES = 1_600;
    private static final String MOMENT = "\"10 ticks\"";

    private final Search search;
    private final List<Device> devices;

    /** @param devices those of the search */
    public FitCheck(Search search, List<Device> devices) {
        this.search = search;
        this.devices = List.copyOf(devices);
    }

    /**
     * Looks at a variant.
     *
     * @return for each device why it cannot compute the network, in the order of the devices; without problems if it can
     * @throws InputException if a file cannot be read
     * @throws OutputException if a temporary file cannot be written
     */
    public List<DeviceOutcome> of(Variant variant) throws InputException, OutputException {
        return NetworkTrial.inFolder(folder -> of(variant, folder));
    }

    private List<DeviceOutcome> of(Variant variant, Path folder) throws IOException, OutputException {
        List<DeviceOutcome> figures = new ArrayList<>();
        try {
            ScenarioFolder scenario = ScenarioFolder.write(
                    untrained(variant.experiment()), folder, List.of(silence(variant.experiment(), folder)));
            for (Device device : devices) {
                ChipRun run = new ChipRun(device, search.goal().energy(), NetworkTrial.isSmall(variant));
                figures.add(DeviceOutcome.unfit(device.name(), problems(run, scenario)));
            }
        } catch (InputException e) { // the simulator has no equivalent for the network
            String problem = e.problems().get(0).message();
            devices.forEach(device -> figures.add(DeviceOutcome.unfit(device.name(), List.of(problem))));
        }
        return figures;
    }

    private static List<String> problems(ChipRun run, ScenarioFolder scenario) {
        try {
            return run.of(scenario.scenario(), run.overrides(Map.of("/clock/duration", MOMENT)))
                    .problems();
        } catch (InputException e) {
            return e.problems().stream().map(problem -> problem.message()).toList();
        }
    }

    private static TrainedClassifier untrained(Classification experiment) throws InputException {
        Model model = experiment.network().untrained(experiment.head().seed());
        int classes = Math.max(2, model.outputs());
        List<String> names =
                IntStream.range(0, classes).mapToObj(i -> "class-" + i).toList();
        return new TrainedClassifier(
                Path.of("untrained"),
                new TrainedModel(model, names, experiment.head().document()),
                experiment.head().name(),
                experiment.features(),
                experiment.training(),
                "",
                Optional.empty());
    }

    private static CostedClip silence(Classification experiment, Path folder) throws IOException {
        if (!experiment.features().fromSound()) {
            SpikeRaster none = SpikeRaster.empty(experiment.features().inputs());
            return new CostedClip(
                    folder,
                    "",
                    Optional.of(SpikeInput.of(none, experiment.features().steps())));
        }
        Path file = folder.resolve("silence.wav");
        try (WaveWriter out = new WaveWriter(file, SILENCE_HERTZ, 1, SILENCE_SAMPLES)) {
            for (int i = 0; i < SILENCE_SAMPLES; i++) {
                out.write(0);
            }
        }
        return new CostedClip(file, "", Optional.empty());
    }
}
