package ganglion.scenario.record;

import ganglion.kernel.RunningNetwork;
import ganglion.scenario.model.Probe;

/** One value per recorded neuron: {@code neuron,potential} or {@code neuron,current}. */
record NeuronTable(Probe probe, int population) implements ProbeTable {

    private boolean ofCurrents() {
        return probe.kind() == Probe.Kind.CURRENT;
    }

    @Override
    public String columns() {
        return ofCurrents() ? "neuron,current" : "neuron,potential";
    }

    @Override
    public void write(RunningNetwork run, String start, TableStream out) {
        double[] values = ofCurrents()
                ? run.sample().synapticCurrents(population)
                : run.sample().potentials(population);
        for (int neuron : probe.neurons()) {
            out.row(start + neuron + "," + values[neuron]);
        }
    }
}
