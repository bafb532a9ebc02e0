package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.strategy.NonDominatedOrder;
import ganglion.scenario.explore.strategy.TrialLosses;
import ganglion.scenario.explore.trial.Device;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

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
    private final SearchProgress progress;
    private final Path folder;
    private final PointNames names;

    /** @param folder of the search */
    FinalPoints(
            Search search,
            List<Device> devices,
            JournaledNetworks networks,
            SearchThreads threads,
            SearchProgress progress,
            Path folder) {
        this.search = search;
        this.devices = List.copyOf(devices);
        this.networks = networks;
        this.threads = threads;
        this.progress = progress;
        this.folder = folder;
        this.names = new PointNames(search.others(), devices);
    }

    /** A network on a device. @param epochs that it is trained for; 0 for those of its experiment */
    private record Chosen(TrialRecord trial, Device device, int epochs) {

        Configuration configuration() {
            return trial.configuration();
        }
    }

    /**
     * The networks made by hand, on each device that can compute them: first that of the experiment as it is, then those that it is compared with.
     *
     * @param asItIs the trial of the experiment as it is
     */
    List<FrontPoint> reference(TrialRecord asItIs) throws InputException, OutputException {
        List<Chosen> chosen = new ArrayList<>();
        for (Device device : devices) {
            if (fits(asItIs, device)) {
                chosen.add(new Chosen(asItIs, device, asItIs.epochs()));
            }
        }
        for (Configuration other : search.others()) {
            TrialRecord record =
                    new TrialRecord(FrontPoint.NO_TRIAL, 0, TrialRecord.Origin.AS_IT_IS, other, List.of(), List.of());
            for (int i = 0; i < devices.size(); i++) {
                if (networks.fits(other).get(i).fits()) {
                    chosen.add(new Chosen(record, devices.get(i), 0));
                }
            }
        }
        return trained(chosen, "trainings of what was made by hand", () -> false);
    }

    /**
     * The points of all devices, by device and then by energy.
     *
     * @param trials all of them, the experiment as it is first
     * @param over whether no more points are to be begun, once each device has one
     */
    List<FrontPoint> points(List<TrialRecord> trials, TrialOrder order, BooleanSupplier over)
            throws InputException, OutputException {
        List<List<Chosen>> byDevice =
                devices.stream().map(device -> finalists(trials, order, device)).toList();
        Set<Chosen> inTurn = new LinkedHashSet<>();
        for (int k = 0; k < search.goal().points(); k++) {
            for (List<Chosen> ofDevice : byDevice) {
                if (k < ofDevice.size()) {
                    inTurn.add(ofDevice.get(k));
                }
            }
        }
        List<Chosen> all = List.copyOf(inTurn);
        int sure = (int) byDevice.stream().filter(each -> !each.isEmpty()).count();
        List<FrontPoint> points =
                new ArrayList<>(trained(all.subList(0, sure), "first points of the devices", () -> false));
        points.addAll(trained(all.subList(sure, all.size()), "further points", over));
        return marked(points);
    }

    private static boolean fits(TrialRecord trial, Device device) {
        return trial.last().isPresent() && trial.last().get().on(device.name()).fits();
    }

    /**
     * Those of a device, among the networks that were trained to their end: of the front, those with most room around them first, then of the second
     * front, and so on. With one training and few samples the leaders are partly lucky; several seeds may show that another one is better.
     */
    private List<Chosen> finalists(List<TrialRecord> trials, TrialOrder order, Device device) {
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
    private List<FrontPoint> trained(List<Chosen> chosen, String phase, BooleanSupplier over)
            throws InputException, OutputException {
        List<Long> seeds = search.seeds().trainings();
        List<Callable<Optional<SeedFigures>>> trainings = new ArrayList<>();
        for (Chosen each : chosen) {
            for (long seed : seeds) {
                trainings.add(() -> networks.seed(
                        each.configuration(),
                        each.epochs(),
                        seed,
                        each.device(),
                        () -> progress.stopRequested() || over.getAsBoolean()));
            }
        }
        List<Optional<SeedFigures>> found =
                threads.all(trainings, done -> progress.advanced(phase, done, trainings.size()));
        List<Callable<FrontPoint>> saving = new ArrayList<>();
        for (int k = 0; k < chosen.size(); k++) {
            Chosen each = chosen.get(k);
            List<SeedFigures> own = found.subList(k * seeds.size(), (k + 1) * seeds.size()).stream()
                    .flatMap(Optional::stream)
                    .toList();
            if (own.size() == seeds.size()
                    && own.stream().allMatch(seed -> seed.held().fits())) {
                saving.add(() -> save(each, own));
            }
        }
        return threads.all(saving, done -> progress.advanced("points saved", done, saving.size()));
    }

    private FrontPoint save(Chosen chosen, List<SeedFigures> seeds) throws InputException, OutputException {
        String name = names.of(chosen.trial(), chosen.device());
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
                point.saved(),
                chosen.device(),
                description,
                folder.resolve(FRONT).resolve(name));
        return point;
    }

    /** The points with what is in the front of their device, by device in the order of the devices, and then by energy. */
    private List<FrontPoint> marked(List<FrontPoint> points) {
        List<FrontPoint> marked = new ArrayList<>();
        for (Device device : devices) {
            List<FrontPoint> own = points.stream()
                    .filter(point -> point.profile().equals(device.name()))
                    .sorted(Comparator.comparingDouble(
                            point -> point.saved().validation().joules().orElse(Double.POSITIVE_INFINITY)))
                    .toList();
            NonDominatedOrder sorted = new NonDominatedOrder(own.stream()
                    .map(point -> TrialLosses.of(search.goal().wishes(), point::validation))
                    .toList());
            for (int k = 0; k < own.size(); k++) {
                marked.add(own.get(k).asBest(sorted.rank(k) == 0));
            }
        }
        return marked;
    }

    /**
     * Names of the folders of points: device and network. No two networks of a search get the same one, nor such
     * as differ in capital letters only.
     */
    static final class PointNames {

        private static final String AS_IT_IS = "as-it-is";
        private static final String TRIAL = "trial-";

        private final Map<String, String> others = new HashMap<>();

        /**
         * Names for a search.
         *
         * @param compared experiments that the search compares with
         * @param devices those of the search
         */
        PointNames(List<Configuration> compared, List<Device> devices) {
            Set<String> taken = new HashSet<>();
            devices.forEach(device -> taken.add(folder(device, AS_IT_IS).toLowerCase(Locale.ROOT)));
            for (Configuration other : compared) {
                String plain = plain(fileName(other.experiment()));
                String name = plain;
                for (int number = 2; isTaken(name, devices, taken); number++) {
                    name = plain + "." + number;
                }
                for (Device device : devices) {
                    taken.add(folder(device, name).toLowerCase(Locale.ROOT));
                }
                others.put(other.experiment(), name);
            }
        }

        private static boolean isTaken(String name, List<Device> devices, Set<String> taken) {
            return devices.stream()
                    .map(device -> folder(device, name).toLowerCase(Locale.ROOT))
                    .anyMatch(folder -> taken.contains(folder) || folder.matches(".*-" + TRIAL + "[0-9]+"));
        }

        private static String fileName(String path) {
            String name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
            int dot = name.lastIndexOf('.');
            return dot > 0 ? name.substring(0, dot) : name;
        }

        private static String plain(String text) {
            return text.replaceAll("[^A-Za-z0-9.-]+", "-");
        }

        private static String folder(Device device, String network) {
            return plain(device.name()) + "-" + network;
        }

        /** The name of a network on a device. */
        String of(TrialRecord trial, Device device) {
            Configuration configuration = trial.configuration();
            if (!configuration.isAsItIs()) {
                return folder(device, TRIAL + trial.number());
            }
            return folder(device, others.getOrDefault(configuration.experiment(), AS_IT_IS));
        }
    }
}
