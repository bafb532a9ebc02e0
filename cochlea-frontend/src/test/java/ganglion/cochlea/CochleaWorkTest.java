package ganglion.cochlea;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cochlea.CochleaParameters.BandFilters;
import ganglion.cochlea.contour.Contour;
import ganglion.cochlea.encode.CurrentInjection;
import ganglion.cochlea.encode.FirstSpikeEncoder;
import ganglion.cochlea.encode.LevelCrossingEncoder;
import ganglion.cochlea.encode.LifEncoder;
import ganglion.cochlea.encode.PhaseLockedEncoder;
import ganglion.cochlea.encode.PoissonEncoder;
import ganglion.cochlea.encode.PopulationEncoder;
import ganglion.cochlea.encode.SpikeEncoder;
import ganglion.cochlea.gain.GainControl;
import ganglion.cochlea.gain.Gains.DecibelDrive;
import ganglion.cochlea.gain.Gains.FixedGain;
import ganglion.cochlea.gain.NormalisedPower;
import ganglion.cochlea.gain.PerChannelEnergy;
import ganglion.cochlea.gain.RunningMaximum;
import ganglion.cochlea.inhibition.LateralInhibition;
import ganglion.cochlea.operation.CochleaStage;
import ganglion.cochlea.operation.OperationCounts;
import ganglion.cochlea.spectrum.MelParameters;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Operations of a tick, stage by stage, as the formulas of the classes give them when worked out by hand: of transforms as the textbooks count
 * butterflies, of filter banks a product for each weight, of resampling one for each tap.
 */
class CochleaWorkTest {

    private static final CochleaParameters DEFAULT = CochleaParameters.DEFAULT;
    private static final CochleaParameters THREE_BANDS = DEFAULT.withMel(MelParameters.of(3));

    static Stream<Arguments> frontEnds() {
        return Stream.of(
                Arguments.of(DEFAULT, 16_000, """
                    window: multiplyAdds=512
                    transform: multiplyAdds=257, butterflies=1280, magnitudes=257
                    bands: multiplyAdds=499
                    inhibition: multiplyAdds=256, comparisons=64
                    gain: divisions=64, comparisons=64
                    encoder: multiplyAdds=64, comparisons=64
                    """),
                Arguments.of(DEFAULT.withSpectrum(DEFAULT.spectrum().withFftSize(1024)), 44_101, """
                    resampling: multiplyAdds=22880, divisions=32
                    window: multiplyAdds=512
                    transform: multiplyAdds=513, butterflies=2816, magnitudes=513
                    bands: multiplyAdds=998
                    inhibition: multiplyAdds=256, comparisons=64
                    gain: divisions=64, comparisons=64
                    encoder: multiplyAdds=64, comparisons=64
                    """),
                Arguments.of(
                        DEFAULT.withFrames(16_000, 400 / 16_000.0, 0.002).withInhibition(LateralInhibition.NONE),
                        32_000,
                        """
                        resampling: multiplyAdds=8320
                        window: multiplyAdds=400
                        transform: multiplyAdds=9481, butterflies=500, magnitudes=201
                        bands: multiplyAdds=389
                        gain: divisions=64, comparisons=64
                        encoder: multiplyAdds=64, comparisons=64
                        """),
                Arguments.of(DEFAULT.withFrames(16_000, 74 / 16_000.0, 0.002), 16_000, """
                    window: multiplyAdds=74
                    transform: multiplyAdds=1358, butterflies=2048, magnitudes=38
                    bands: multiplyAdds=72
                    inhibition: multiplyAdds=256, comparisons=64
                    gain: divisions=64, comparisons=64
                    encoder: multiplyAdds=64, comparisons=64
                    """),
                Arguments.of(THREE_BANDS.withFilters(BandFilters.GAMMATONE), 16_000, """
                    bands: multiplyAdds=2034, magnitudes=96, comparisons=24
                    inhibition: multiplyAdds=12, comparisons=3
                    gain: divisions=3, comparisons=3
                    encoder: multiplyAdds=3, comparisons=3
                    """),
                Arguments.of(THREE_BANDS.withFilters(BandFilters.HAIR_CELLS), 16_000, """
                    bands: multiplyAdds=2226, comparisons=120
                    inhibition: multiplyAdds=12, comparisons=3
                    gain: divisions=3, comparisons=3
                    encoder: multiplyAdds=3, comparisons=3
                    """),
                Arguments.of(THREE_BANDS.withEncoder(new CurrentInjection(false, 2)), 16_000, """
                    window: multiplyAdds=512
                    transform: multiplyAdds=257, butterflies=1280, magnitudes=257
                    bands: multiplyAdds=348
                    inhibition: multiplyAdds=12, comparisons=3
                    gain: divisions=3, comparisons=3
                    cepstrum: multiplyAdds=6
                    """),
                Arguments.of(
                        THREE_BANDS.withEncoder(new CurrentInjection(false, Optional.of(Contour.USUAL), 2, false, 4)),
                        16_000,
                        """
                        window: multiplyAdds=2048
                        transform: multiplyAdds=1028, butterflies=5120, magnitudes=1028
                        bands: multiplyAdds=1392
                        contour: multiplyAdds=72, logarithms=12, divisions=24, comparisons=30
                        cepstrum: multiplyAdds=8
                        """),
                Arguments.of(
                        THREE_BANDS
                                .withFrames(16_000, 0.064, 0.01)
                                .withEncoder(new CurrentInjection(false, Optional.empty(), 0, true, true, 4)),
                        16_000,
                        """
                        window: multiplyAdds=4096
                        transform: multiplyAdds=2052, butterflies=11264, magnitudes=2052
                        bands: multiplyAdds=2792
                        expression: multiplyAdds=3194, magnitudes=62, logarithms=90, exponentials=30, squareRoots=50, divisions=66, comparisons=68
                        intonation: multiplyAdds=63718, butterflies=11264, magnitudes=2096, logarithms=8, exponentials=2048, squareRoots=52, divisions=2670, comparisons=5224
                        """));
    }

    @ParameterizedTest
    @MethodSource("frontEnds")
    void stagesAreCountedByTheirFormulas(CochleaParameters parameters, double recordedHertz, String expected) {
        assertEquals(expected, text(CochleaWork.ofTick(parameters, recordedHertz)));
    }

    static Stream<Arguments> gains() {
        return Stream.of(
                Arguments.of(new FixedGain(3), "multiplyAdds=3"),
                Arguments.of(DecibelDrive.DEFAULT, "multiplyAdds=3, logarithms=3, divisions=6, comparisons=3"),
                Arguments.of(NormalisedPower.DEFAULT, "divisions=3, comparisons=3"),
                Arguments.of(RunningMaximum.DEFAULT, "multiplyAdds=1, divisions=3, comparisons=4"),
                Arguments.of(PerChannelEnergy.DEFAULT, "multiplyAdds=24, logarithms=6, exponentials=6, divisions=3"),
                Arguments.of(
                        new PerChannelEnergy(0.98, 0, 0.5, 0.4, 1e-6, 1),
                        "multiplyAdds=21, logarithms=6, exponentials=6"),
                Arguments.of(
                        new PerChannelEnergy(0.98, 2, 0, 0.4, 1e-6, 1),
                        "multiplyAdds=18, logarithms=6, exponentials=3"));
    }

    @ParameterizedTest
    @MethodSource("gains")
    void gainIsCountedByItsFormula(GainControl gain, String expected) {
        CochleaWork work = CochleaWork.ofTick(THREE_BANDS.withGain(gain), 16_000);

        assertEquals(expected, text(work.of(CochleaStage.GAIN)));
    }

    static Stream<Arguments> encoders() {
        return Stream.of(
                Arguments.of(LifEncoder.STUDY, "multiplyAdds=3, comparisons=3"),
                Arguments.of(new LevelCrossingEncoder(0.1), "multiplyAdds=6, divisions=3, comparisons=6"),
                Arguments.of(new FirstSpikeEncoder(4, 0), "multiplyAdds=2, comparisons=5"),
                Arguments.of(new PoissonEncoder(0.2, 7), "multiplyAdds=21, exponentials=3, comparisons=6"),
                Arguments.of(new PhaseLockedEncoder(0, 0), "comparisons=15"),
                Arguments.of(new PopulationEncoder(5), "multiplyAdds=60, exponentials=15, comparisons=45"),
                Arguments.of(new CurrentInjection(), ""));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void encoderIsCountedByItsFormula(SpikeEncoder encoder, String expected) {
        CochleaWork work = CochleaWork.ofTick(THREE_BANDS.withEncoder(encoder), 16_000);

        assertEquals(expected, text(work.of(CochleaStage.ENCODER)));
    }

    @Test
    void theTotalIsTheSumOfAllStages() {
        CochleaWork work = CochleaWork.ofTick(DEFAULT, 16_000);

        assertEquals(1, work.frames());
        assertEquals(1280, work.total().butterflies());
        assertEquals(192, work.total().comparisons());
        assertEquals(OperationCounts.NONE, work.of(CochleaStage.CEPSTRUM));
    }

    /** A line for each stage. */
    private static String text(CochleaWork work) {
        return work.stages().entrySet().stream()
                .map(stage -> stage.getKey().word() + ": " + text(stage.getValue()) + "\n")
                .collect(Collectors.joining());
    }

    /** The counts that are not 0. */
    private static String text(OperationCounts counts) {
        return Stream.of(counts.toString().split("[\\[\\], ]+"))
                .skip(1)
                .filter(count -> !count.endsWith("=0"))
                .collect(Collectors.joining(", "));
    }
}
