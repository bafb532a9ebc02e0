package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.SavedStage;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.cascade.CascadeFinder;
import ganglion.scenario.explore.cascade.CascadeFindings;
import ganglion.scenario.explore.cascade.CascadeStage;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.strategy.Finalists;
import ganglion.scenario.explore.strategy.TrialLosses;
import ganglion.scenario.explore.trial.Device;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The end of a search: of each device some of the networks that were trained to their end, chosen in validation, are trained with all seeds,
 * looked at on the test set once, and saved. Which of them are in the front is said by validation again, over all seeds.
 */
final class FinalPoints {

    private static final String FRONT = "front";

    private final Search search;
    private final List<Device> devices;
    private final NetworkStages stages;
    private final SearchCrew crew;
    private final Outlook outlook;
    private final SearchProgress progress;
    private final Path folder;
    private final int epochs;
    private final PointNames names;
    private final Map<String, SavedStage> forCascades = new ConcurrentHashMap<>();

    FinalPoints(
            Search search,
            List<Device> devices,
            NetworkStages stages,
            SearchCrew crew,
            Outlook outlook,
            SearchProgress progress,
            Path folder,
            int epochs) {
        this.search = search;
        this.devices = List.copyOf(devices);
        this.stages = stages;
        this.crew = crew;
        this.outlook = outlook;
        this.progress = progress;
        this.folder = folder;
        this.epochs = epochs;
        this.names = new PointNames(search.others(), devices);
    }

    /** A trial on a device. */
    private record Chosen(TrialRecord trial, Device device) {}

    /** What is trained with all seeds: first one for each device that has one, then the others. */
    static final class Front {

        private final List<Chosen> all;
        private final List<Chosen> sure;
        private final List<Chosen> others;

        private Front(List<Chosen> inTurn, int sure) {
            this.all = inTurn;
            this.sure = inTurn.subList(0, sure);
            this.others = inTurn.subList(sure, inTurn.size());
        }
    }

    /**
     * The networks made by hand, on each device that can compute them: first that of the experiment as it is, then those that it is compared with.
     *
     * @param asItIs the trial of the experiment as it is
     * @param next what is trained after them
     */
    List<FrontPoint> reference(TrialRecord asItIs, Front next) throws InputException, OutputException {
        List<Chosen> chosen = new ArrayList<>();
        devices.stream()
                .filter(device -> fits(asItIs, device))
                .forEach(device -> chosen.add(new Chosen(asItIs, device)));
        for (Configuration other : search.others()) {
            TrialRecord record =
                    new TrialRecord(FrontPoint.NO_TRIAL, 0, TrialRecord.Origin.AS_IT_IS, other, List.of(), List.of());
            List<DeviceOutcome> fits = stages.fits(other);
            IntStream.range(0, devices.size())
                    .filter(i -> fits.get(i).fits())
                    .forEach(i -> chosen.add(new Chosen(record, devices.get(i))));
        }
        return train(chosen, () -> false, new WorkAhead(epochsOf(next.all), next.all.size()));
    }

    /** The fronts of all devices among some trials. */
    Front front(List<TrialRecord> trials, TrialOrder order) {
        Set<Chosen> chosen = new LinkedHashSet<>();
        List<List<Chosen>> byDevice = new ArrayList<>();
        for (Device device : devices) {
            byDevice.add(finalists(trials, order, device));
        }
        for (int k = 0; k < search.points(); k++) {
            for (List<Chosen> ofDevice : byDevice) {
                if (k < ofDevice.size()) {
                    chosen.add(ofDevice.get(k));
                }
            }
        }
        List<Chosen> inTurn = List.copyOf(chosen);
        int sure = (int) byDevice.stream().filter(each -> !each.isEmpty()).count();
        return new Front(inTurn, sure);
    }

    /**
     * The points of all devices, by device and then by energy.
     *
     * @param over whether no more points are to be begun, once each device has one
     */
    List<FrontPoint> points(Front front, BooleanSupplier over) throws InputException, OutputException {
        WorkAhead others = new WorkAhead(epochsOf(front.all) - epochsOf(front.sure), front.others.size());
        List<FrontPoint> points = new ArrayList<>(train(front.sure, () -> false, others));
        points.addAll(train(front.others, over, WorkAhead.NONE));
        return BestPoints.marked(search, devices, points);
    }

    private static boolean fits(TrialRecord trial, Device device) {
        return trial.last().isPresent() && trial.last().get().on(device.name()).fits();
    }

    /** Those of a device, among the networks that were trained to their end. */
    private List<Chosen> finalists(List<TrialRecord> trials, TrialOrder order, Device device) {
        List<TrialRecord> done = trials.stream()
                .filter(trial -> !trial.configuration().isAsItIs())
                .filter(trial -> trial.epochs() == epochs && fits(trial, device))
                .toList();
        List<TrialLosses> losses = done.stream()
                .map(trial -> order.losses(trial.last().orElseThrow().on(device.name())))
                .toList();
        return Finalists.of(losses, search.points()).stream()
                .map(i -> new Chosen(done.get(i), device))
                .toList();
    }

    /** @param after what is done after these */
    private List<FrontPoint> train(List<Chosen> chosen, BooleanSupplier over, WorkAhead after)
            throws InputException, OutputException {
        List<Integer> epochsOfEach = epochs(chosen);
        double all = epochsOfEach.stream().mapToInt(epochsOfOne -> epochsOfOne).sum();
        List<Callable<Optional<SeedFigures>>> work = new ArrayList<>();
        for (Chosen network : chosen) {
            for (long seed : search.seeds()) {
                Callable<Optional<SeedFigures>> training = () -> stages.seed(
                        network.trial().configuration(),
                        epochs(network.trial().configuration()),
                        seed,
                        network.device(),
                        () -> progress.stopRequested() || over.getAsBoolean());
                int own = epochsOfEach.get(work.size());
                work.add(() -> outlook.timed(own, training));
            }
        }
        List<Optional<SeedFigures>> found = crew.all(
                work,
                done -> tell(
                        after.plus(all * (work.size() - done) / work.size(), chosen.size()),
                        done + " of " + work.size() + " trainings"));
        List<Callable<FrontPoint>> saving = new ArrayList<>();
        int seeds = search.seeds().size();
        for (int k = 0; k < chosen.size(); k++) {
            List<SeedFigures> own = found.subList(k * seeds, (k + 1) * seeds).stream()
                    .flatMap(Optional::stream)
                    .toList();
            if (own.size() == seeds && own.stream().allMatch(seed -> seed.held().fits())) {
                Chosen each = chosen.get(k);
                saving.add(() -> outlook.saved(() -> save(each, own)));
            }
        }
        return crew.all(
                saving,
                done -> tell(after.plus(0, saving.size() - done), done + " of " + saving.size() + " points saved"));
    }

    private void tell(WorkAhead ahead, String words) {
        progress.advanced("the last trainings", outlook.shareOfLast(ahead), outlook.secondsOf(ahead));
        progress.detail(words);
    }

    /** Epochs that the trainings of some networks take: none for one that is that of a trial, or was or will be done for another device. */
    private double epochsOf(List<Chosen> chosen) throws InputException {
        return epochs(chosen).stream().mapToInt(epochsOfOne -> epochsOfOne).sum();
    }

    /** The same of each network with each seed. */
    private List<Integer> epochs(List<Chosen> chosen) throws InputException {
        List<Integer> each = new ArrayList<>();
        Set<List<Object>> trained = new HashSet<>();
        for (Chosen network : chosen) {
            Configuration configuration = network.trial().configuration();
            for (long seed : search.seeds()) {
                boolean ofTrial = configuration.experiment().isEmpty()
                        && seed == search.seeds().get(0);
                boolean there = ofTrial
                        || devices.stream().anyMatch(device -> stages.knowsSeed(configuration, seed, device))
                        || !trained.add(List.of(configuration, seed));
                each.add(there ? 0 : epochs(configuration, seed));
            }
        }
        return each;
    }

    private int epochs(Configuration configuration, long seed) throws InputException {
        return stages.variant(configuration, seed, epochs(configuration))
                .experiment()
                .training()
                .epochs();
    }

    /** Those of the search; 0, which leaves an experiment its own, for one that it is compared with. */
    private int epochs(Configuration configuration) {
        return configuration.experiment().isEmpty() ? epochs : 0;
    }

    private FrontPoint save(Chosen chosen, List<SeedFigures> seeds) throws InputException, OutputException {
        String name = names.of(chosen.trial(), chosen.device());
        FrontPoint point = new FrontPoint(
                name,
                chosen.trial().number(),
                chosen.device().name(),
                chosen.trial().configuration(),
                seeds,
                false,
                FRONT + "/" + name + "/scenario.yaml");
        String description =
                (point.configuration().isAsItIs() ? "Made by hand, trained by the search " : "Found by the search ")
                        + search.name() + ": "
                        + point.configuration().text() + ", on " + point.profile() + ".";
        Path own = folder.resolve(FRONT).resolve(name);
        int trained = epochs(point.configuration());
        if (search.cascades().isPresent() && !progress.stopRequested()) {
            forCascades.put(name, stages.saveForCascades(point, trained, chosen.device(), description, own));
        } else {
            stages.save(point.configuration(), trained, point.saved(), chosen.device(), description, own);
        }
        return point;
    }

    /** The cascades of all points; absent if they were not asked for, or the search was stopped. */
    Optional<CascadeFindings> cascades(List<FrontPoint> references, List<FrontPoint> points, boolean tested) {
        if (search.cascades().isEmpty() || progress.stopRequested()) {
            return Optional.empty();
        }
        List<CascadeStage> networks = new ArrayList<>();
        List<String> left = new ArrayList<>();
        Stream.of(references, points)
                .flatMap(List::stream)
                .sorted(Comparator.comparing(point -> !point.best() && !references.contains(point)))
                .forEach(point -> {
                    SavedStage saved = forCascades.get(point.name());
                    saved.stage().ifPresentOrElse(networks::add, () -> left.add(point.name() + ": " + saved.refusal()));
                });
        return Optional.of(CascadeFinder.find(search.cascades().get(), networks, left, tested, search.points()));
    }
}
