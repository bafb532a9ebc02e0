package ganglion.scenario.experiment;

import ganglion.hardware.chip.HardwareProfile;

/**
 * The price of the energy of spikes in training.
 *
 * @param pointer its place in the experiment
 * @param profile the chip
 * @param lossPerMicrojoule growth of the loss per microjoule that the spikes of hidden layers take per sample; 0 only reports the
 *     energy
 */
public record EnergyPrice(String pointer, HardwareProfile profile, double lossPerMicrojoule) {}
