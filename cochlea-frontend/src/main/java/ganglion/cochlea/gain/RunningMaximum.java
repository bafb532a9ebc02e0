package ganglion.cochlea.gain;

import static ganglion.documents.key.Types.number;

import ganglion.cochlea.gain.GainControl.GainStage;
import ganglion.cochlea.operation.OperationCounts;
import ganglion.documents.key.Key;
import ganglion.documents.key.KindsByKey.Kind;
import ganglion.documents.key.Shape;

/**
 * The causal form of {@link NormalisedPower}: drive = power / max(running maximum, minimum range), where the running maximum
 * is the largest power so far, which decays at a steady rate: m = max(largest power of the frame, m decay). The first
 * sound of a stream has drive 1; after a loud sound, drives of faint sound grow back as the maximum decays.
 *
 * @param minimumRange smallest power that is scaled up to 1, above 0, in the unit of the power spectrum
 * @param decayDecibelsPerSecond how fast the maximum falls, at least 0; 0 never forgets
 */
public record RunningMaximum(double minimumRange, double decayDecibelsPerSecond) implements CausalGain {

    /**
     * The hearing threshold of {@link NormalisedPower#DEFAULT}, and 20 dB per second: after the loudest sound, a whisper
     * 60 dB below is at full drive again within 3 s.
     */
    public static final RunningMaximum DEFAULT = new RunningMaximum(NormalisedPower.DEFAULT.minimumRange(), 20);

    private static final Key<Double> DECAY = Key.of("decay-db-per-second", number().from(0))
            .says("How fast the maximum falls, in dB per second; 0 never forgets.")
            .byDefault(DEFAULT.decayDecibelsPerSecond)
            .example(20);

    /** Its word and its keys in documents. */
    static final Kind<RunningMaximum> KIND = new Kind<>(
            Key.of(
                            "running-maximum",
                            Shape.ofRecord(
                                    "parameters of a running maximum",
                                    RunningMaximum.class,
                                    NormalisedPower.MINIMUM_RANGE,
                                    DECAY))
                    .says("Divides by the loudest moment so far, which decays at a steady rate: normalised power"
                            + " that does not look into the future.")
                    .exampleText("{decay-db-per-second: 20}"),
            RunningMaximum.class);

    /** @throws IllegalArgumentException if a number is out of its range */
    public RunningMaximum {
        NormalisedPower.checkRange(minimumRange);
        if (!(decayDecibelsPerSecond >= 0 && decayDecibelsPerSecond < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "the decay of a maximum is at least 0 dB per second, not " + decayDecibelsPerSecond);
        }
    }

    @Override
    public OperationCounts operationsPerFrame(int bands) {
        OperationCounts decayAndRange = OperationCounts.NONE.andMultiplyAdds(1).andComparisons(1);
        return OperationCounts.NONE
                .andComparisons(1)
                .andDivisions(1)
                .times(bands)
                .plus(decayAndRange);
    }

    @Override
    public GainStage start(int bands, double hopSeconds) {
        double decayPerFrame = Math.pow(10, -decayDecibelsPerSecond / 10 * hopSeconds);
        return new GainStage() {

            private double maximum;

            @Override
            public void apply(double[] values, int offset) {
                maximum *= decayPerFrame;
                for (int i = offset; i < offset + bands; i++) {
                    maximum = Math.max(maximum, values[i]);
                }
                double range = Math.max(maximum, minimumRange);
                for (int i = offset; i < offset + bands; i++) {
                    values[i] /= range;
                }
            }
        };
    }
}
