package ganglion.learning.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ganglion.learning.model.LayerShape.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Where windows and maps meet, against the padded map written out. */
class SliderTest {

    private record Contact(int output, int input, int window) {}

    private static List<Contact> contacts(LayerShape input, LayerShape output, Window window) {
        List<Contact> found = new ArrayList<>();
        new Slider(input, output, window).forEach((o, i, w) -> found.add(new Contact(o, i, w)));
        return found;
    }

    static Stream<Window> windows() {
        return IntStream.range(0, 36).mapToObj(k -> {
            int height = 1 + k % 3;
            int width = 1 + k / 3 % 3;
            // A padding is smaller than the window.
            return new Window(height, width, 1 + k / 9 % 2, Math.min(k / 18, height - 1), Math.min(k / 18, width - 1));
        });
    }

    @ParameterizedTest
    @MethodSource("windows")
    void eachPlaceOfAWindowMeetsWhatLiesUnderIt(Window window) {
        int height = 5;
        int width = 4;
        int rows = (height + 2 * window.paddingHeight() - window.height()) / window.stride() + 1;
        int columns = (width + 2 * window.paddingWidth() - window.width()) / window.stride() + 1;
        // The map with its padding: the number of the place within the map, or -1.
        int[][] padded = new int[height + 2 * window.paddingHeight()][width + 2 * window.paddingWidth()];
        for (int y = 0; y < padded.length; y++) {
            for (int x = 0; x < padded[y].length; x++) {
                int row = y - window.paddingHeight();
                int column = x - window.paddingWidth();
                boolean inside = row >= 0 && row < height && column >= 0 && column < width;
                padded[y][x] = inside ? row * width + column : -1;
            }
        }
        List<Contact> expected = new ArrayList<>();
        for (int o = 0; o < rows * columns; o++) {
            for (int w = 0; w < window.height() * window.width(); w++) {
                int under = padded[o / columns * window.stride() + w / window.width()][
                        o % columns * window.stride() + w % window.width()];
                if (under >= 0) {
                    expected.add(new Contact(o, under, w));
                }
            }
        }

        assertEquals(expected, contacts(new LayerShape(1, height, width), new LayerShape(1, rows, columns), window));
    }

    @Test
    void aWindowOfTheWholeMapMeetsEachPlaceOnce() {
        assertEquals(
                List.of(new Contact(0, 0, 0), new Contact(0, 1, 1), new Contact(0, 2, 2), new Contact(0, 3, 3)),
                contacts(new LayerShape(1, 2, 2), new LayerShape(1, 1, 1), new Window(2, 2, 1, 0, 0)));
    }
}
