package ganglion.learning.model;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Threshold-dependent batch normalisation: {@code y = w (x - mean) / sqrt(variance + epsilon) + bias} for each channel, with
 * the statistics of all steps, samples and positions jointly while training, and running statistics afterwards; {@code w}
 * starts at {@code scale * threshold} (Zheng et al., "Going deeper with directly-trained larger spiking neural networks",
 * AAAI 2021). Parameters, one value per channel: {@code weight}, {@code bias}, {@code running_mean}, {@code running_variance}.
 *
 * @param scale Zheng's alpha: 1, or less where several branches meet
 * @param threshold that of the neurons that follow
 * @param momentum share of the newest statistics in the running ones
 * @param epsilon added to the variance
 */
public record BatchNormalisation(double scale, double threshold, double momentum, double epsilon) implements Layer {

    /** @throws IllegalArgumentException if the momentum or epsilon is out of range */
    public BatchNormalisation {
        if (!(momentum > 0 && momentum <= 1 && epsilon > 0)) {
            throw new IllegalArgumentException("batch normalisation with momentum " + momentum + " and epsilon "
                    + epsilon + ", expected a momentum above 0 and at most 1, and an epsilon above 0");
        }
    }

    /** The usual momentum 0.1 and epsilon 1e-5. */
    public static BatchNormalisation of(double threshold) {
        return new BatchNormalisation(1, threshold, 0.1, 1e-5);
    }

    @Override
    public String kind() {
        return "batch-normalisation";
    }

    @Override
    public LayerShape outputShape(LayerShape input) {
        return input;
    }

    @Override
    public List<ParameterShape> parameterShapes(LayerShape input) {
        return Stream.of("weight", "bias", "running_mean", "running_variance")
                .map(name -> new ParameterShape(name, !name.startsWith("running_"), input.channels()))
                .toList();
    }

    @Override
    public List<Parameter> createParameters(LayerShape input, SplittableRandom random) {
        int channels = input.channels();
        return List.of(
                Initial.constant("weight", channels, scale * threshold, true),
                Initial.constant("bias", channels, 0, true),
                Initial.constant("running_mean", channels, 0, false),
                Initial.constant("running_variance", channels, 1, false));
    }
}
