package ganglion.scenario.explore.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.documents.Problem;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.Exploration;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.TrialRecord.Origin;
import ganglion.scenario.explore.journal.Journal;
import ganglion.scenario.explore.result.Importances;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.strategy.Brackets;
import ganglion.scenario.explore.strategy.Proposer;
import ganglion.scenario.explore.trial.Device;
import ganglion.scenario.explore.trial.SampleCache;
import ganglion.scenario.explore.trial.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

/**
 * A search: first the experiment as it is, then rounds of successive halving, then the points of the front with all seeds. What comes next
 * depends on the seed of the search and on what was found, never on time or threads; a budget in time only ends it. For one use.
 */
public final class SearchRun {

    /** Name of the journal in the folder of a search. */
    public static final String JOURNAL = "journal.jsonl";

    private static final String WORK = "work";

    /** Configurations that are looked at for each that is trained, before a space counts as one in which little fits. */
    private static final int PATIENCE = 50;

    private final Search search;
    private final Path folder;
    private final Machine machine;
    private final boolean resume;
    private final SearchProgress progress;
    private final TrialOrder order;
    private final List<TrialRecord> trials = new ArrayList<>();
    private final Map<Configuration, List<DeviceOutcome>> fitting = new LinkedHashMap<>();
    private Elapsed elapsed;
    private NetworkStages stages;
    private SearchCrew crew;
    private double secondsOfTraining;

    /**
     * A search.
     *
     * @param folder where its journal, its trainings and its points go; there
     * @param resume whether it goes on with the journal that is there
     */
    public SearchRun(Search search, Path folder, Machine machine, boolean resume, SearchProgress progress) {
        this.search = search;
        this.folder = folder;
        this.machine = machine;
        this.resume = resume;
        this.progress = progress;
        this.order = new TrialOrder(search.wishes());
    }

    /**
     * Searches.
     *
     * @throws InputException if the search, its experiment or its data cannot be used, nothing fits, the budget is too small for one trial, or the
     *     journal is of another search
     * @throws OutputException if a file cannot be written
     */
    public Exploration run() throws InputException, OutputException {
        List<Device> devices = Device.all(search.devices(), search.file().toString());
        Variant reference =
                Variant.of(search, Configuration.AS_IT_IS, search.seeds().get(0), 0);
        SpaceCheck.check(search).forEach(progress::warned);
        int workers = machine.workers(reference.experiment());
        int epochs = reference.experiment().training().epochs();
        SampleCache samples = new SampleCache(machine.sampleBytes());
        try (Journal journal = journal(reference);
                SearchCrew threads = new SearchCrew(workers)) {
            crew = threads;
            elapsed = new Elapsed(journal.secondsBefore(), search.budget().seconds());
            stages = new NetworkStages(search, devices, folder.resolve(WORK), journal, elapsed, samples);
            List<Integer> ends = search.halving().epochs(epochs);
            search(ends);
            progress.advanced("training the points of the front", searchShare());
            FinalPoints last = new FinalPoints(search, devices, stages, crew, progress, folder, epochs);
            List<FrontPoint> references = last.reference(trials.get(0));
            List<FrontPoint> points = last.points(trials, order, () -> elapsed.leavesLessThan(0));
            ExperimentSamples all = samples.all(reference);
            return new Exploration(
                    search,
                    trials,
                    references,
                    points,
                    Importances.of(search, trials),
                    all.classes(),
                    List.of(
                            all.training().size(),
                            all.validation().size(),
                            all.test().size()),
                    !progress.stopRequested(),
                    elapsed.seconds());
        }
    }

    private Journal journal(Variant reference) throws InputException, OutputException {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        try {
            ObjectMapper mapper = new ObjectMapper();
            head.set("search", ((ObjectNode) mapper.readTree(search.document())).without("budget"));
            head.set("experiment", mapper.readTree(reference.experiment().head().document()));
            Files.createDirectories(folder.resolve(WORK));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own document is not JSON", e);
        } catch (IOException e) {
            throw new OutputException(folder.toString(), e);
        }
        Path file = folder.resolve(JOURNAL);
        return resume ? Journal.resume(file, head) : Journal.begin(file, head);
    }

    private void beginWithTheExperiment() throws OutputException {
        fitting.put(Configuration.AS_IT_IS, stages.fits(Configuration.AS_IT_IS));
        trials.add(new TrialRecord(0, 0, Origin.AS_IT_IS, Configuration.AS_IT_IS, List.of(), List.of()));
    }

    /** The network that was made by hand, trained to its end: what all others are measured by. */
    private void trainTheExperiment(int epochs) throws InputException, OutputException {
        progress.advanced("the experiment as it is", 0);
        List<DeviceOutcome> fits = fitting.get(Configuration.AS_IT_IS);
        double before = elapsed.seconds();
        Callable<Optional<RungFigures>> work = () -> stages.stage(Configuration.AS_IT_IS, epochs, fits, this::isOver);
        Optional<RungFigures> rung = crew.all(List.of(work), done -> {}).get(0);
        secondsOfTraining = elapsed.seconds() - before;
        if (rung.isEmpty()) {
            throw new InputException(new Problem(
                    search.file().toString(),
                    0,
                    "/budget",
                    progress.stopRequested()
                            ? "stopped before the experiment as it is was trained; --resume goes on"
                            : "found " + search.budget().text()
                                    + ", which is over before the experiment as it is was trained to its " + epochs
                                    + " epochs; expected more, or --resume with more"));
        }
        trials.set(0, trials.get(0).with(rung.get()));
    }

    private void search(List<Integer> ends) throws InputException, OutputException {
        Brackets brackets = new Brackets(search.halving().factor(), ends.size());
        Proposer proposer = new Proposer(search.space(), search.seed());
        beginWithTheExperiment();
        for (int round = 0; round == 0 || !isSearchOver(); round++) {
            int left = search.budget().trials().isPresent()
                    ? search.budget().trials().getAsInt() - trained()
                    : Integer.MAX_VALUE;
            int size = Math.min(left, brackets.size(round));
            List<Integer> group = size < 1 ? List.of() : propose(proposer, size, round + 1);
            if (round == 0) { // what does not fit is told before anything is trained
                trainTheExperiment(ends.get(ends.size() - 1));
            }
            if (group.isEmpty()) {
                return;
            }
            for (int stage = brackets.firstStage(round); stage < ends.size() && !group.isEmpty(); stage++) {
                List<Integer> done = train(group, ends.get(stage));
                if (done.size() < group.size()) {
                    return; // stopped, or out of time
                }
                group = stage + 1 == ends.size() ? List.of() : best(done, brackets.promoted(done.size()));
            }
            progress.roundDone(List.copyOf(trials));
        }
    }

    private int trained() {
        return (int) trials.stream()
                .filter(trial -> trial.number() > 0 && !trial.rungs().isEmpty())
                .count();
    }

    private boolean isOver() {
        return progress.stopRequested() || elapsed.leavesLessThan(0);
    }

    private boolean isSearchOver() {
        return progress.stopRequested() || elapsed.leavesLessThan(secondsOfPoints());
    }

    /** What the last trainings will take: they are as long as that of the experiment as it is, and get at most half of the time. */
    private double secondsOfPoints() {
        double all = secondsOfTraining
                * search.seeds().size()
                * search.points()
                * search.devices().size()
                / machine.threads();
        return Math.min(all, search.budget().seconds().orElse(0) / 2);
    }

    /** New configurations of which each fits a device; fewer if there are no more. */
    private List<Integer> propose(Proposer proposer, int size, int bracket) throws InputException, OutputException {
        List<double[]> findings = findings(proposer.leastFindings());
        List<Integer> group = new ArrayList<>();
        for (int looked = 0; group.size() < size && looked < PATIENCE * size && !isSearchOver(); looked++) {
            Optional<Proposer.Proposal> proposal = proposer.next(findings);
            if (proposal.isEmpty()) {
                break;
            }
            Configuration configuration = proposal.get().configuration();
            List<DeviceOutcome> fits = stages.fits(configuration);
            fitting.put(configuration, fits);
            boolean fit = fits.stream().anyMatch(DeviceOutcome::fits);
            TrialRecord trial = new TrialRecord(
                    trials.size(), bracket, proposal.get().origin(), configuration, fit ? List.of() : fits, List.of());
            trials.add(trial);
            if (fit) {
                group.add(trial.number());
            }
            progress.detail("looking for networks that fit: " + group.size() + " of " + size);
        }
        if (group.isEmpty() && trained() == 0 && trials.size() > 1 && !progress.stopRequested()) {
            Map<Configuration, List<DeviceOutcome>> unfit = new LinkedHashMap<>(fitting);
            unfit.remove(Configuration.AS_IT_IS);
            throw SpaceCheck.nothingFits(search, unfit);
        }
        return group;
    }

    /** Coordinates of the configurations at the last stage that enough have reached, the best first. */
    private List<double[]> findings(int least) {
        List<Integer> stagesReached = trials.stream()
                .flatMap(trial -> trial.rungs().stream())
                .map(RungFigures::epochs)
                .distinct()
                .sorted((left, right) -> right - left)
                .toList();
        for (int epochs : stagesReached) {
            List<TrialRecord> reached = trials.stream()
                    .filter(trial -> !trial.configuration().isAsItIs())
                    .filter(trial -> rung(trial, epochs).isPresent())
                    .toList();
            if (reached.size() >= least) {
                List<RungFigures> rungs = reached.stream()
                        .map(trial -> rung(trial, epochs).orElseThrow())
                        .toList();
                return order.of(rungs).stream()
                        .map(i -> search.space().coordinates(reached.get(i).configuration()))
                        .toList();
            }
        }
        return List.of();
    }

    private static Optional<RungFigures> rung(TrialRecord trial, int epochs) {
        return trial.rungs().stream().filter(rung -> rung.epochs() == epochs).findFirst();
    }

    /** Trains some trials to the end of a stage; gives those that got there. What cannot learn is out. */
    private List<Integer> train(List<Integer> group, int epochs) throws InputException, OutputException {
        List<Callable<Optional<RungFigures>>> work = new ArrayList<>();
        for (int number : group) {
            Configuration configuration = trials.get(number).configuration();
            List<DeviceOutcome> fits = fitting.get(configuration);
            work.add(() -> stages.stage(configuration, epochs, fits, this::isSearchOver));
        }
        String phase = String.format(
                Locale.ROOT, "trials %d to %d, %d epochs", group.get(0), group.get(group.size() - 1), epochs);
        progress.advanced(phase, searchShare());
        List<Optional<RungFigures>> rungs = crew.all(work, done -> {
            progress.advanced(phase, searchShare());
            progress.detail(done + " of " + group.size() + " trained");
        });
        List<Integer> done = new ArrayList<>();
        IntStream.range(0, group.size()).filter(i -> rungs.get(i).isPresent()).forEach(i -> {
            int number = group.get(i);
            trials.set(number, trials.get(number).with(rungs.get(i).orElseThrow()));
            done.add(number);
        });
        return done;
    }

    private List<Integer> best(List<Integer> done, int count) {
        List<RungFigures> rungs = done.stream()
                .map(number -> trials.get(number).last().orElseThrow())
                .toList();
        return order.of(rungs).stream().limit(count).map(done::get).sorted().toList();
    }

    private double searchShare() {
        double inTrials = search.budget().trials().isPresent()
                ? 0.8 * trained() / Math.max(1, search.budget().trials().getAsInt())
                : 0;
        return Math.max(inTrials, elapsed.share());
    }
}
