package ganglion.scenario.experiment;

import ganglion.hardware.chip.HardwareProfile;

/**
 * What the energy of spikes costs in training.
 *
 * @param pointer its place in the experiment
 * @param profile the chip
 * @param lossPerMicrojoule by how much the loss grows for each microjoule of spikes of hidden layers a sample; 0 only has the
 *     results tell the energy
 */
public record EnergyPrice(String pointer, HardwareProfile profile, double lossPerMicrojoule) {}
