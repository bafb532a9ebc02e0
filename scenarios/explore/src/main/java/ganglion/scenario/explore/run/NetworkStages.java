package ganglion.scenario.explore.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.SavedStage;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.cascade.DetectorOutcome;
import ganglion.scenario.explore.journal.Journal;
import ganglion.scenario.explore.progress.Elapsed;
import ganglion.scenario.explore.progress.Outlook;
import ganglion.scenario.explore.result.FiguresJson;
import ganglion.scenario.explore.result.StageJson;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.trial.Device;
import ganglion.scenario.explore.trial.FitCheck;
import ganglion.scenario.explore.trial.NetworkTrial;
import ganglion.scenario.explore.trial.SampleCache;
import ganglion.scenario.explore.trial.StageTrial;
import ganglion.scenario.explore.trial.TestBaseline;
import ganglion.scenario.explore.trial.Variant;
import ganglion.scenario.explore.trial.Workshop;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** What is found of single networks: from the journal if it was found before, else by work that the journal then holds. Thread safe. */
final class NetworkStages {

    private final Search search;
    private final List<Device> devices;
    private final Journal journal;
    private final Elapsed elapsed;
    private final Outlook outlook;
    private final SampleCache samples;
    private final Workshop workshop;
    private final FitCheck fits;
    private final NetworkTrial trials;
    private final Map<String, Integer> baselines = new ConcurrentHashMap<>();

    NetworkStages(
            Search search,
            List<Device> devices,
            Path folder,
            Journal journal,
            Elapsed elapsed,
            Outlook outlook,
            SampleCache samples) {
        this.search = search;
        this.devices = List.copyOf(devices);
        this.journal = journal;
        this.elapsed = elapsed;
        this.outlook = outlook;
        this.samples = samples;
        this.workshop = new Workshop(folder, samples);
        this.fits = new FitCheck(search, devices);
        this.trials = new NetworkTrial(search, samples);
    }

    /** Why each device cannot compute the network of a configuration; without problems if it can. What is no experiment fits nowhere. */
    List<DeviceOutcome> fits(Configuration configuration) throws OutputException {
        String key = "fit " + key(configuration);
        Optional<JsonNode> before = journal.find(key);
        if (before.isPresent()) {
            List<DeviceOutcome> figures = new ArrayList<>();
            before.get().forEach(device -> figures.add(problems(device)));
            return figures;
        }
        List<DeviceOutcome> found = fitsNow(configuration);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (DeviceOutcome device : found) {
            ObjectNode node = list.addObject().put("profile", device.profile());
            device.problems().forEach(node.putArray("problems")::add);
        }
        journal.note(key, list, elapsed.seconds());
        return found;
    }

    private static DeviceOutcome problems(JsonNode device) {
        List<String> problems = new ArrayList<>();
        device.path("problems").forEach(problem -> problems.add(problem.asText()));
        return DeviceOutcome.unfit(device.path("profile").asText(), problems);
    }

    private List<DeviceOutcome> fitsNow(Configuration configuration) throws OutputException {
        try {
            return fits.of(variant(configuration, search.seeds().get(0), 0));
        } catch (InputException e) {
            String problem =
                    e.problems().get(0).pointer() + ": " + e.problems().get(0).message();
            return devices.stream()
                    .map(device -> DeviceOutcome.unfit(device.name(), List.of(problem)))
                    .toList();
        }
    }

    /** Whether it is known what a configuration does after some epochs of training. */
    boolean knowsStage(Configuration configuration, int epochs) {
        return journal.find(stageKey(configuration, epochs)).isPresent();
    }

    /** Whether it is known what a configuration does on a device in the end, trained with one of the seeds. */
    boolean knowsSeed(Configuration configuration, long seed, Device device) {
        return journal.find(seedKey(configuration, seed, device)).isPresent();
    }

    private static String stageKey(Configuration configuration, int epochs) {
        return "stage " + epochs + " " + key(configuration);
    }

    private static String seedKey(Configuration configuration, long seed, Device device) {
        return "seed " + seed + " " + device.name() + " " + key(configuration);
    }

    /**
     * What a configuration does after some epochs of training.
     *
     * @return empty if the training was stopped before
     */
    Optional<RungFigures> stage(
            Configuration configuration, int epochs, List<DeviceOutcome> fitting, BooleanSupplier stop)
            throws InputException, OutputException {
        String key = stageKey(configuration, epochs);
        Optional<JsonNode> before = journal.find(key);
        if (before.isPresent()) {
            return Optional.of(FiguresJson.rung(before.get()));
        }
        if (stop.getAsBoolean()) {
            return Optional.empty();
        }
        Variant variant = variant(configuration, search.seeds().get(0), epochs);
        SampleCache.Stay stay = samples.enter(variant, Machine.bytes(variant.experiment()));
        try (stay) {
            Optional<Path> model = workshop.train(variant, stop);
            if (model.isEmpty()) {
                return Optional.empty();
            }
            double judging = elapsed.seconds();
            RungFigures figures = trials.validate(variant, model.get(), devices, fitting);
            outlook.judged(clips(figures), elapsed.seconds() - judging);
            journal.add(key, FiguresJson.of(figures), elapsed.seconds());
            return Optional.of(figures);
        }
    }

    private static long clips(RungFigures figures) {
        return figures.devices().stream()
                .mapToLong(device -> device.clips().size())
                .sum();
    }

    /**
     * What a configuration does on a device in the end, trained with one of the seeds.
     *
     * @return empty if the training was stopped before
     */
    Optional<SeedFigures> seed(Configuration configuration, int epochs, long seed, Device device, BooleanSupplier stop)
            throws InputException, OutputException {
        String key = seedKey(configuration, seed, device);
        Optional<JsonNode> before = journal.find(key);
        if (before.isPresent()) {
            return Optional.of(FiguresJson.seed(before.get()));
        }
        if (stop.getAsBoolean()) {
            return Optional.empty();
        }
        Variant variant = variant(configuration, seed, epochs);
        int baseline = baseline(configuration, epochs);
        SampleCache.Stay stay = samples.enter(variant, Machine.bytes(variant.experiment()));
        try (stay) {
            Optional<Path> model = workshop.train(variant, stop);
            if (model.isEmpty()) {
                return Optional.empty();
            }
            SeedFigures figures = trials.test(variant, model.get(), device, baseline);
            journal.add(key, FiguresJson.of(figures), elapsed.seconds());
            return Optional.of(figures);
        }
    }

    /** The naive baseline learns the same whatever the network: once for samples that are the same. */
    private int baseline(Configuration configuration, int epochs) throws InputException {
        Variant variant = variant(configuration, search.seeds().get(0), epochs);
        String key = variant.samplesKey();
        synchronized (baselines) {
            Integer known = baselines.get(key);
            if (known == null) {
                SampleCache.Stay stay = samples.enter(variant, 0);
                try (stay) {
                    known = TestBaseline.correct(variant, samples);
                }
                baselines.put(key, known);
            }
            return known;
        }
    }

    /** Saves the scenario of a network that was trained before. */
    void save(Configuration configuration, int epochs, SeedFigures seed, Device device, String description, Path folder)
            throws InputException, OutputException {
        Variant variant = variant(configuration, seed.seed(), epochs);
        SampleCache.Stay stay = samples.enter(variant, Machine.bytes(variant.experiment()));
        try (stay) {
            Path model = workshop.train(variant, () -> false).orElseThrow();
            trials.save(variant, model, device, seed.held(), search.clips(), description, folder);
        }
    }

    /** Whether it is known what a detector does in validation. */
    boolean knowsDetector(Configuration configuration, long seed, Device device) {
        return journal.find(detectorKey(configuration, seed, device)).isPresent();
    }

    /**
     * What a detector does on a device in validation, trained with one of the seeds.
     *
     * @return empty if the training was stopped before
     */
    Optional<DetectorOutcome> detector(
            Configuration configuration, int epochs, long seed, Device device, BooleanSupplier stop)
            throws InputException, OutputException {
        String key = detectorKey(configuration, seed, device);
        Variant variant = variant(configuration, seed, epochs);
        List<String> classes = variant.experiment().data().classes();
        Optional<DetectorOutcome> before =
                journal.find(key).flatMap(found -> StageJson.detector(found, device.name(), classes));
        if (before.isPresent()) {
            return before;
        }
        if (stop.getAsBoolean()) {
            return Optional.empty();
        }
        SampleCache.Stay stay = samples.enter(variant, Machine.bytes(variant.experiment()));
        try (stay) {
            Optional<Path> model = workshop.train(variant, stop);
            if (model.isEmpty()) {
                return Optional.empty();
            }
            DetectorOutcome outcome = new StageTrial(search, samples).validation(variant, model.get(), device);
            journal.add(key, StageJson.of(outcome, classes), elapsed.seconds());
            return Optional.of(outcome);
        }
    }

    private static String detectorKey(Configuration configuration, long seed, Device device) {
        return "detector " + seed + " " + device.name() + " " + key(configuration);
    }

    /** Saves it with all samples that cascades are measured on, and says what it does on them. */
    SavedStage saveForCascades(FrontPoint point, int epochs, Device device, String description, Path folder)
            throws InputException, OutputException {
        return saveForCascades(point.configuration(), epochs, point.saved().seed(), device, description, folder);
    }

    /** The same for a configuration that was trained with a seed. The folder has the name of the point. */
    SavedStage saveForCascades(
            Configuration configuration, int epochs, long seed, Device device, String description, Path folder)
            throws InputException, OutputException {
        Variant variant = variant(configuration, seed, epochs);
        SampleCache.Stay stay = samples.enter(variant, Machine.bytes(variant.experiment()));
        try (stay) {
            Path model = workshop.train(variant, () -> false).orElseThrow();
            SavedStage stage = stage(configuration, folder.getFileName().toString(), variant, model, device);
            int clips = search.cascades().orElseThrow().clips();
            trials.save(variant, model, device, stage.saved(), clips, description, folder);
            return stage;
        }
    }

    private SavedStage stage(Configuration configuration, String name, Variant variant, Path model, Device device)
            throws InputException, OutputException {
        String key = "cascade " + variant.experiment().head().seed() + " " + device.name() + " " + key(configuration);
        List<String> classes = samples.unseen(variant).classes();
        Optional<SavedStage> before = journal.find(key).flatMap(found -> StageJson.saved(found, name, classes));
        if (before.isPresent()) {
            return before.get();
        }
        SavedStage stage = new StageTrial(search, samples).of(variant, model, device, name);
        journal.add(key, StageJson.of(stage, classes), elapsed.seconds());
        return stage;
    }

    /** The experiment of a configuration. */
    Variant variant(Configuration configuration, long seed, int epochs) throws InputException {
        return Variant.of(search, configuration, seed, epochs);
    }

    private static String key(Configuration configuration) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        configuration.values().forEach(node::put);
        return (configuration.experiment().isEmpty() ? "" : configuration.experiment() + " ") + node;
    }
}
