package ganglion.scenario.explore.run;

import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.scenario.explore.SeedFigures;
import ganglion.scenario.explore.progress.WorkAhead;
import ganglion.scenario.explore.run.FinalChoice.Chosen;
import ganglion.scenario.explore.space.Configuration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;

/** Trains networks with all seeds of a search, and counts beforehand how many epochs that takes. */
final class FinalTrainings {

    /** What is told while they are trained and saved. */
    static final String PHASE = "the last trainings";

    private final SearchEnd end;

    FinalTrainings(SearchEnd end) {
        this.end = end;
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
            for (long seed : end.search().seeds()) {
                Callable<Optional<SeedFigures>> training = () -> end.stages()
                        .seed(
                                network.trial().configuration(),
                                epochs(network.trial().configuration()),
                                seed,
                                network.device(),
                                () -> end.progress().stopRequested() || over.getAsBoolean());
                int own = epochsOfEach.get(work.size());
                work.add(() -> end.outlook().timed(own, training));
            }
        }
        return end.crew()
                .all(
                        work,
                        done -> end.tell(
                                PHASE,
                                after.plus(all * (work.size() - done) / work.size(), chosen.size()),
                                done + " of " + work.size() + " trainings"));
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
            for (long seed : end.search().seeds()) {
                boolean ofTrial = configuration.experiment().isEmpty()
                        && seed == end.search().seeds().get(0);
                boolean there = ofTrial
                        || end.devices().stream()
                                .anyMatch(device -> end.stages().knowsSeed(configuration, seed, device))
                        || !trained.add(List.of(configuration, seed));
                each.add(there ? 0 : epochs(configuration, seed));
            }
        }
        return each;
    }

    private int epochs(Configuration configuration, long seed) throws InputException {
        return end.stages()
                .variant(configuration, seed, epochs(configuration))
                .experiment()
                .training()
                .epochs();
    }

    /** Those of the search; 0, which leaves an experiment its own, for one that it is compared with. */
    int epochs(Configuration configuration) {
        return configuration.experiment().isEmpty() ? end.epochs() : 0;
    }
}
