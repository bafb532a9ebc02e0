package ganglion.cochlea;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.cochlea.contour.Contour;
import ganglion.cochlea.encode.CurrentInjection;
import ganglion.cochlea.encode.FirstSpikeEncoder;
import ganglion.cochlea.encode.LevelCrossingEncoder;
import ganglion.cochlea.encode.LifEncoder;
import ganglion.cochlea.encode.PhaseLockedEncoder;
import ganglion.cochlea.encode.PoissonEncoder;
import ganglion.cochlea.encode.PopulationEncoder;
import ganglion.cochlea.encode.SpikeEncoder;
import ganglion.cochlea.gain.DecibelDrive;
import ganglion.cochlea.gain.FixedGain;
import ganglion.cochlea.gain.GainControl;
import ganglion.cochlea.gain.LogCompression;
import ganglion.cochlea.gain.NormalisedPower;
import ganglion.cochlea.gain.PerChannelEnergy;
import ganglion.cochlea.gain.RunningMaximum;
import ganglion.cochlea.inhibition.LateralInhibition;
import ganglion.cochlea.operation.CochleaStage;
import ganglion.cochlea.operation.OperationCounts;
import ganglion.cochlea.spectrum.MelFilterBank;
import ganglion.cochlea.spectrum.MelParameters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CochleaWorkTest {

    private static final double RATE_HERTZ = 16_000;
    private static final OperationCounts NONE = OperationCounts.NONE;
    private static final CochleaParameters THREE_BANDS = CochleaParameters.DEFAULT.withMel(MelParameters.of(3));

    private static CochleaWork tick(CochleaParameters parameters) {
        return CochleaWork.ofTick(parameters, parameters.sampleRateHertz());
    }

    @Test
    void defaultFrontEndIsCountedStageByStage() {
        CochleaWork work = tick(CochleaParameters.DEFAULT);

        assertEquals(
                List.of(
                        CochleaStage.WINDOW,
                        CochleaStage.TRANSFORM,
                        CochleaStage.BANDS,
                        CochleaStage.INHIBITION,
                        CochleaStage.GAIN,
                        CochleaStage.ENCODER),
                List.copyOf(work.stages().keySet()));
        assertEquals(1, work.frames());
        assertEquals(NONE.andMultiplyAdds(512), work.of(CochleaStage.WINDOW));
        assertEquals(
                NONE.andButterflies(128 * 8 + 256).andMagnitudes(257).andMultiplyAdds(257),
                work.of(CochleaStage.TRANSFORM));
        assertEquals(
                new MelFilterBank(MelParameters.of(64), RATE_HERTZ, 512).operationsPerFrame(),
                work.of(CochleaStage.BANDS));
        assertEquals(NONE.andMultiplyAdds(64 * 4).andComparisons(64), work.of(CochleaStage.INHIBITION));
        assertEquals(NONE.andComparisons(64).andDivisions(64), work.of(CochleaStage.GAIN));
        assertEquals(NONE.andMultiplyAdds(64).andComparisons(64), work.of(CochleaStage.ENCODER));
        assertEquals(1280, work.total().butterflies());
        assertEquals(NONE, work.of(CochleaStage.CEPSTRUM));
    }

    @Test
    void paddedTransformIsLongerThanItsWindow() {
        CochleaParameters padded = CochleaParameters.DEFAULT.withSpectrum(
                CochleaParameters.DEFAULT.spectrum().withFftSize(1024));

        assertEquals(512, tick(padded).of(CochleaStage.WINDOW).multiplyAdds());
        assertEquals(256 * 9 + 512, tick(padded).of(CochleaStage.TRANSFORM).butterflies());
    }

    /** Each sample and band: 16 for the four low-passes, 4 for the turn of the carrier, the output; then the end of a hop. */
    @Test
    void gammatoneFiltersRunAtEverySample() {
        CochleaWork power = tick(THREE_BANDS.withFilters(BandFilters.GAMMATONE));
        CochleaWork halfWaves = tick(THREE_BANDS.withFilters(BandFilters.HAIR_CELLS));

        assertEquals(
                NONE.andMultiplyAdds(3 * (32 * (16 + 4 + 1) + 6))
                        .andMagnitudes(3 * 32)
                        .andComparisons(3 * 8),
                power.of(CochleaStage.BANDS));
        assertEquals(
                NONE.andMultiplyAdds(3 * (32 * (16 + 4 + 3) + 6)).andComparisons(3 * (32 + 8)),
                halfWaves.of(CochleaStage.BANDS));
        assertEquals(NONE, power.of(CochleaStage.WINDOW).plus(power.of(CochleaStage.TRANSFORM)));
    }

    /** 260 taps for each of the 32 samples of a hop. */
    @Test
    void soundOfAnotherRateIsResampled() {
        assertEquals(
                NONE.andMultiplyAdds(32 * 260),
                CochleaWork.ofTick(CochleaParameters.DEFAULT, 32_000).of(CochleaStage.RESAMPLING));
        assertEquals(NONE, tick(CochleaParameters.DEFAULT).of(CochleaStage.RESAMPLING));
    }

    @Test
    void inhibitionThatIsOffTakesNothing() {
        assertEquals(
                NONE, tick(THREE_BANDS.withInhibition(LateralInhibition.NONE)).of(CochleaStage.INHIBITION));
    }

    static Stream<Arguments> gains() {
        OperationCounts divided = NONE.andMultiplyAdds(5).plus(OperationCounts.POWER);
        return Stream.of(
                Arguments.of(new FixedGain(3), NONE.andMultiplyAdds(3)),
                Arguments.of(
                        DecibelDrive.DEFAULT,
                        NONE.andMultiplyAdds(3).andLogarithms(3).andDivisions(6).andComparisons(3)),
                Arguments.of(LogCompression.DEFAULT, NONE.andMultiplyAdds(6).andLogarithms(3)),
                Arguments.of(NormalisedPower.DEFAULT, NONE.andComparisons(3).andDivisions(3)),
                Arguments.of(
                        RunningMaximum.DEFAULT,
                        NONE.andMultiplyAdds(1).andComparisons(4).andDivisions(3)),
                Arguments.of(
                        PerChannelEnergy.DEFAULT,
                        divided.andMultiplyAdds(2)
                                .andDivisions(1)
                                .andLogarithms(1)
                                .andExponentials(1)
                                .times(3)),
                Arguments.of(
                        new PerChannelEnergy(0.98, 0, 0.5, 0.4, 1e-6, 1),
                        divided.plus(OperationCounts.POWER).times(3)),
                Arguments.of(
                        new PerChannelEnergy(0.98, 2, 0, 0.4, 1e-6, 1),
                        divided.andLogarithms(1).times(3)));
    }

    @ParameterizedTest
    @MethodSource("gains")
    void gainControlIsCountedByItsFormula(GainControl gain, OperationCounts expected) {
        assertEquals(expected, tick(THREE_BANDS.withGain(gain)).of(CochleaStage.GAIN));
    }

    static Stream<Arguments> encoders() {
        return Stream.of(
                Arguments.of(LifEncoder.STUDY, NONE.andMultiplyAdds(3).andComparisons(3)),
                Arguments.of(
                        new LevelCrossingEncoder(0.1),
                        NONE.andDivisions(3).andMultiplyAdds(6).andComparisons(6)),
                // 6 comparisons and 6 multiply-adds in one of four frames.
                Arguments.of(
                        new FirstSpikeEncoder(4, 0), NONE.andComparisons(3 + 2).andMultiplyAdds(2)),
                Arguments.of(
                        new PoissonEncoder(0.2, 7),
                        NONE.andMultiplyAdds(3 * 7).andExponentials(3).andComparisons(6)),
                Arguments.of(new PhaseLockedEncoder(0, 0), NONE.andComparisons(15)),
                Arguments.of(
                        new PopulationEncoder(5),
                        NONE.andMultiplyAdds(15 * 4).andComparisons(15 * 3).andExponentials(15)),
                Arguments.of(new CurrentInjection(), NONE));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void encoderIsCountedByItsFormula(SpikeEncoder encoder, OperationCounts expected) {
        assertEquals(expected, tick(THREE_BANDS.withEncoder(encoder)).of(CochleaStage.ENCODER));
    }

    @Test
    void coefficientsOfDrivesComeAfterTheGain() {
        CochleaWork work = tick(THREE_BANDS.withEncoder(new CurrentInjection(false, 2)));

        assertEquals(NONE.andMultiplyAdds(2 + 2 * 2), work.of(CochleaStage.CEPSTRUM));
        assertEquals(3, work.of(CochleaStage.GAIN).divisions());
    }

    /** Four frames; the loudest level is sought in all, and averaged over the four. */
    @Test
    void contourTakesLevelsAndNoDrives() {
        CochleaParameters parameters =
                THREE_BANDS.withEncoder(new CurrentInjection(false, Optional.of(Contour.USUAL), 2, false, 4));

        CochleaWork work = tick(parameters);

        assertEquals(4, work.frames());
        assertEquals(4 * 512, work.of(CochleaStage.WINDOW).multiplyAdds());
        assertEquals(
                NONE.andMultiplyAdds(3 * 4 * 2)
                        .andLogarithms(3 * 4)
                        .andMultiplyAdds(3 * (4 * 3 + 4))
                        .andDivisions(3 * 4 * 2)
                        .andComparisons(3 * (4 + 4 + 2)),
                work.of(CochleaStage.CONTOUR));
        assertEquals(NONE.andMultiplyAdds(2 + 2 * 2 + 2), work.of(CochleaStage.CEPSTRUM));
        assertEquals(NONE, work.of(CochleaStage.GAIN).plus(work.of(CochleaStage.INHIBITION)));
    }

    @Test
    void expressionAndIntonationAreStagesOfTheirOwn() {
        CochleaParameters parameters = CochleaParameters.DEFAULT
                .withFrames(RATE_HERTZ, 0.064, 0.01)
                .withEncoder(new CurrentInjection(false, Optional.empty(), 0, true, true, 4));

        CochleaWork work = tick(parameters);

        assertEquals(
                List.of(
                        CochleaStage.WINDOW,
                        CochleaStage.TRANSFORM,
                        CochleaStage.BANDS,
                        CochleaStage.EXPRESSION,
                        CochleaStage.INTONATION),
                List.copyOf(work.stages().keySet()));
        // The intonation has a transform of 64 ms of its own.
        assertEquals(4 * (256 * 9 + 512), work.of(CochleaStage.TRANSFORM).butterflies());
        assertEquals(4 * (256 * 9 + 512), work.of(CochleaStage.INTONATION).butterflies());
    }
}
