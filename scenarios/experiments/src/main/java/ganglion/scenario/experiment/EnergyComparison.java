package ganglion.scenario.experiment;

import ganglion.learning.dense.DenseNetwork;

/**
 * An experiment that trains a classifier with spikes and one without on the same features, and compares their energy on all
 * profiles.
 *
 * @param head common to all experiments
 * @param spiking the network with spikes
 * @param dense the network without spikes
 */
public record EnergyComparison(ExperimentHead head, Classification spiking, DenseNetwork.Settings dense)
        implements Experiment {}
