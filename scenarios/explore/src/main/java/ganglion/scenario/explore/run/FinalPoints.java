package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.strategy.NonDominatedOrder;
import ganglion.scenario.explore.strategy.TrialLosses;
import ganglion.scenario.explore.trial.Device;
import ganglion.scenario.result.RunProgress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The end of a search: of each device some of the networks that were trained to their end, chosen in validation, are trained with all seeds, looked at on
 * the test set once, and saved. Which of them are in the front is said by validation again, over all seeds.
 */
final class FinalPoints {

    private static final String FRONT = "front";

    private final Search search;
    private final List<Device> devices;
    private final JournaledNetworks networks;
    private final SearchThreads threads;
    private final RunProgress progress;
    private final Path folder;

    /** @param folder of the search */
    FinalPoints(
            Search search,
            List<Device> devices,
            JournaledNetworks networks,
            SearchThreads threads,
            RunProgress progress,
            Path folder) {
        this.search = search;
        this.devices = List.copyOf(devices);
        this.networks = networks;
        this.threads = threads;
        this.progress = progress;
        this.folder = folder;
    }

    /** A network on a device. @param epochs that it is trained for */
    private record Chosen(TrialRecord trial, Device device, int epochs) {

        Configuration configuration() {
            return trial.configuration();
        }
    }

    /**
     * The network made by hand, on each device that can compute it.
     *
     * @param asItIs the trial of the experiment as it is
     */
    List<FrontPoint> reference(TrialRecord asItIs) throws InputException, OutputException {
        List<Chosen> chosen = devices.stream()
                .filter(device -> fits(asItIs, device))
                .map(device -> new Chosen(asItIs, device, asItIs.epochs()))
                .toList();
        return trained(chosen, "trainings of what was made by hand");
    }

    /**
     * The points of all devices, by device and then by energy.
     *
     * @param trials all of them, the experiment as it is first
     */
    List<FrontPoint> points(List<TrialRecord> trials) throws InputException, OutputException {
        List<Chosen> chosen = devices.stream()
                .flatMap(device -> finalists(trials, device).stream())
                .toList();
        return marked(trained(chosen, "trainings with all seeds"));
    }

    private static boolean fits(TrialRecord trial, Device device) {
        return trial.last().isPresent() && trial.last().get().on(device.name()).fits();
    }

    /**
     * Those of a device, among the networks that were trained to their end: of the front, those with most room around them first, then of the second
     * front, and so on. With one training and few samples the leaders are partly lucky; several seeds may show that another one is better.
     */
    private List<Chosen> finalists(List<TrialRecord> trials, Device device) {
        TrialOrder order = new TrialOrder(search.goal());
        int epochs = trials.get(0).epochs();
        List<TrialRecord> done = trials.stream()
                .filter(trial -> !trial.configuration().isAsItIs())
                .filter(trial -> trial.epochs() == epochs && fits(trial, device))
                .toList();
        NonDominatedOrder sorted = new NonDominatedOrder(done.stream()
                .map(trial -> order.losses(trial.last().orElseThrow().on(device.name())))
                .toList());
        return sorted.first(search.goal().points()).stream()
                .map(i -> new Chosen(done.get(i), device, epochs))
                .toList();
    }

    /** The points of those networks that were trained with all seeds, and fit their device with each. */
    private List<FrontPoint> trained(List<Chosen> chosen, String phase) throws InputException, OutputException {
        List<Long> seeds = search.seeds().trainings();
        List<Callable<Optional<SeedFigures>>> trainings = new ArrayList<>();
        for (Chosen each : chosen) {
            for (long seed : seeds) {
                trainings.add(() -> networks.seed(each.configuration(), each.epochs(), seed, each.device()));
            }
        }
        List<Optional<SeedFigures>> found =
                threads.all(trainings, done -> progress.advanced(phase, (double) done / trainings.size()));
        List<Callable<FrontPoint>> saving = new ArrayList<>();
        for (int k = 0; k < chosen.size(); k++) {
            Chosen each = chosen.get(k);
            List<SeedFigures> own = found.subList(k * seeds.size(), (k + 1) * seeds.size()).stream()
                    .flatMap(Optional::stream)
                    .toList();
            if (own.size() == seeds.size()
                    && own.stream().allMatch(seed -> seed.test().fits())) {
                saving.add(() -> save(each, own));
            }
        }
        return threads.all(saving, done -> progress.advanced("points saved", (double) done / saving.size()));
    }

    private FrontPoint save(Chosen chosen, List<SeedFigures> seeds) throws InputException, OutputException {
        String name = name(chosen);
        FrontPoint point = new FrontPoint(
                name,
                chosen.trial().number(),
                chosen.device().name(),
                chosen.configuration(),
                seeds,
                false,
                FRONT + "/" + name + "/scenario.yaml");
        String description =
                (point.configuration().isAsItIs() ? "Made by hand, trained by the search " : "Found by the search ")
                        + search.name() + ": "
                        + point.configuration().text() + ", on " + point.profile() + ".";
        networks.save(
                point.configuration(),
                chosen.epochs(),
                point.savedSeed(),
                chosen.device(),
                description,
                folder.resolve(FRONT).resolve(name));
        return point;
    }

    /** The name of its folder: the device, and the number of the trial. */
    private static String name(Chosen chosen) {
        String network = chosen.configuration().isAsItIs()
                ? "as-it-is"
                : "trial-" + chosen.trial().number();
        return chosen.device().name() + "-" + network;
    }

    /** The points with what is in the front of their device, by device in the order of the devices, and then by energy. */
    private List<FrontPoint> marked(List<FrontPoint> points) {
        List<FrontPoint> marked = new ArrayList<>();
        for (Device device : devices) {
            List<FrontPoint> own = points.stream()
                    .filter(point -> point.profile().equals(device.name()))
                    .sorted(Comparator.comparingDouble(
                            point -> point.saved().validation().joules()))
                    .toList();
            NonDominatedOrder sorted = new NonDominatedOrder(own.stream()
                    .map(point -> TrialLosses.of(
                            search.goal(),
                            point.mean(SeedFigures::validation, DeviceOutcome::accuracy),
                            point.mean(SeedFigures::validation, DeviceOutcome::joules)))
                    .toList());
            for (int k = 0; k < own.size(); k++) {
                marked.add(own.get(k).asBest(sorted.rank(k) == 0));
            }
        }
        return marked;
    }
}
