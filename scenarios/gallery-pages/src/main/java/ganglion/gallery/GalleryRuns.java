package ganglion.gallery;

import ganglion.kernel.network.Population;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.RunPoint;
import ganglion.scenario.result.Clip;
import ganglion.scenario.result.ScenarioRun;
import ganglion.scenario.suite.CaseResult;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The runs that pictures are drawn of.
 *
 * @param runs in the order of the sweep; only the first where no picture draws more
 * @param result the outcome of all runs
 */
record GalleryRuns(List<Kept> runs, CaseResult result) {

    /** Takes a copy of the list. */
    public GalleryRuns {
        runs = List.copyOf(runs);
    }

    /**
     * A run of the scenario, kept to be drawn.
     *
     * @param point which one of its scenario it is
     * @param run what it gave
     */
    public record Kept(RunPoint point, ScenarioRun run) {

        /** Index of a population in the network. */
        int population(String name) {
            List<Population> all = run.network().populations();
            for (int p = 0; p < all.size(); p++) {
                if (all.get(p).name().equals(name)) {
                    return p;
                }
            }
            throw new IllegalArgumentException("found the population \"" + name + "\", expected one of "
                    + all.stream().map(Population::name).collect(Collectors.joining(", ")));
        }

        /** What is played, at least one clip. */
        List<Clip> clips() {
            if (run.clips().isEmpty()) {
                throw new IllegalArgumentException("found a scenario that plays no clips, expected one that does");
            }
            return run.clips();
        }

        /** What the neurons of a population stand for; empty if the scenario does not say. */
        List<String> labels(String population) {
            return run.scenario()
                    .population(population)
                    .map(PopulationSpec::labels)
                    .orElse(List.of());
        }

        /** What a neuron is called: by its label, or its number. */
        String neuronName(String population, int neuron) {
            List<String> labels = labels(population);
            return labels.isEmpty() ? Integer.toString(neuron) : labels.get(neuron);
        }

        /** The tick of a time in seconds, within the run. */
        long tick(double seconds) {
            return Math.max(
                    0, Math.min(run.ranTicks(), Math.round(seconds / run.clock().tickSeconds())));
        }

        /** Ticks from a time to another, the whole run where they are left out. */
        long[] ticks(OptionalDouble fromSeconds, OptionalDouble untilSeconds) {
            long from = fromSeconds.isPresent() ? tick(fromSeconds.getAsDouble()) : 0;
            long until = untilSeconds.isPresent() ? tick(untilSeconds.getAsDouble()) : run.ranTicks();
            if (from >= until) {
                throw new IllegalArgumentException("found the ticks " + from + " to " + until + " of a run of "
                        + run.ranTicks() + ", expected at least one of them");
            }
            return new long[] {from, until};
        }
    }

    Kept first() {
        return runs.get(0);
    }
}
