package ganglion.scenario.explore.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.trial.Device;
import ganglion.scenario.explore.trial.FitCheck;
import ganglion.scenario.explore.trial.NetworkTrainer;
import ganglion.scenario.explore.trial.NetworkTrial;
import ganglion.scenario.explore.trial.SampleCache;
import ganglion.scenario.explore.trial.Variant;
import ganglion.scenario.result.RunProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is found of networks: from the journal if it was found before, else by work that the journal then holds. Several threads work at once, until a person
 * stops them.
 */
final class JournaledNetworks implements Trainings {

    private final Search search;
    private final List<Device> devices;
    private final Journal journal;
    private final SearchThreads threads;
    private final RunProgress progress;
    private final NetworkTrainer trainer;
    private final FitCheck check;
    private final NetworkTrial trials;
    private final Map<Configuration, List<DeviceOutcome>> fits = new ConcurrentHashMap<>();
    private final Map<String, Integer> baselines = new ConcurrentHashMap<>();

    /** @param folder of all trainings */
    JournaledNetworks(
            Search search,
            List<Device> devices,
            Path folder,
            Journal journal,
            SearchThreads threads,
            RunProgress progress,
            SampleCache samples) {
        this.search = search;
        this.devices = List.copyOf(devices);
        this.journal = journal;
        this.threads = threads;
        this.progress = progress;
        this.trainer = new NetworkTrainer(folder, samples);
        this.check = new FitCheck(search, devices);
        this.trials = new NetworkTrial(search, samples);
    }

    @Override
    public List<List<DeviceOutcome>> fits(List<Configuration> configurations) throws InputException, OutputException {
        List<Callable<List<DeviceOutcome>>> work = new ArrayList<>();
        configurations.forEach(configuration -> work.add(() -> fits(configuration)));
        return threads.all(work, done -> {});
    }

    /** Why each device cannot compute the network of a configuration; without problems if it can. What is no experiment fits nowhere. */
    List<DeviceOutcome> fits(Configuration configuration) throws OutputException {
        List<DeviceOutcome> known = fits.get(configuration);
        if (known == null) {
            known = fitsNow(configuration);
            fits.put(configuration, known);
        }
        return known;
    }

    private List<DeviceOutcome> fitsNow(Configuration configuration) throws OutputException {
        try {
            return check.of(variant(configuration, search.seeds().first(), 0));
        } catch (InputException e) {
            Problem first = e.problems().get(0);
            return devices.stream()
                    .map(device ->
                            DeviceOutcome.unfit(device.name(), List.of(first.pointer() + ": " + first.message())))
                    .toList();
        }
    }

    @Override
    public List<Optional<RungFigures>> stage(List<TrialRecord> group, int epochs)
            throws InputException, OutputException {
        List<Callable<Optional<RungFigures>>> work = new ArrayList<>();
        group.forEach(trial -> work.add(() -> stage(trial.configuration(), epochs)));
        String phase = "trials " + group.get(0).number() + " to "
                + group.get(group.size() - 1).number() + ", " + epochs + " epochs";
        return threads.all(work, done -> progress.advanced(phase, (double) done / group.size()));
    }

    private Optional<RungFigures> stage(Configuration configuration, int epochs)
            throws InputException, OutputException {
        String key = "stage " + epochs + " " + key(configuration);
        Optional<RungFigures> before = journal.find(key, RungFigures.class);
        if (before.isPresent()) {
            return before;
        }
        Variant variant = variant(configuration, search.seeds().first(), epochs);
        Optional<Path> model = train(variant);
        if (model.isEmpty()) {
            return Optional.empty();
        }
        RungFigures figures = trials.validate(variant, model.get(), devices, fits(configuration));
        journal.add(key, figures);
        return Optional.of(figures);
    }

    private Optional<Path> train(Variant variant) throws InputException, OutputException {
        return isOver() ? Optional.empty() : trainer.train(variant, this::isOver);
    }

    @Override
    public boolean isOver() {
        return progress.stopRequested();
    }

    /**
     * What a configuration does on a device in the end, trained with one of the seeds.
     *
     * @param epochs 0 for those of its experiment
     * @return empty if the training was stopped before
     */
    Optional<SeedFigures> seed(Configuration configuration, int epochs, long seed, Device device)
            throws InputException, OutputException {
        String key = "seed " + seed + " " + device.name() + " " + key(configuration);
        Optional<SeedFigures> before = journal.find(key, SeedFigures.class);
        if (before.isPresent()) {
            return before;
        }
        Variant variant = variant(configuration, seed, epochs);
        Optional<Path> model = train(variant);
        if (model.isEmpty()) {
            return Optional.empty();
        }
        SeedFigures figures = trials.test(variant, model.get(), device, baseline(configuration, epochs));
        journal.add(key, figures);
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
    void save(Configuration configuration, int epochs, long seed, Device device, String description, Path folder)
            throws InputException, OutputException {
        Variant variant = variant(configuration, seed, epochs);
        Path model = trainer.train(variant, () -> false).orElseThrow();
        trials.save(variant, model, device, description, folder);
    }

    private Variant variant(Configuration configuration, long seed, int epochs) throws InputException {
        return Variant.of(search, configuration, seed, epochs);
    }

    private static String key(Configuration configuration) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        configuration.values().forEach(node::put);
        return node.toString();
    }
}
