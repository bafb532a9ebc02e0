package ganglion.scenario.bind;

import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.connectivity.SynapseEstimate;
import ganglion.kernel.schedule.ThreadRule;
import ganglion.scenario.model.Connectivity;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.Scenario;
import java.util.Map;

/**
 * On how many threads a scenario's network will probably be run, before it is built. Memory depends on it, results do not: synapses
 * that are laid out for another number of cores are copied.
 */
final class LikelyThreads {

    private LikelyThreads() {}

    /**
     * By {@link ThreadRule}, from the synapses that rules draw, of which there are about as many as are estimated.
     *
     * @param sizes number of neurons of each population and input
     * @param most threads that there are
     */
    static int of(Scenario scenario, Map<String, Integer> sizes, int most) {
        if (most == 1) {
            return 1;
        }
        long neurons = scenario.populations().stream()
                .filter(population -> population.model().takesInput())
                .mapToLong(PopulationSpec::size)
                .sum();
        long synapses = scenario.projections().stream()
                .mapToLong(spec -> synapses(spec, sizes))
                .sum();
        return ThreadRule.threads(neurons, synapses, most);
    }

    private static long synapses(ProjectionSpec spec, Map<String, Integer> sizes) {
        if (!(spec.connectivity() instanceof Connectivity.Rule rule)) {
            return 0;
        }
        try {
            return SynapseEstimate.of(
                    rule.connector(),
                    new Ends(
                            sizes.get(spec.from()),
                            sizes.get(spec.to()),
                            spec.from().equals(spec.to())));
        } catch (IllegalArgumentException e) { // a rule that cannot join them is reported when it is asked to
            return 0;
        }
    }
}
