package ganglion.cochlea;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SpectrogramTest {

    private final double[] values = {1, 2, 3, 4, 5, 6};
    private final Spectrogram spectrogram = Spectrogram.of(2, values);

    @Test
    void cannotBeChangedFromOutside() {
        values[0] = 99;
        spectrogram.frame(0)[0] = 99;

        assertEquals(1, spectrogram.at(0, 0));
    }

    @Test
    void refusesPlacesBeyondItsEdges() {
        assertThrows(IndexOutOfBoundsException.class, () -> spectrogram.at(0, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> spectrogram.at(0, -1));
        assertThrows(IndexOutOfBoundsException.class, () -> spectrogram.at(3, 0));
    }

    @Test
    void refusesHalfFrames() {
        assertThrows(IllegalArgumentException.class, () -> Spectrogram.of(4, values));
        assertThrows(IllegalArgumentException.class, () -> Spectrogram.of(0, values));
    }

    @Test
    void anEmptyOneHasNoMaximum() {
        assertEquals(0, Spectrogram.of(2, new double[0]).maximum());
    }
}
