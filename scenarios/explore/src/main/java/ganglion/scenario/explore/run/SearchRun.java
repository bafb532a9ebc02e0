package ganglion.scenario.explore.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.experiment.data.ExperimentSamples;
import ganglion.scenario.explore.Exploration;
import ganglion.scenario.explore.FrontPoint;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.strategy.Brackets;
import ganglion.scenario.explore.trial.Device;
import ganglion.scenario.explore.trial.SampleCache;
import ganglion.scenario.explore.trial.SpaceCheck;
import ganglion.scenario.explore.trial.Variant;
import ganglion.scenario.result.RunProgress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
    private final int threads;
    private final boolean resume;
    private final RunProgress progress;

    /**
     * A search.
     *
     * @param folder where its journal, its trainings and its points go; there
     * @param threads networks that are trained at once, at most; has no influence on what is found in a number of trials
     * @param resume whether it goes on with the journal that is there
     */
    public SearchRun(Search search, Path folder, int threads, boolean resume, RunProgress progress) {
        this.search = search;
        this.folder = folder;
        this.threads = threads;
        this.resume = resume;
        this.progress = progress;
    }

    /**
     * Searches.
     *
     * @throws InputException if the search, its experiment or its data cannot be used, nothing fits, or the journal is of another search
     * @throws OutputException if a file cannot be written
     */
    public Exploration run() throws InputException, OutputException {
        List<Device> devices = Device.all(search.goal().devices(), search.file());
        Variant reference = SpaceCheck.check(search);
        SampleCache samples = new SampleCache();
        try (Journal journal = journal(reference);
                SearchThreads workers = new SearchThreads(threads)) {
            JournaledNetworks networks =
                    new JournaledNetworks(search, devices, folder.resolve(WORK), journal, workers, progress, samples);
            List<Integer> ends = Brackets.ends(reference.experiment().training().epochs());
            List<TrialRecord> trials = new Rounds(search, ends, networks).run();
            FinalPoints last = new FinalPoints(search, devices, networks, workers, progress, folder);
            List<FrontPoint> references = last.reference(trials.get(0));
            List<FrontPoint> points = last.points(trials);
            ExperimentSamples all = samples.all(reference);
            return new Exploration(
                    search,
                    trials,
                    new Exploration.Points(references, points),
                    new Exploration.Data(
                            all.classes(),
                            all.training().size(),
                            all.validation().size(),
                            all.test().size()),
                    !progress.stopRequested());
        }
    }

    private Journal journal(Variant reference) throws InputException, OutputException {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        try {
            ObjectMapper mapper = new ObjectMapper();
            head.set("search", ((ObjectNode) mapper.readTree(search.source().document())).without("trials"));
            head.set("experiment", mapper.readTree(reference.experiment().head().document()));
            Files.createDirectories(folder.resolve(WORK));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("our own document is not JSON", e);
        } catch (IOException e) {
            throw new OutputException(folder, e);
        }
        Path file = folder.resolve(JOURNAL);
        return resume ? Journal.resume(file, head) : Journal.begin(file, head);
    }
}
