package ganglion.scenario.experiment;

import ganglion.learning.dense.DenseNetwork;

/**
 * Telling classes apart with spikes and without, on the same features, and what each takes on all profiles.
 *
 * @param head what all experiments have
 * @param spiking the network with spikes
 * @param dense the network without
 */
public record EnergyComparison(ExperimentHead head, Classification spiking, DenseNetwork.Settings dense)
        implements Experiment {}
