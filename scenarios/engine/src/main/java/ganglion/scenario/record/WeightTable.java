package ganglion.scenario.record;

import ganglion.kernel.PlasticWeights;
import ganglion.kernel.RunningNetwork;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Synapses;

/** The weight of every plastic synapse: {@code projection,source,target,weight}. */
record WeightTable(Network network) implements ProbeTable {

    @Override
    public String columns() {
        return "projection,source,target,weight";
    }

    @Override
    public void write(RunningNetwork run, String start, TableStream out) {
        for (PlasticWeights weights : run.currentWeights()) {
            Synapses synapses = network.projections().get(weights.projection()).synapses();
            int position = 0;
            for (int source = 0; source < synapses.sourceSize(); source++) {
                for (int i = 0; i < synapses.outDegree(source); i++) {
                    out.row(start + weights.projection() + "," + source + "," + synapses.target(source, i) + ","
                            + weights.byPosition()[position++]);
                }
            }
        }
    }
}
