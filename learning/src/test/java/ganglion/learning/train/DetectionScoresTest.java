package ganglion.learning.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DetectionScoresTest {

    /** Classes 0 and 1; four samples: both, only 0, only 1, none. */
    private static final int[] LABELS = {0b11, 0b01, 0b10, 0};

    private static final double[][] SCORES = {{1, -1}, {2, -3}, {0.5, 0.1}, {-1, -2}};

    private final DetectionScores scores = DetectionScores.of(LABELS, SCORES);

    @Test
    void precisionRecallAndF1AreThoseOfEachClass() {
        assertEquals(2.0 / 3, scores.precision(0), 1e-12);
        assertEquals(1, scores.recall(0), 1e-12);
        assertEquals(0.8, scores.f1(0), 1e-12);
        assertEquals(1, scores.precision(1), 1e-12);
        assertEquals(0.5, scores.recall(1), 1e-12);
        assertEquals(2.0 / 3, scores.f1(1), 1e-12);
    }

    @Test
    void macroMeansTheClassesAndMicroTheDecisions() {
        assertEquals((0.8 + 2.0 / 3) / 2, scores.macroF1(), 1e-12);
        assertEquals(6.0 / 8, scores.microF1(), 1e-12);
    }

    @Test
    void aSampleIsExactIfAllClassesAreRight() {
        assertEquals(0.5, scores.exactShare(), 1e-12);
    }

    @Test
    void yesToAllFindsEveryClassAndRaisesFalseAlarmsElsewhere() {
        DetectionScores three = DetectionScores.of(new int[] {0b01, 0b01, 0b11}, new double[3][2]);

        assertEquals(3, three.count(0));
        assertEquals(1, three.count(1));
        assertEquals((1 + 2 * 1 / 4.0) / 2, three.macroF1OfAll(), 1e-12);
        assertEquals(2 * 4 / (2 * 4 + 2.0), three.microF1OfAll(), 1e-12);
    }

    /** Found or not, no detector can do anything right about it. */
    @Test
    void aClassThatNoSampleHasCountsInNoMean() {
        DetectionScores scores = DetectionScores.of(new int[] {0b001, 0b010}, new double[][] {{1, -1, -1}, {-1, 1, 1}});

        assertEquals(1, scores.classesWithoutSamples());
        assertEquals(1, scores.macroF1(), 1e-12);
        assertEquals(2.0 / 3, scores.macroF1OfAll(), 1e-12);
        assertEquals(4.0 / 5, scores.microF1(), 1e-12, "its false alarm counts here");
    }

    @Test
    void withoutSamplesAllIsZero() {
        DetectionScores none = DetectionScores.of(new int[0], new double[0][]);

        assertEquals(0, none.macroF1());
        assertEquals(0, none.microF1());
        assertEquals(0, none.exactShare());
    }
}
