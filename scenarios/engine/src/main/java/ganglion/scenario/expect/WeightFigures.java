package ganglion.scenario.expect;

import ganglion.kernel.PlasticWeights;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.scenario.model.Measure;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;

/** Figures of plastic weights at the end of a run. */
final class WeightFigures {

    private WeightFigures() {}

    static Measured weight(Measure.Weight measure, Evidence evidence) {
        String text = measure.statistic().name().toLowerCase(Locale.ROOT) + " weight from "
                + Wording.neurons(measure.from(), measure.source()) + " to "
                + Wording.neurons(measure.to(), measure.target());
        DoubleSummaryStatistics weights = new DoubleSummaryStatistics();
        for (PlasticWeights plastic : evidence.result().weights()) {
            Projection projection = evidence.result().network().projections().get(plastic.projection());
            if (projection.source().equals(measure.from())
                    && projection.target().equals(measure.to())) {
                add(plastic.byPosition(), projection.synapses(), measure, weights);
            }
        }
        if (weights.getCount() == 0) {
            return Measured.unknown(text, "there are no such synapses");
        }
        return Measured.of(text, measure.statistic(), weights);
    }

    private static void add(
            double[] byPosition, Synapses synapses, Measure.Weight measure, DoubleSummaryStatistics weights) {
        int first = measure.source().orElse(0);
        int last = measure.source().orElse(synapses.sourceSize() - 1);
        for (int source = first; source <= last; source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                if (measure.target().isEmpty() || measure.target().getAsInt() == synapses.target(source, i)) {
                    weights.accept(byPosition[synapses.firstPosition(source) + i]);
                }
            }
        }
    }
}
