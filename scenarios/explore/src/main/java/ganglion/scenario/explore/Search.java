package ganglion.scenario.explore;

import ganglion.documents.place.DocumentPath;
import ganglion.hardware.estimate.Boundary;
import ganglion.scenario.explore.cascade.CascadeWish;
import ganglion.scenario.explore.cascade.DetectorWish;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.space.Space;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A search as its document describes it.
 *
 * @param file the document, absolute
 * @param name short name
 * @param description one paragraph; may be empty
 * @param experiment the experiment that it varies
 * @param written the experiment as the document names it
 * @param compareWith further experiments made by hand, which are trained as they are and compared with; may be empty
 * @param seed of everything that the search draws, and of what is held out
 * @param seeds the seeds that points of the front are trained with; trials are trained with the first
 * @param holdOut what is held out for validation as JSON; empty to leave that to the experiment
 * @param space what may vary
 * @param devices names of profiles, or files with them; at least one
 * @param boundary of all energies
 * @param wishes what is wanted, accuracy first
 * @param budget how much it may do
 * @param halving how trainings are cut short
 * @param points most points of the front of each device that are trained with all seeds
 * @param clips recordings that energies are costed on, at most
 * @param cascades what is asked of cascades; absent if nothing is
 * @param outside whether paths may lead out of the folder of the document
 * @param document the whole document as JSON
 */
public record Search(
        Path file,
        String name,
        String description,
        Path experiment,
        String written,
        List<DocumentPath> compareWith,
        long seed,
        List<Long> seeds,
        String holdOut,
        Space space,
        List<String> devices,
        Boundary boundary,
        List<Wish> wishes,
        Budget budget,
        Halving halving,
        int points,
        int clips,
        Optional<CascadeWish> cascades,
        boolean outside,
        String document) {

    /** Takes copies of the lists. */
    public Search {
        compareWith = List.copyOf(compareWith);
        seeds = List.copyOf(seeds);
        devices = List.copyOf(devices);
        wishes = List.copyOf(wishes);
    }

    /**
     * How trainings are cut short.
     *
     * @param factor of the epochs of a stage to those of the stage before, and of the networks that are left out, at least 2
     * @param stages number of stages, at least 1
     */
    public record Halving(int factor, int stages) {

        /** Epochs at the end of each stage of a training of a number of epochs, ascending; fewer stages if there are not enough epochs. */
        public List<Integer> epochs(int all) {
            return IntStream.rangeClosed(1, stages)
                    .map(stage -> (int) Math.max(1, Math.round(all / Math.pow(factor, stages - stage))))
                    .distinct()
                    .boxed()
                    .toList();
        }
    }

    /** The experiments that are compared with, each as it is. */
    public List<Configuration> others() {
        return compareWith.stream()
                .map(path -> Configuration.ofOther(path.written()))
                .toList();
    }

    /** Detectors that are trained for cascades, at most. */
    public int detectors() {
        return cascades.flatMap(CascadeWish::detectors).map(DetectorWish::train).orElse(0);
    }

    /** The file of the experiment that a configuration belongs to. */
    public Path experiment(Configuration configuration) {
        return compareWith.stream()
                .filter(path -> path.written().equals(configuration.experiment()))
                .map(DocumentPath::resolved)
                .findFirst()
                .orElse(experiment);
    }

    /** The same with another budget. */
    public Search with(Budget other) {
        return with(space, other);
    }

    /** The same with another space. */
    public Search with(Space other) {
        return with(other, budget);
    }

    private Search with(Space otherSpace, Budget otherBudget) {
        return new Search(
                file,
                name,
                description,
                experiment,
                written,
                compareWith,
                seed,
                seeds,
                holdOut,
                otherSpace,
                devices,
                boundary,
                wishes,
                otherBudget,
                halving,
                points,
                clips,
                cascades,
                outside,
                document);
    }
}
