package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.kernel.PlasticWeights;
import ganglion.kernel.network.Synapses;
import ganglion.scenario.result.ScenarioRun;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Optional;
import java.util.stream.IntStream;

/** The weights of a plastic projection before and after the run. */
final class WeightSection {

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
