package ganglion.cochlea.audio;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioLimitsTest {

    @ParameterizedTest
    @CsvSource({"100, 1, 0", "1000000, 64, 67108864", "44100, 2, -1"})
    void acceptsHeadersUpToTheLimits(double rateHertz, int channels, long frames) {
        assertDoesNotThrow(() -> AudioLimits.checkHeader(rateHertz, channels, frames));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "99 | 1 | 0 | the header gives a sample rate of 99 Hz, expected 100 Hz to 1000000 Hz",
                "1000001 | 1 | 0 | the header gives a sample rate of 1000001 Hz, expected 100 Hz to 1000000 Hz",
                "NaN | 1 | 0 | the header gives a sample rate of NaN Hz, expected 100 Hz to 1000000 Hz",
                "8000 | 0 | 0 | the header gives 0 channels, expected 1 to 64",
                "8000 | 65 | 0 | the header gives 65 channels, expected 1 to 64",
                "8000 | 1 | 67108865 | the file holds 67108865 samples per channel, expected at most 67108864"
            })
    void refusesHeadersBeyondTheLimits(double rateHertz, int channels, long frames, String message) {
        assertEquals(
                message,
                assertThrows(AudioFormatException.class, () -> AudioLimits.checkHeader(rateHertz, channels, frames))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1000000.1, -1000000.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesLouderSamplesAndWhatIsNoNumber(double sample) {
        assertEquals(
                "sample 7 is " + sample + ", expected a number within +-1000000.0 (full scale is 1)",
                assertThrows(AudioFormatException.class, () -> AudioLimits.checkSample(sample, 7))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"RIFF", "a b", "~"})
    void printsPrintableBytesAsTheyAre(String bytes) {
        assertEquals("'" + bytes + "'", AudioFormatException.printable(bytes));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 27, 127, 128, 255})
    void printsControlCharactersAsNumbers(int code) {
        assertEquals(String.format("'\\x%02x'", code), AudioFormatException.printable(String.valueOf((char) code)));
    }
}
