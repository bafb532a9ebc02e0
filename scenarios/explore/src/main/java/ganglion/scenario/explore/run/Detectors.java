package ganglion.scenario.explore.run;

import ganglion.scenario.explore.trial.DetectorSpace;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.SavedStage;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.cascade.CascadeStage;
import ganglion.scenario.explore.cascade.DetectorClasses;
import ganglion.scenario.explore.cascade.DetectorOutcome;
import ganglion.scenario.explore.cascade.DetectorOutcome.Waking;
import ganglion.scenario.explore.cascade.DetectorPoint;
import ganglion.scenario.explore.cascade.DetectorWish;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.strategy.Finalists;
import ganglion.scenario.explore.strategy.TrialLosses;
import ganglion.scenario.explore.trial.Device;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/**
 * Detectors for the small place of cascades. Each is trained to its end with the first seed. Of each device some are trained with all seeds: those
 * that nothing beats in events that wake, others that wake and energy, then those behind them, in validation. Of these the best seed is saved.
 */
final class Detectors {

    /** Folder of the saved ones. */
    static final String FOLDER = "detectors";

    /** Configurations that are looked at for each detector that is trained. */
    private static final int PATIENCE = 50;

    private final DetectorSpace space;
    private final Search search;
    private final DetectorWish wish;
    private final String event;
    private final List<Device> devices;
    private final NetworkStages stages;
    private final SearchCrew crew;
    private final Outlook outlook;
    private final SearchProgress progress;
    private final Path folder;
    private final int epochs;

    /** @param stages of the search of the space */
    Detectors(
            DetectorSpace space,
            List<Device> devices,
            NetworkStages stages,
            SearchCrew crew,
            Outlook outlook,
            SearchProgress progress,
            Path folder,
            int epochs) {
        this.space = space;
        this.search = space.search();
        this.wish = search.cascades().orElseThrow().detectors().orElseThrow();
        this.event =
                DetectorClasses.of(search.cascades().orElseThrow().events()).event();
        this.devices = List.copyOf(devices);
        this.stages = stages;
        this.crew = crew;
        this.outlook = outlook;
        this.progress = progress;
        this.folder = folder;
        this.epochs = epochs;
    }

    /**
     * What was trained.
     *
     * @param points the saved ones
     * @param stages what they do as small networks
     * @param left what is left out, with the reason
     */
    record Found(List<DetectorPoint> points, List<CascadeStage> stages, List<String> left) {

        static final Found NONE = new Found(List.of(), List.of(), List.of());
    }

    /** A detector on a device. */
    private record Chosen(int number, Configuration configuration, Device device) {}

    /** What a detector came to with a seed; with the figures of a point, if it is one. */
    private record Trained(Chosen chosen, long seed, DetectorOutcome outcome, Optional<SeedFigures> figures) {}

    /**
     * Trains and saves detectors.
     *
     * @param points of the search
     * @param over whether no more trainings are to be begun
     */
    Found train(List<FrontPoint> points, BooleanSupplier over) throws InputException, OutputException {
        List<String> left = new ArrayList<>();
        List<Chosen> all = new ArrayList<>();
        List<Configuration> drawn = draw(points, left);
        for (int k = 0; k < drawn.size(); k++) {
            List<DeviceOutcome> fits = stages.fits(drawn.get(k));
            for (int d = 0; d < devices.size(); d++) {
                if (fits.get(d).fits()) {
                    all.add(new Chosen(k + 1, drawn.get(k), devices.get(d)));
                }
            }
        }
        List<Trained> first = trained(all, search.seeds().subList(0, 1), false, over);
        long cut = all.stream().map(Chosen::number).distinct().count()
                - first.stream().map(each -> each.chosen().number()).distinct().count();
        if (cut > 0) {
            left.add("detectors: " + cut + " of " + drawn.size()
                    + " were not trained, since the time of the budget was over");
        }
        first.stream()
                .filter(each -> each.outcome().figures().isEmpty())
                .forEach(each ->
                        left.add(name(each.chosen()) + ": " + each.outcome().refusal()));
        return saved(trained(finalists(first), search.seeds(), true, over), left);
    }

    /** Different configurations that each fit a device; fewer than asked if there are no more. */
    private List<Configuration> draw(List<FrontPoint> points, List<String> left) throws OutputException {
        DetectorSpace.Draws draws = space.draws(points);
        Set<Configuration> looked = new LinkedHashSet<>();
        List<Configuration> drawn = new ArrayList<>();
        String problem = "";
        for (int k = 0; k < PATIENCE * wish.train() && drawn.size() < wish.train(); k++) {
            Configuration next = draws.next();
            if (looked.add(next)) {
                List<DeviceOutcome> fits = stages.fits(next);
                if (fits.stream().anyMatch(DeviceOutcome::fits)) {
                    drawn.add(next);
                } else if (problem.isEmpty()) {
                    problem = "; the first of " + next.text() + " fits no device: "
                            + fits.get(0).problems().get(0);
                }
            }
        }
        if (drawn.size() < wish.train()) {
            left.add("detectors: only " + drawn.size() + " of " + wish.train() + " were found that fit a device"
                    + problem);
        }
        return drawn;
    }

    /** Trainings of some detectors, each for all of its devices; without those that were stopped. */
    private List<Trained> trained(List<Chosen> chosen, List<Long> seeds, boolean asPoints, BooleanSupplier over)
            throws InputException, OutputException {
        Map<Integer, List<Chosen>> byNumber = new TreeMap<>();
        chosen.forEach(each -> byNumber.computeIfAbsent(each.number(), any -> new ArrayList<>())
                .add(each));
        List<Callable<List<Trained>>> work = new ArrayList<>();
        BooleanSupplier stop = () -> progress.stopRequested() || over.getAsBoolean();
        for (List<Chosen> onDevices : byNumber.values()) {
            for (long seed : seeds) {
                boolean known = onDevices.stream()
                        .anyMatch(each -> stages.knowsDetector(each.configuration(), seed, each.device()));
                work.add(() -> outlook.timed(known ? 0 : epochs, () -> trained(onDevices, seed, asPoints, stop)));
            }
        }
        return crew
                .all(work, done -> tell(
                                new WorkAhead((double) epochs * (work.size() - done), 0),
                                done + " of " + work.size() + " trainings"))
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    private List<Trained> trained(List<Chosen> onDevices, long seed, boolean asPoints, BooleanSupplier stop)
            throws InputException, OutputException {
        List<Trained> found = new ArrayList<>();
        for (Chosen each : onDevices) {
            Optional<DetectorOutcome> outcome =
                    stages.detector(each.configuration(), epochs, seed, each.device(), stop);
            Optional<SeedFigures> figures = asPoints && outcome.isPresent()
                    ? stages.seed(each.configuration(), epochs, seed, each.device(), stop)
                    : Optional.empty();
            if (outcome.isPresent() && (!asPoints || figures.isPresent())) {
                found.add(new Trained(each, seed, outcome.get(), figures));
            }
        }
        return found;
    }

    private void tell(WorkAhead ahead, String words) {
        progress.advanced("detectors", outlook.shareOfLast(ahead), outlook.secondsOf(ahead));
        progress.detail(words);
    }

    /** Of each device those that are trained with all seeds. One whose waking is no better than chance comes last. */
    private List<Chosen> finalists(List<Trained> first) {
        List<Chosen> chosen = new ArrayList<>();
        for (Device device : devices) {
            List<Trained> own = first.stream()
                    .filter(each -> each.chosen().device().equals(device))
                    .filter(each -> each.outcome().figures().isPresent())
                    .toList();
            List<TrialLosses> losses =
                    own.stream().map(each -> losses(waking(each))).toList();
            Finalists.of(losses, search.points())
                    .forEach(i -> chosen.add(own.get(i).chosen()));
        }
        return chosen;
    }

    private Waking waking(Trained trained) {
        return trained.outcome().waking(event).orElseThrow();
    }

    private static TrialLosses losses(Waking waking) {
        double violation = waking.informedness() > 0 ? 0 : 1 - waking.informedness();
        return new TrialLosses(
                new double[] {1 - waking.recall(), waking.falseWakes(), waking.joulesPerHour()}, violation);
    }

    private Found saved(List<Trained> trained, List<String> left) throws InputException, OutputException {
        Map<Chosen, List<Trained>> bySeeds = new LinkedHashMap<>();
        trained.forEach(each ->
                bySeeds.computeIfAbsent(each.chosen(), any -> new ArrayList<>()).add(each));
        List<Chosen> chosen = bySeeds.keySet().stream()
                .filter(each -> isWhole(bySeeds.get(each)))
                .sorted(Comparator.comparingInt((Chosen each) -> devices.indexOf(each.device()))
                        .thenComparingInt(Chosen::number))
                .toList();
        List<DetectorPoint> points = new ArrayList<>();
        List<Callable<SavedStage>> saving = new ArrayList<>();
        for (Chosen each : chosen) {
            DetectorPoint point = point(each, bySeeds.get(each));
            points.add(point);
            saving.add(() -> outlook.saved(() -> stages.saveForCascades(
                    each.configuration(),
                    epochs,
                    point.savedSeed(),
                    each.device(),
                    "A detector found by the search " + search.name() + ": "
                            + each.configuration().text() + ", on " + point.profile() + ".",
                    folder.resolve(FOLDER).resolve(point.name()))));
        }
        List<SavedStage> saved = crew.all(saving, done -> tell(
                new WorkAhead(0, saving.size() - done), done + " of " + saving.size() + " detectors saved"));
        List<CascadeStage> found = new ArrayList<>();
        for (int k = 0; k < points.size(); k++) {
            String name = points.get(k).name();
            SavedStage own = saved.get(k);
            own.stage()
                    .ifPresentOrElse(
                            stage -> found.add(stage.asDetector()), () -> left.add(name + ": " + own.refusal()));
        }
        return new Found(points, found, left);
    }

    /** Whether each seed was trained, and fits and can be a stage. */
    private boolean isWhole(List<Trained> seeds) {
        return seeds.size() == search.seeds().size()
                && seeds.stream()
                        .allMatch(each -> each.outcome().figures().isPresent()
                                && each.figures().orElseThrow().held().fits());
    }

    private DetectorPoint point(Chosen chosen, List<Trained> seeds) {
        Trained best = seeds.stream()
                .min(Comparator.comparingDouble((Trained each) -> -waking(each).informedness())
                        .thenComparingDouble(each -> waking(each).joulesPerHour()))
                .orElseThrow();
        String name = name(chosen);
        return new DetectorPoint(
                name,
                chosen.device().name(),
                chosen.configuration(),
                seeds.stream().map(this::seed).toList(),
                best.seed(),
                FOLDER + "/" + name + "/scenario.yaml");
    }

    private DetectorPoint.Seed seed(Trained trained) {
        SeedFigures figures = trained.figures().orElseThrow();
        return new DetectorPoint.Seed(
                trained.seed(),
                waking(trained),
                figures.held().samples(),
                figures.held().correct(),
                figures.baselineCorrect(),
                figures.verifiedSpikes(),
                figures.differences());
    }

    private static String name(Chosen chosen) {
        return PointNames.ofDetector(chosen.device(), chosen.number());
    }
}
