package ganglion.scenario.explore;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.documents.place.DocumentPath;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.DecisionEstimate;
import ganglion.hardware.estimate.Part;
import ganglion.scenario.explore.space.Space;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A search as its document describes it.
 *
 * @param source the document
 * @param experiment that it varies
 * @param seeds of everything that it draws and trains
 * @param space what may vary
 * @param goal what is wanted, and where
 * @param trials most configurations that are trained, besides the experiment as it is
 */
public record Search(
        @JsonIgnore Source source,
        @JsonIgnore DocumentPath experiment,
        Seeds seeds,
        Space space,
        Goal goal,
        int trials) {

    /**
     * The document of a search.
     *
     * @param file the document, absolute
     * @param name short name
     * @param description one paragraph; may be empty
     * @param outside whether paths may lead out of the folder of the document
     * @param document the whole document as JSON
     */
    public record Source(Path file, String name, String description, boolean outside, String document) {}

    /**
     * Seeds of a search.
     *
     * @param search of everything that the search draws, and of what is held out
     * @param trainings the seeds that points of the front are trained with; trials are trained with the first
     */
    public record Seeds(long search, List<Long> trainings) {

        /** Takes a copy of the list. */
        public Seeds {
            trainings = List.copyOf(trainings);
        }

        /** That of all trials. */
        public long first() {
            return trainings.get(0);
        }
    }

    /**
     * What is wanted.
     *
     * @param devices names of profiles, or files with them; at least one
     * @param energy which energies of a decision these are
     * @param leastAccuracy accuracy that is of use at all
     * @param mostJoules energy from which on a network is of no use; the largest number for any
     * @param points most points of the front of each device that are trained with all seeds
     */
    public record Goal(
            List<String> devices,
            @JsonIgnore EnergyMeasure energy,
            double leastAccuracy,
            double mostJoules,
            int points) {

        /** Takes a copy of the list. */
        public Goal {
            devices = List.copyOf(devices);
        }

        /** What the energies contain: a boundary, and the network alone or all of it. */
        @JsonProperty("energy")
        public String word() {
            return energy.label();
        }
    }

    /**
     * Which energy of a decision a search is about.
     *
     * @param boundary what it contains
     * @param networkAlone whether it is the network's part alone, without front end, input and output, and static power
     */
    public record EnergyMeasure(Boundary boundary, boolean networkAlone) {

        /** The energy of an estimate in joules; absent if a figure is missing. */
        public OptionalDouble of(DecisionEstimate estimate) {
            return networkAlone
                    ? estimate.energy(boundary).parts().get(Part.NETWORK).joules()
                    : estimate.energy(boundary).joules();
        }

        /** Human-readable, such as {@code marginal, network alone}. */
        public String label() {
            return boundary.label() + (networkAlone ? ", network alone" : "");
        }
    }

    /** Its name. */
    @JsonProperty
    public String name() {
        return source.name();
    }

    /** The experiment that it varies, as the document names it. */
    @JsonProperty("experiment")
    public String written() {
        return experiment.written();
    }

    /** The whole document, for messages about it. */
    public String file() {
        return source.file().toString();
    }

    /** The same with another number of trials. */
    public Search with(int other) {
        return new Search(source, experiment, seeds, space, goal, other);
    }

    /** The same with another space. */
    public Search with(Space other) {
        return new Search(source, experiment, seeds, other, goal, trials);
    }
}
