package ganglion.scenario.explore.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.experiment.data.SampleCounts;
import ganglion.scenario.experiment.data.SampleLabels;
import ganglion.scenario.explore.Exploration;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.cascade.CascadeWish;
import ganglion.scenario.explore.journal.Journal;
import ganglion.scenario.explore.progress.Elapsed;
import ganglion.scenario.explore.progress.Outlook;
import ganglion.scenario.explore.progress.SearchProgress;
import ganglion.scenario.explore.result.Importances;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.trial.DetectorSpace;
import ganglion.scenario.explore.trial.Device;
import ganglion.scenario.explore.trial.SampleCache;
import ganglion.scenario.explore.trial.SpaceCheck;
import ganglion.scenario.explore.trial.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A search: first the experiment as it is, then rounds of successive halving, then the points of the front with all seeds. What was found is in the
 * journal before it goes on. For one use.
 */
public final class SearchRun {

    /** Name of the journal in the folder of a search. */
    public static final String JOURNAL = "journal.jsonl";

    private static final String WORK = "work";

    private final Search search;
    private final Path folder;
    private final Machine machine;
    private final boolean resume;
    private final SearchProgress progress;

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
        Optional<DetectorSpace> detectors = Optional.empty();
        if (search.cascades().isPresent()) {
            CascadeWish wish = search.cascades().get();
            CascadeCheck.checkRates(search, wish, reference.experiment());
            SampleLabels labels = SampleLabels.of(reference.experiment());
            CascadeCheck.checkEvents(search, wish, labels);
            if (wish.detectors().isPresent()) {
                detectors = Optional.of(DetectorSpace.of(search, reference.experiment(), labels.classes()));
            }
        }
        SpaceCheck.check(search).forEach(progress::warned);
        NetworksByHand others = NetworksByHand.of(search);
        others.checkMemory(machine, reference.experiment());
        int epochs = reference.experiment().training().epochs();
        SampleCache samples = new SampleCache(machine.memoryBytes(), Machine.bytes(reference.experiment()));
        try (Journal journal = journal(reference, others);
                SearchCrew crew = new SearchCrew(machine.threads())) {
            Elapsed elapsed =
                    new Elapsed(journal.secondsBefore(), search.budget().seconds());
            Outlook outlook = new Outlook(elapsed, machine.threads(), clipsOfPoint(reference));
            NetworkStages stages =
                    new NetworkStages(search, devices, folder.resolve(WORK), journal, elapsed, outlook, samples);
            TimedTrainings trainings = new TimedTrainings(
                    search,
                    others.trainings(epochs),
                    Detectors.ahead(search, devices, epochs),
                    machine.threads(),
                    stages,
                    crew,
                    elapsed,
                    outlook,
                    progress);
            Rounds rounds = new Rounds(search, search.halving().epochs(epochs), trainings);
            List<TrialRecord> trials = rounds.run();
            SearchEnd end = new SearchEnd(search, devices, stages, crew, outlook, progress, folder, epochs);
            FinalPoints last = new FinalPoints(end);
            FinalChoice.Front front = last.front(trials, new TrialOrder(search.wishes()));
            List<FrontPoint> references = last.reference(trials.get(0), front);
            List<FrontPoint> points = last.points(front, () -> elapsed.leavesLessThan(0));
            Detectors.Found found = Detectors.Found.NONE;
            if (detectors.isPresent() && !progress.stopRequested()) {
                NetworkStages own = new NetworkStages(
                        detectors.get().search(), devices, folder.resolve(WORK), journal, elapsed, outlook, samples);
                found = new Detectors(detectors.get(), end.of(detectors.get().search(), own))
                        .train(points, () -> elapsed.leavesLessThan(0));
            }
            ExperimentSamples all = samples.whole(reference);
            return new Exploration(
                    search,
                    trials,
                    references,
                    others.misfits(trainings),
                    points,
                    Importances.of(search, trials),
                    last.cascades(references, points, found, all.test().size() > 0),
                    all.classes(),
                    List.of(
                            all.training().size(),
                            all.validation().size(),
                            all.test().size()),
                    !progress.stopRequested(),
                    elapsed.seconds());
        }
    }

    /** Samples that are run when a point is saved. */
    private int clipsOfPoint(Variant reference) throws InputException {
        if (search.cascades().isEmpty()) {
            return 0;
        }
        SampleCounts counts = SampleCounts.of(reference.experiment());
        return Math.min(search.cascades().get().clips(), counts.test() > 0 ? counts.test() : counts.learned());
    }

    private Journal journal(Variant reference, NetworksByHand others) throws InputException, OutputException {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        try {
            ObjectMapper mapper = new ObjectMapper();
            head.set("search", ((ObjectNode) mapper.readTree(search.document())).without("budget"));
            head.set("experiment", mapper.readTree(reference.experiment().head().document()));
            others.addTo(head, mapper);
            Files.createDirectories(folder.resolve(WORK));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own document is not JSON", e);
        } catch (IOException e) {
            throw new OutputException(folder.toString(), e);
        }
        Path file = folder.resolve(JOURNAL);
        return resume ? Journal.resume(file, head) : Journal.begin(file, head);
    }
}
