package ganglion.hardware.precision;

import ganglion.hardware.precision.QuantisedNetwork.ProjectionChange;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.Synapses;

/** The synapses of one projection in a chip's bits, with the rounding errors. For one use. */
final class QuantisedSynapses {

    private final double step;
    private final boolean inSteps;
    private final int longestDelayTicks;
    private long changed;
    private long lost;
    private double largestError;
    private double sumOfSquares;
    private long shortened;
    private Synapses synapses;

    private QuantisedSynapses(double step, boolean inSteps, int longestDelayTicks) {
        this.step = step;
        this.inSteps = inSteps;
        this.longestDelayTicks = longestDelayTicks;
    }

    /**
     * @param step smallest difference of two weights; 0 leaves them as given
     * @param inSteps whether weights are counted in steps rather than in their own units
     */
    static QuantisedSynapses of(Synapses given, double step, boolean inSteps, int longestDelayTicks) {
        QuantisedSynapses quantised = new QuantisedSynapses(step, inSteps, longestDelayTicks);
        quantised.synapses = given instanceof DenseSynapses dense ? quantised.dense(dense) : quantised.sparse(given);
        return quantised;
    }

    Synapses synapses() {
        return synapses;
    }

    ProjectionChange change(Projection projection) {
        long count = synapses.count();
        return new ProjectionChange(
                projection.source(),
                projection.target(),
                count,
                changed,
                lost,
                largestError,
                count == 0 ? 0 : sumOfSquares / count,
                shortened);
    }

    private Synapses dense(DenseSynapses given) {
        double[] weights = new double[Math.toIntExact(given.count())];
        for (int source = 0; source < given.sourceSize(); source++) {
            for (int target = 0; target < given.targetSize(); target++) {
                weights[source * given.targetSize() + target] = weight(given.weight(source, target));
            }
        }
        int delay = given.commonDelayTicks();
        if (delay > longestDelayTicks) {
            shortened = given.count();
            delay = longestDelayTicks;
        }
        return new DenseSynapses(given.sourceSize(), given.targetSize(), weights, delay);
    }

    private Synapses sparse(Synapses given) {
        SparseSynapses.Builder builder = SparseSynapses.builder(given.sourceSize(), given.targetSize());
        for (int source = 0; source < given.sourceSize(); source++) {
            for (int i = 0; i < given.outDegree(source); i++) {
                int delay = given.delayTicks(source, i);
                if (delay > longestDelayTicks) {
                    shortened++;
                    delay = longestDelayTicks;
                }
                builder.add(source, given.target(source, i), weight(given.weight(source, i)), delay);
            }
        }
        return builder.build();
    }

    private double weight(double given) {
        if (step == 0) {
            return given;
        }
        double whole = Math.rint(given / step);
        double error = whole * step - given;
        if (error != 0) {
            changed++;
            lost += whole == 0 ? 1 : 0;
            largestError = Math.max(largestError, Math.abs(error));
            sumOfSquares += error * error;
        }
        return inSteps ? whole : whole * step;
    }
}
