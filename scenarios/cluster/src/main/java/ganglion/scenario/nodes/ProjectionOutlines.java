package ganglion.scenario.nodes;

import ganglion.kernel.connectivity.AllToAll;
import ganglion.kernel.connectivity.ConvolutionRule;
import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.connectivity.OneToOne;
import ganglion.kernel.connectivity.SynapseEstimate;
import ganglion.kernel.network.Network;
import ganglion.kernel.random.Distribution;
import ganglion.kernel.schedule.ProjectionOutline;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.model.Connectivity;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.model.ProjectionSpec.DelaySource;
import ganglion.scenario.model.ProjectionSpec.WeightSource;
import ganglion.scenario.model.Scenario;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the projections of a scenario say of themselves before their synapses are made: how many there will be, and how soon a spike may
 * be taken up.
 */
final class ProjectionOutlines {

    private final Scenario scenario;
    private final Network skeleton;

    private ProjectionOutlines(Scenario scenario, Network skeleton) {
        this.scenario = scenario;
        this.skeleton = skeleton;
    }

    /**
     * The outlines of all projections of a network, in its order. Empty if some are not known, because a file lists synapses.
     *
     * @param skeleton the network of the scenario without synapses
     */
    static List<ProjectionOutline> of(Scenario scenario, Network skeleton) {
        boolean listed = scenario.projections().stream()
                .anyMatch(projection -> projection.connectivity() instanceof Connectivity.EdgeList);
        return listed ? List.of() : new ProjectionOutlines(scenario, skeleton).all();
    }

    private List<ProjectionOutline> all() {
        List<ProjectionSpec> specs = scenario.projections().stream()
                .filter(spec -> !NetworkBinder.isCurrents(scenario, spec.from()))
                .toList();
        Map<String, Integer> shared = sharedLeads(specs);
        List<ProjectionOutline> outlines = new ArrayList<>();
        for (ProjectionSpec spec : specs) {
            int own = leastTicks(spec.delays());
            int lead = isUniform(spec) ? own : Math.min(own, shared.getOrDefault(spec.to(), own));
            outlines.add(new ProjectionOutline(synapses(spec), lead));
        }
        return outlines;
    }

    /**
     * A population that one projection reaches after many delays may take up all spikes as soon as after the smallest of its delays, but those of
     * projections whose synapses are all alike: see {@code RingRows}. These are the smallest delays of such populations. Where weights
     * change, that is not done.
     */
    private static Map<String, Integer> sharedLeads(List<ProjectionSpec> specs) {
        Map<String, Integer> least = new HashMap<>();
        Set<String> many = new HashSet<>();
        Set<String> plastic = new HashSet<>();
        for (ProjectionSpec spec : specs) {
            if (!isUniform(spec)) {
                least.merge(spec.to(), leastTicks(spec.delays()), Math::min);
                if (!(spec.delays() instanceof DelaySource.Constant)) {
                    many.add(spec.to());
                }
                if (spec.plasticity().isPresent()) {
                    plastic.add(spec.to());
                }
            }
        }
        least.keySet().removeIf(population -> !many.contains(population) || plastic.contains(population));
        return least;
    }

    /** Whether all synapses certainly have one weight and one delay. */
    private static boolean isUniform(ProjectionSpec spec) {
        return spec.weights() instanceof WeightSource.Constant
                && spec.delays() instanceof DelaySource.Constant
                && spec.plasticity().isEmpty();
    }

    /** A delay that none is below. */
    private static int leastTicks(DelaySource delays) {
        double least = 1;
        if (delays instanceof DelaySource.Constant constant) {
            least = constant.ticks();
        } else if (delays instanceof DelaySource.Drawn drawn) {
            least = least(drawn.ticks());
        } else if (delays instanceof DelaySource.ByDistance distance && distance.ticksPerLength() >= 0) {
            least = distance.ticksAtZero();
        }
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.floor(least)));
    }

    private static double least(Distribution ticks) {
        if (ticks instanceof Distribution.Uniform uniform) {
            return uniform.low();
        }
        if (ticks instanceof Distribution.Clipped clipped) {
            return Math.max(clipped.low(), least(clipped.of()));
        }
        return ticks instanceof Distribution.Truncated truncated ? truncated.low() : 1;
    }

    private long synapses(ProjectionSpec spec) {
        Ends ends = new Ends(size(spec.from()), size(spec.to()), spec.from().equals(spec.to()));
        if (spec.connectivity() instanceof Connectivity.Rule rule) {
            return SynapseEstimate.of(rule.connector(), ends);
        }
        if (spec.connectivity() instanceof Connectivity.OneToOne) {
            return SynapseEstimate.of(new OneToOne(), ends);
        }
        if (spec.connectivity() instanceof Connectivity.Convolved convolved) {
            return SynapseEstimate.of(
                    new ConvolutionRule(
                            convolved.inputChannels(),
                            convolved.outputChannels(),
                            convolved.vertical(),
                            convolved.horizontal(),
                            new double[Math.toIntExact(convolved.kernelSize())]),
                    ends);
        }
        return SynapseEstimate.of(new AllToAll(true), ends);
    }

    private int size(String population) {
        return skeleton.populations().get(skeleton.index(population)).size();
    }
}
