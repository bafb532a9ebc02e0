package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.explore.Search;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.progress.Outlook;
import ganglion.scenario.explore.progress.SearchProgress;
import ganglion.scenario.explore.progress.WorkAhead;
import ganglion.scenario.explore.run.FinalChoice.Chosen;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.trial.Device;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** Trains networks with all seeds of a search, and counts beforehand how many epochs that takes. */
final class FinalTrainings {

    private final Search search;
    private final List<Device> devices;
    private final NetworkStages stages;
    private final SearchCrew crew;
    private final Outlook outlook;
    private final SearchProgress progress;
    private final int epochs;

    /** @param epochs of the networks of the search */
    FinalTrainings(
            Search search,
            List<Device> devices,
            NetworkStages stages,
            SearchCrew crew,
            Outlook outlook,
            SearchProgress progress,
            int epochs) {
        this.search = search;
        this.devices = List.copyOf(devices);
        this.stages = stages;
        this.crew = crew;
        this.outlook = outlook;
        this.progress = progress;
        this.epochs = epochs;
    }

    /**
     * Trains networks with all seeds.
     *
     * @param over whether no more trainings are to be begun
     * @param after what is done after these
     * @return figures of the networks in turn, one for each seed; absent where a training was not begun, or stopped
     */
    List<Optional<SeedFigures>> train(List<Chosen> chosen, BooleanSupplier over, WorkAhead after)
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
        return crew.all(
                work,
                done -> tell(
                        after.plus(all * (work.size() - done) / work.size(), chosen.size()),
                        done + " of " + work.size() + " trainings"));
    }

    /** Tells how far the search is. */
    void tell(WorkAhead ahead, String words) {
        progress.advanced("the last trainings", outlook.shareOfLast(ahead), outlook.secondsOf(ahead));
        progress.detail(words);
    }

    /** Epochs that the trainings of some networks take: none for one that is that of a trial, or was or will be done for another device. */
    double epochsOf(List<Chosen> chosen) throws InputException {
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
    int epochs(Configuration configuration) {
        return configuration.experiment().isEmpty() ? epochs : 0;
    }
}
