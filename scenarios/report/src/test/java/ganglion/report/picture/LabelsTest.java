package ganglion.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {

    @ParameterizedTest
    @CsvSource({"0.12345, 0.123", "100, 100", "0, 0", "0.30000000000000004, 0.3", "12345, 12300"})
    void writesNumbersPlainly(double number, String text) {
        assertEquals(text, Labels.number(number));
    }

    @ParameterizedTest
    @CsvSource({"60.4, 60 Hz", "999.4, 999 Hz", "1000, 1 kHz", "7654, 7.65 kHz"})
    void writesFrequenciesInHertzOrKilohertz(double hertz, String text) {
        assertEquals(text, Labels.hertz(hertz));
    }

    @Test
    void shortensALongNameToTheWidthThatThereIs() {
        Graphics2D graphics = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
        graphics.setFont(Labels.FONT);
        String name = "a recording with a very long name.flac";

        String shown = Labels.shortened(graphics, name, 100);

        assertTrue(graphics.getFontMetrics().stringWidth(shown) <= 100, shown);
        assertTrue(shown.endsWith("…") && name.startsWith(shown.substring(0, shown.length() - 1)), shown);
        assertEquals("short", Labels.shortened(graphics, "short", 100));
    }
}
