package ganglion.report.result;

import com.fasterxml.jackson.databind.node.ObjectNode;
import ganglion.kernel.PlasticWeights;
import ganglion.kernel.network.Synapses;
import ganglion.scenario.result.ScenarioRun;
import java.util.Arrays;
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
        section.set("atStart", summary(before));
        section.set("atEnd", summary(weights.byPosition()));
        return section;
    }

    private static ObjectNode summary(double[] weights) {
        double mean = Arrays.stream(weights).average().orElse(Double.NaN);
        double variance = Arrays.stream(weights)
                .map(weight -> (weight - mean) * (weight - mean))
                .average()
                .orElse(Double.NaN);
        ObjectNode summary = JsonNodes.object();
        JsonNodes.putNumber(summary, "mean", mean);
        JsonNodes.putNumber(summary, "standardDeviation", Math.sqrt(variance));
        JsonNodes.putNumber(summary, "smallest", Arrays.stream(weights).min().orElse(Double.NaN));
        JsonNodes.putNumber(summary, "largest", Arrays.stream(weights).max().orElse(Double.NaN));
        return summary;
    }
}
