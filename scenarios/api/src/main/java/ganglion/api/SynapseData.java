package ganglion.api;

import ganglion.api.engine.SynapseColumns;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The synapses of a projection as arrays, in order of source and target. Immutable and thread safe; arrays are copies, and those of one object
 * go together.
 */
@API(status = Status.STABLE, since = "0.2")
public final class SynapseData {

    private final SynapseColumns columns;

    SynapseData(SynapseColumns columns) {
        this.columns = columns;
    }

    /** Source population. */
    public String from() {
        return columns.from();
    }

    /** Target population. */
    public String to() {
        return columns.to();
    }

    /** Number of synapses. */
    public int count() {
        return columns.weights().length;
    }

    /** Source neuron of each synapse. */
    public int[] sources() {
        return columns.sources().clone();
    }

    /** Target neuron of each synapse. */
    public int[] targets() {
        return columns.targets().clone();
    }

    /** Weight of each synapse; of plastic ones at the end of the run. */
    public double[] weights() {
        return columns.weights().clone();
    }

    /** Delay of each synapse in ticks. */
    public int[] delayTicks() {
        return columns.delayTicks().clone();
    }

    @Override
    public String toString() {
        return from() + " to " + to() + ": " + count() + " synapses";
    }
}
