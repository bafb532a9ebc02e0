package ganglion.scenario.experiment;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.learning.surrogate.Surrogate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An experiment that trains a classifier.
 *
 * @param head common to all experiments
 * @param data the data sets
 * @param features input of the network
 * @param augmentation changes of the training set from epoch to epoch
 * @param network the untrained network
 * @param training how it learns, on one thread; without the price of energy
 * @param start a trained model that the network starts from; absent for fresh values
 * @param calibrated whether a temperature is fitted on the validation set
 * @param energy the price of energy in the loss, on which chip
 * @param ear how the front end learns with the network; absent if it stays as it is
 * @param robustness disturbances that the finished model is tried under
 */
public record Classification(
        ExperimentHead head,
        ExperimentData data,
        Features features,
        AugmentationPlan augmentation,
        NetworkPlan network,
        ganglion.learning.train.TrainingPlan training,
        Optional<TrainingStart> start,
        boolean calibrated,
        Optional<EnergyPrice> energy,
        Optional<EarLearning> ear,
        List<Disturbance> robustness)
        implements LabelledExperiment {

    /** Word of the task. */
    public static final String TASK = "classification";

    /** Takes a copy of the list. */
    public Classification {
        robustness = List.copyOf(robustness);
    }

    @Override
    public Classification withData(ExperimentData other) {
        return new Classification(
                head, other, features, augmentation, network, training, start, calibrated, energy, ear, robustness);
    }

    /** The same with another input of the network. */
    public Classification withFeatures(Features other) {
        return new Classification(
                head, data, other, augmentation, network, training, start, calibrated, energy, ear, robustness);
    }

    @Override
    public OptionalInt outputs() {
        return OptionalInt.of(network.outputs());
    }

    /**
     * How the front end of an experiment learns together with its network: peaks and widths of its bands and, where the input is
     * spikes, decay and threshold of its encoder.
     *
     * @param learningRate learning rate of the bands, that is of the logarithms of the gaps between their peaks and of their widths; at
     *     least 0
     * @param encoderLearningRate learning rate of the encoder, at least 0
     * @param surrogate stand-in for the derivative of a spike of the encoder
     */
    public record EarLearning(double learningRate, double encoderLearningRate, Surrogate surrogate) {}

    /**
     * The price of the energy of spikes in training.
     *
     * @param pointer its place in the experiment
     * @param profile the chip
     * @param lossPerMicrojoule growth of the loss per microjoule that the spikes of hidden layers take per sample; 0 only reports the
     *     energy
     */
    public record EnergyPrice(String pointer, HardwareProfile profile, double lossPerMicrojoule) {}
}
