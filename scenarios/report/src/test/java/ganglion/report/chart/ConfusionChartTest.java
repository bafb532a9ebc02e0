package ganglion.report.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConfusionChartTest {

    private final String picture =
            new ConfusionChart("test <set>", List.of("drum & bass", "flute"), new int[][] {{3, 1}, {0, 4}}).figure();

    @Test
    void rightDecisionsAreBlueWrongOnesOrangeAndTheShareOfTheClassIsTheirShade() {
        assertTrue(
                picture.contains(
                        "fill=\"#0072b2\" fill-opacity=\"0.525\"><title>drum &amp; bass taken for drum &amp; bass: 3<"),
                picture);
        assertTrue(
                picture.contains("fill=\"#d55e00\" fill-opacity=\"0.175\"><title>drum &amp; bass taken for flute: 1<"),
                picture);
        assertTrue(
                picture.contains("fill=\"#0072b2\" fill-opacity=\"0.700\"><title>flute taken for flute: 4<"), picture);
        assertFalse(picture.contains("flute taken for drum"), "nothing is drawn where nothing was decided");
    }

    @Test
    void namesAndCountsAreWritten() {
        assertTrue(picture.contains("test &lt;set&gt;"), picture);
        assertEquals(2, picture.split(">flute<", -1).length - 1, "beside its row and below its column");
        assertTrue(picture.contains(">3</text>") && picture.contains(">4</text>"), picture);
    }

    @Test
    void manyClassesAreDrawnWithoutText() {
        List<String> names = IntStream.range(0, 200).mapToObj(i -> "c" + i).toList();
        int[][] counts = new int[200][200];
        counts[7][9] = 5;

        String small = new ConfusionChart("many", names, counts).figure();

        assertTrue(small.contains("c7 taken for c9: 5"), small);
        assertFalse(small.contains(">c7</text>"), small);
    }
}
