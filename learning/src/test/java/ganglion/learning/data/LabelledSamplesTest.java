package ganglion.learning.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.ConstantInput;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelledSamplesTest {

    private static Sample sample(float value, int label) {
        return new Sample(new ConstantInput(new float[] {value}, 1), label);
    }

    /** Ten samples of class 0, five of class 1. */
    private static LabelledSamples samples() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            samples.add(sample(i, i % 3 == 0 ? 1 : 0));
        }
        return new LabelledSamples(samples, List.of("many", "few"));
    }

    private static long count(LabelledSamples part, int label) {
        return part.samples().stream().filter(sample -> sample.label() == label).count();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 0", "0.2, 2, 1", "0.5, 5, 3", "0.74, 7, 4", "1, 10, 5"})
    void aSplitTakesTheSameShareOfEachClass(double share, int many, int few) {
        List<LabelledSamples> parts = samples().split(share, 4);

        assertEquals(many, count(parts.get(0), 0));
        assertEquals(few, count(parts.get(0), 1));
        Set<Sample> all = new HashSet<>(parts.get(0).samples());
        all.addAll(parts.get(1).samples());
        assertEquals(15, all.size());
        assertEquals(15, parts.get(0).samples().size() + parts.get(1).samples().size());
        assertEquals(samples().classes(), parts.get(1).classes());
    }

    private static List<Float> values(LabelledSamples part) {
        return part.samples().stream().map(sample -> sample.input().at(0, 0)).toList();
    }

    @Test
    void aSplitIsAFunctionOfItsSeed() {
        List<Float> first = values(samples().split(0.5, 4).get(0));

        assertEquals(first, values(samples().split(0.5, 4).get(0)));
        assertNotEquals(first, values(samples().split(0.5, 5).get(0)));
    }

    @Test
    void eachSampleIsOfANamedClass() {
        List<Sample> third = List.of(sample(0, 2));

        assertEquals(
                "a sample is of class 2, but there are 2 classes",
                assertThrows(IllegalArgumentException.class, () -> new LabelledSamples(third, List.of("a", "b")))
                        .getMessage());
    }
}
