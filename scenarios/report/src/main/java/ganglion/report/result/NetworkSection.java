package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.hardware.metrics.NumberInput;
import ganglion.kernel.PlasticWeights;
import ganglion.kernel.network.NetworkSummary;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SynapseSummary;
import ganglion.kernel.network.Synapses;
import ganglion.scenario.bind.NetworkBinder;
import ganglion.scenario.model.PopulationSpec;
import ganglion.scenario.model.ProjectionSpec;
import ganglion.scenario.result.ScenarioRun;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The network: populations with their spikes, projections, and inputs of numbers. */
public final class NetworkSection {

    private NetworkSection() {}

    /**
     * The section {@code network} of a run.
     *
     * @param numbers what flows into populations as numbers; listed if there is anything
     */
    public static ObjectNode of(ScenarioRun run, List<NumberInput> numbers) {
        ObjectNode network = JsonNodes.object();
        NetworkSummary synapses = run.synapses();
        network.put("neurons", run.network().neuronCount());
        network.put("synapses", synapses.synapseCount());
        // A scenario of ten thousand populations is looked up by name, not searched.
        Map<String, PopulationSpec> specs = run.scenario().populations().stream()
                .collect(Collectors.toMap(PopulationSpec::name, population -> population));
        Set<String> recorded = run.isStreamed()
                ? Set.of()
                : Set.copyOf(run.scenario().recording().spikes());
        ArrayNode populations = network.putArray("populations");
        for (int p = 0; p < run.network().populations().size(); p++) {
            ObjectNode population = population(run, p);
            String name = run.network().populations().get(p).name();
            PopulationSpec spec = specs.get(name);
            population.put("written", spec == null ? "" : spec.written());
            population.set("labels", JsonNodes.strings(spec == null ? List.of() : spec.labels()));
            putSpikes(population, run, p);
            population.put("recorded", recorded.contains(name));
            populations.add(population);
        }
        ArrayNode projections = network.putArray("projections");
        List<String> written = writtenProjections(run);
        for (int p = 0; p < run.network().projections().size(); p++) {
            ObjectNode node = projection(
                    run.network().projections().get(p), synapses.projections().get(p));
            node.put("written", p < written.size() ? written.get(p) : "");
            WeightSection.of(run, p).ifPresent(weights -> node.set("weights", weights));
            projections.add(node);
        }
        if (!numbers.isEmpty()) {
            ArrayNode inputs = network.putArray("numberInputs");
            numbers.forEach(input -> inputs.add(numbers(input)));
        }
        return network;
    }

    /** How the scenario words the projections of the network, in their order: all but those of currents, which are none of it. */
    private static List<String> writtenProjections(ScenarioRun run) {
        return run.scenario().projections().stream()
                .filter(projection -> !NetworkBinder.isCurrents(run.scenario(), projection.from()))
                .map(ProjectionSpec::written)
                .toList();
    }

    private static ObjectNode numbers(NumberInput input) {
        return JsonNodes.object()
                .put("source", input.source())
                .put("target", input.target())
                .put("sources", input.sources())
                .put("targets", input.targets())
                .put("nonZeroWeights", input.nonZeroWeights())
                .put("frames", input.frames())
                .put("effectiveMultiplyAccumulates", input.effectiveMultiplyAccumulates())
                .put("denseMultiplyAccumulates", input.denseMultiplyAccumulates());
    }

    private static ObjectNode population(ScenarioRun run, int index) {
        Population population = run.network().populations().get(index);
        ObjectNode node = JsonNodes.object();
        node.put("name", population.name());
        node.put("size", population.size());
        node.put("model", population.model().name());
        node.set("parameters", ModelDescription.parameters(population.model(), population.size()));
        return node;
    }

    private static void putSpikes(ObjectNode node, ScenarioRun run, int index) {
        long spikes = run.spikeCount(index);
        double seconds = run.clock().seconds(run.ranTicks());
        node.put("spikes", spikes);
        JsonNodes.putNumber(
                node,
                "meanRateHertz",
                spikes / (run.network().populations().get(index).size() * seconds));
    }

    private static ObjectNode projection(Projection projection, SynapseSummary synapses) {
        ObjectNode node = JsonNodes.object();
        node.put("source", projection.source());
        node.put("target", projection.target());
        node.put("synapses", synapses.count());
        node.put("layout", synapses.isMatrix() ? "dense" : "sparse");
        if (synapses.count() > 0) {
            node.put("smallestDelayTicks", synapses.smallestDelayTicks());
        } else {
            node.putNull("smallestDelayTicks");
        }
        return node;
    }

    /** The weights of a plastic projection before and after the run. */
    static final class WeightSection {

        private WeightSection() {}

        /** The section {@code weights} of a projection; empty if its weights do not change. */
        static Optional<ObjectNode> of(ScenarioRun run, int projection) {
            return run.result().weights().stream()
                    .filter(weights -> weights.projection() == projection)
                    .findFirst()
                    .map(weights -> section(run, weights));
        }

        private static ObjectNode section(ScenarioRun run, PlasticWeights weights) {
            Synapses synapses =
                    run.network().projections().get(weights.projection()).synapses();
            double[] before = IntStream.range(0, synapses.sourceSize())
                    .boxed()
                    .flatMapToDouble(source -> IntStream.range(0, synapses.outDegree(source))
                            .mapToDouble(index -> synapses.weight(source, index)))
                    .toArray();
            ObjectNode section = JsonNodes.object();
            section.set("atStart", Summary.of(before));
            section.set("atEnd", Summary.of(weights.byPosition()));
            return section;
        }

        private record Summary(double mean, double standardDeviation, double smallest, double largest) {

            static ObjectNode of(double[] weights) {
                DoubleSummaryStatistics all = Arrays.stream(weights).summaryStatistics();
                double mean = Arrays.stream(weights).average().orElse(Double.NaN);
                double variance = Arrays.stream(weights)
                        .map(weight -> (weight - mean) * (weight - mean))
                        .average()
                        .orElse(Double.NaN);
                // Of no weights, the ends are infinite, which is null in JSON.
                return JsonNodes.bound(new Summary(mean, Math.sqrt(variance), all.getMin(), all.getMax()));
            }
        }
    }
}
