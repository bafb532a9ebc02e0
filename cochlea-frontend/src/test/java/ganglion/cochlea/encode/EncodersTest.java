package ganglion.cochlea.encode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.cochlea.KeyDocuments;
import ganglion.cochlea.contour.Contour;
import ganglion.cochlea.encode.LifEncoder.LifReset;
import ganglion.documents.InputException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EncodersTest {

    static Stream<SpikeEncoder> encoders() {
        return Stream.of(
                LifEncoder.STUDY,
                new LifEncoder(0.5, 2.25, true, LifReset.SUBTRACT_AFTER_DECAY),
                new LevelCrossingEncoder(0.1),
                new FirstSpikeEncoder(32, 0),
                new FirstSpikeEncoder(5, 0.2),
                new PhaseLockedEncoder(0, 0),
                new PhaseLockedEncoder(0.2, 3),
                new PopulationEncoder(5),
                new CurrentInjection(),
                new CurrentInjection(false, 13),
                new CurrentInjection(true, 20),
                new CurrentInjection(false, Optional.empty(), 0, true, true, 4));
    }

    @ParameterizedTest
    @MethodSource("encoders")
    void readsWhatItWrote(SpikeEncoder encoder) throws InputException {
        assertEquals(encoder, KeyDocuments.throughText(Encoders.KEY, encoder));
    }

    @Test
    void readsAContourThatItWroteWithItsCepstrumAndExpression() throws InputException {
        Contour contour = new Contour(45, true, 2, 6);

        CurrentInjection read = (CurrentInjection)
                KeyDocuments.throughText(Encoders.KEY, new CurrentInjection(false, Optional.of(contour), 12, true, 4));

        assertEquals(12, read.coefficients());
        assertTrue(read.expression());
        assertFalse(read.intonation());
        assertEquals(4, read.framesPerRow());
        assertEquals(45, read.contour().orElseThrow().rangeDecibels());
        assertEquals(List.of(2, 6), lags(read.contour().orElseThrow()));
    }

    private static List<Integer> lags(Contour contour) {
        return Arrays.stream(contour.lagsSteps()).boxed().toList();
    }

    @Test
    void refusesToWriteNumbersThatNoWordStandsFor() {
        CurrentInjection numbers = new CurrentInjection(true, Optional.empty(), 20, true, 1);

        assertThrows(IllegalArgumentException.class, () -> Encoders.KINDS.write(numbers));
    }

    @Test
    void hasTheDefaultsOfTheEncoders() throws InputException {
        assertEquals(Encoders.DEFAULT, Encoders.KEY.in(KeyDocuments.root("{}", Encoders.KEY)));
        assertEquals(LifEncoder.STUDY, read("{\"lif\": {}}"));
        assertEquals(new PhaseLockedEncoder(0, 0), read("{\"phase-locked\": {}}"));
        assertEquals(new CurrentInjection(), read("{\"currents\": {}}"));
        assertEquals(new CurrentInjection(false, 20), read("{\"currents\": {\"features\": \"cepstrum\"}}"));
    }

    @Test
    void takesRateAndSeedOfPoissonSpikesFromTheReading() throws InputException {
        SpikeEncoder encoder = read("{\"poisson\": {\"rate\": \"100 Hz\"}}");

        assertEquals(new PoissonEncoder(0.2, KeyDocuments.SEED.seed()), encoder);
        assertThrows(UnsupportedOperationException.class, () -> Encoders.KINDS.write(encoder));
    }

    private static SpikeEncoder read(String json) throws InputException {
        return Encoders.KEY.in(KeyDocuments.root("{\"encoder\": " + json + "}", Encoders.KEY));
    }
}
