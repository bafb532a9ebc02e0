package ganglion.scenario.explore.trial;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.output.FileTrees;
import ganglion.hardware.estimate.Boundary;
import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.network.Network;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.schedule.Partition;
import ganglion.learning.compile.Verification;
import ganglion.learning.model.Model;
import ganglion.learning.sample.Sample;
import ganglion.learning.train.ConfusionMatrix;
import ganglion.learning.train.DataSet;
import ganglion.scenario.expect.Decider;
import ganglion.scenario.experiment.Classification;
import ganglion.scenario.experiment.compile.ScenarioNetworks;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.format.TrainedClassifier;
import ganglion.scenario.experiment.outcome.TrainingProgress;
import ganglion.scenario.experiment.robustness.RobustnessTrials;
import ganglion.scenario.experiment.run.ModelEvaluation;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.trial.ScenarioFolder.CostedClip;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.Scenario;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.Decision;
import ganglion.scenario.run.AppliedPrecision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a trained network does on devices: it is compiled, decides in their precision, and its decisions are costed. Thread safe. */
public final class NetworkTrial {

    private static final int SMALL_BITS = 8;

    /** Samples that a decision is costed on. */
    private static final int MOST_CLIPS = 10;

    private final Search search;
    private final SampleCache cache;

    /** @param cache where the samples are */
    public NetworkTrial(Search search, SampleCache cache) {
        this.search = search;
        this.cache = cache;
    }

    /** Whether a variant is trained with weights of at most eight bits. */
    static boolean isSmall(Variant variant) {
        var weights = Variant.json(variant.experiment().head().document()).at("/training/weights");
        return weights.has("profile") || weights.path("bits").asInt(Float.SIZE) <= SMALL_BITS;
    }

    /**
     * The figures of a network in validation.
     *
     * @param fitting devices that can compute it
     * @throws InputException if a file cannot be read
     * @throws OutputException if a temporary file cannot be written
     */
    public RungFigures validate(Variant variant, Path model, List<Device> devices, List<DeviceOutcome> fitting)
            throws InputException, OutputException {
        ExperimentSamples samples = cache.unseen(variant);
        TrainedClassifier network = TrainedClassifier.read(model);
        return inFolder(folder -> {
            ScenarioFolder scenario = write(variant, network, folder, samples.judged(), samples.validation());
            List<DeviceOutcome> figures = new ArrayList<>();
            for (int i = 0; i < devices.size(); i++) {
                figures.add(
                        fitting.get(i).fits()
                                ? figures(variant, scenario, devices.get(i), samples.validation(), samples.classes())
                                : fitting.get(i));
            }
            Classification experiment = variant.experiment();
            ConfusionMatrix matrix = ModelEvaluation.of(
                            network.trained().model(), samples.validation(), experiment.training())
                    .confusion();
            int correct = 0;
            for (int c = 0; c < matrix.classes(); c++) {
                correct += matrix.count(c, c);
            }
            return new RungFigures(
                    experiment.training().epochs(),
                    experiment.head().seed(),
                    samples.validation().size(),
                    correct,
                    figures);
        });
    }

    /**
     * The figures of a network on one device in the end: in validation and, for the first time, on the test set.
     *
     * @param baselineCorrect right decisions of the naive baseline on the test set
     * @throws InputException if a file cannot be read
     * @throws OutputException if a temporary file cannot be written
     */
    public SeedFigures test(Variant variant, Path model, Device device, int baselineCorrect)
            throws InputException, OutputException {
        ExperimentSamples unseen = cache.unseen(variant);
        ExperimentSamples all = cache.all(variant);
        TrainedClassifier network = TrainedClassifier.read(model);
        DeviceOutcome validation = inFolder(folder -> figures(
                variant,
                write(variant, network, folder, unseen.judged(), unseen.validation()),
                device,
                unseen.validation(),
                unseen.classes()));
        return inFolder(folder -> {
            ScenarioFolder scenario = write(variant, network, folder, all.judged(), all.test());
            Verification verified = scenario.compiler().verify(scenario.scenario(), all.test());
            return new SeedFigures(
                    variant.experiment().head().seed(),
                    validation,
                    figures(variant, scenario, device, all.test(), unseen.classes()),
                    baselineCorrect,
                    verified.samples(),
                    verified.spikes(),
                    verified.allDifferences());
        });
    }

    /**
     * Saves the scenario of a point with its device. It is named as its folder is, which is made anew: a search that was killed may have left files in it.
     *
     * @throws InputException if a file cannot be read
     * @throws OutputException if a file cannot be written
     */
    public void save(Variant variant, Path model, Device device, String description, Path folder)
            throws InputException, OutputException {
        ExperimentSamples all = cache.all(variant);
        FileTrees.delete(folder);
        ScenarioFolder scenario = write(variant, TrainedClassifier.read(model), folder, all.judged(), all.test());
        try {
            scenario.change(document -> {
                document.put("scenario", folder.getFileName().toString()).put("description", description);
                document.set("hardware", new ChipRun(device, search.goal().energy(), isSmall(variant)).hardware());
            });
        } catch (IOException e) {
            throw new OutputException(folder, e);
        }
    }

    /**
     * Right decisions of the naive baseline on the test set, learned from the samples that the network learns from.
     *
     * @throws InputException if samples cannot be read
     */
    public int baseline(Variant variant) throws InputException {
        ExperimentSamples all = cache.all(variant);
        Model untrained = variant.experiment()
                .network()
                .untrained(variant.experiment().head().seed());
        return RobustnessTrials.of(variant.experiment())
                .run(
                        all,
                        set -> ModelEvaluation.of(
                                untrained, set, variant.experiment().training()),
                        TaskRunner.SEQUENTIAL,
                        new TrainingProgress() {})
                .test()
                .orElseThrow()
                .correct();
    }

    private ScenarioFolder write(
            Variant variant, TrainedClassifier network, Path folder, List<Example> examples, Examples samples)
            throws InputException, OutputException {
        List<CostedClip> clips = CostedClip.choose(
                examples, samples, MOST_CLIPS, network.features().fromSound());
        return ScenarioFolder.write(network, folder, clips);
    }

    private DeviceOutcome figures(
            Variant variant, ScenarioFolder folder, Device device, Examples samples, List<String> classes)
            throws InputException {
        ChipRun run = new ChipRun(device, search.goal().energy(), isSmall(variant));
        ChipRun.Outcome outcome = run.of(folder.scenario(), run.overrides(Map.of()));
        if (!outcome.problems().isEmpty()) {
            return DeviceOutcome.unfit(device.name(), outcome.problems());
        }
        Scenario scenario = ScenarioFiles.read(folder.scenario(), run.overrides(Map.of()));
        Boundary boundary = search.goal().energy().boundary();
        return new DeviceOutcome(
                device.name(),
                List.of(),
                samples.size(),
                PrecisionAccuracy.correct(scenario, samples, classes),
                outcome.clips(),
                outcome.estimate().reliability(boundary).grade().name(),
                outcome.estimate().reliability(boundary).factor().orElse(0),
                ChipRun.computes(outcome.estimate()));
    }

    /** Work in a temporary folder. */
    interface Work<T> {

        T in(Path folder) throws InputException, OutputException, IOException;
    }

    static <T> T inFolder(Work<T> work) throws InputException, OutputException {
        Path folder = null;
        try {
            folder = Files.createTempDirectory("ganglion-explore-");
            return work.in(folder);
        } catch (IOException e) {
            throw new OutputException(System.getProperty("java.io.tmpdir"), e);
        } finally {
            if (folder != null) {
                FileTrees.delete(folder);
            }
        }
    }

    /**
     * Decisions of a compiled scenario on samples that are heard already: its network runs in the simulator, in the precision of the device that
     * the scenario applies, and decides by its own rule.
     */
    private static final class PrecisionAccuracy {

        private static final String INPUT = "input";

        private PrecisionAccuracy() {}

        /**
         * Counts right decisions.
         *
         * @param classes names of the classes, by number
         * @throws InputException if the files of the scenario cannot be read
         */
        static int correct(Scenario scenario, DataSet samples, List<String> classes) throws InputException {
            ScenarioNetworks networks = ScenarioNetworks.of(scenario);
            long ticks = scenario.durationTicks().orElseThrow();
            List<String> traced = scenario.recording().membranes();
            int correct = 0;
            for (int i = 0; i < samples.size(); i++) {
                Sample sample = samples.sample(i, 0);
                Network given = networks.of(sample.input());
                Optional<AppliedPrecision> precision = AppliedPrecision.of(scenario, given);
                Network network = precision.map(AppliedPrecision::network).orElse(given);
                SimulationResult run = SequentialSimulation.run(network, Partition.whole(network), ticks, traced);
                SimulationResult result = precision
                        .map(applied -> applied.inUnitsOfTheScenario(run))
                        .orElse(run);
                Clip clip = new Clip(INPUT, "", "", 0, ticks);
                Decision decision =
                        Decider.decide(scenario, List.of(clip), result).get(0);
                if (decision.winner().equals(classes.get(sample.label()))) {
                    correct++;
                }
            }
            return correct;
        }
    }
}
