package ganglion.scenario.explore.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.result.ExplorationJson;
import ganglion.scenario.explore.run.JournaledTrainings.Elapsed;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.trial.Device;
import ganglion.scenario.explore.trial.FitCheck;
import ganglion.scenario.explore.trial.NetworkTrainer;
import ganglion.scenario.explore.trial.NetworkTrial;
import ganglion.scenario.explore.trial.SampleCache;
import ganglion.scenario.explore.trial.Variant;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;

/** What is found of single networks: from the journal if it was found before, else by work that the journal then holds. Thread safe. */
final class JournaledNetworks {

    private final Search search;
    private final List<Device> devices;
    private final Journal journal;
    private final Elapsed elapsed;
    private final NetworkTrainer trainer;
    private final FitCheck fits;
    private final NetworkTrial trials;
    private final Map<String, Integer> baselines = new ConcurrentHashMap<>();

    /** @param folder of all trainings */
    JournaledNetworks(
            Search search, List<Device> devices, Path folder, Journal journal, Elapsed elapsed, SampleCache samples) {
        this.search = search;
        this.devices = List.copyOf(devices);
        this.journal = journal;
        this.elapsed = elapsed;
        this.trainer = new NetworkTrainer(folder, samples);
        this.fits = new FitCheck(search, devices);
        this.trials = new NetworkTrial(search, samples);
    }

    /** Why each device cannot compute the network of a configuration; without problems if it can. What is no experiment fits nowhere. */
    List<DeviceOutcome> fits(Configuration configuration) throws OutputException {
        String key = "fit " + key(configuration);
        Optional<JsonNode> before = journal.find(key);
        if (before.isPresent()) {
            return Arrays.asList(ExplorationJson.read(before.get(), DeviceOutcome[].class));
        }
        List<DeviceOutcome> found = fitsNow(configuration);
        journal.note(key, ExplorationJson.of(found), elapsed.seconds());
        return found;
    }

    private List<DeviceOutcome> fitsNow(Configuration configuration) throws OutputException {
        try {
            return fits.of(variant(configuration, search.seeds().first(), 0));
        } catch (InputException e) {
            String problem =
                    e.problems().get(0).pointer() + ": " + e.problems().get(0).message();
            return devices.stream()
                    .map(device -> DeviceOutcome.unfit(device.name(), List.of(problem)))
                    .toList();
        }
    }

    /**
     * What a configuration does after some epochs of training.
     *
     * @return empty if the training was stopped before
     */
    Optional<RungFigures> stage(Configuration configuration, int epochs, BooleanSupplier stop)
            throws InputException, OutputException {
        String key = "stage " + epochs + " " + key(configuration);
        Optional<JsonNode> before = journal.find(key);
        if (before.isPresent()) {
            return Optional.of(ExplorationJson.read(before.get(), RungFigures.class));
        }
        Variant variant = variant(configuration, search.seeds().first(), epochs);
        Optional<Path> model = stop.getAsBoolean() ? Optional.empty() : trainer.train(variant, stop);
        if (model.isEmpty()) {
            return Optional.empty();
        }
        RungFigures figures = trials.validate(variant, model.get(), devices, fits(configuration));
        journal.add(key, ExplorationJson.of(figures), elapsed.seconds());
        return Optional.of(figures);
    }

    /**
     * What a configuration does on a device in the end, trained with one of the seeds.
     *
     * @param epochs 0 for those of its experiment
     * @return empty if the training was stopped before
     */
    Optional<SeedFigures> seed(Configuration configuration, int epochs, long seed, Device device, BooleanSupplier stop)
            throws InputException, OutputException {
        String key = "seed " + seed + " " + device.name() + " " + key(configuration);
        Optional<JsonNode> before = journal.find(key);
        if (before.isPresent()) {
            return Optional.of(ExplorationJson.read(before.get(), SeedFigures.class));
        }
        Variant variant = variant(configuration, seed, epochs);
        Optional<Path> model = stop.getAsBoolean() ? Optional.empty() : trainer.train(variant, stop);
        if (model.isEmpty()) {
            return Optional.empty();
        }
        SeedFigures figures = trials.test(variant, model.get(), device, baseline(configuration, epochs));
        journal.add(key, ExplorationJson.of(figures), elapsed.seconds());
        return Optional.of(figures);
    }

    /** The naive baseline learns the same whatever the network: once for samples that are the same. */
    private int baseline(Configuration configuration, int epochs) throws InputException {
        Variant variant = variant(configuration, search.seeds().first(), epochs);
        synchronized (baselines) {
            Integer known = baselines.get(variant.samplesKey());
            if (known == null) {
                known = trials.baseline(variant);
                baselines.put(variant.samplesKey(), known);
            }
            return known;
        }
    }

    /** Saves the scenario of a network that was trained before. */
    void save(Configuration configuration, int epochs, SeedFigures seed, Device device, String description, Path folder)
            throws InputException, OutputException {
        Variant variant = variant(configuration, seed.seed(), epochs);
        Path model = trainer.train(variant, () -> false).orElseThrow();
        trials.save(variant, model, device, seed.held(), description, folder);
    }

    private Variant variant(Configuration configuration, long seed, int epochs) throws InputException {
        return Variant.of(search, configuration, seed, epochs);
    }

    private static String key(Configuration configuration) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        configuration.values().forEach(node::put);
        return (configuration.experiment().isEmpty() ? "" : configuration.experiment() + " ") + node;
    }
}
