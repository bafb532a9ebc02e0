package ganglion.learning.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.ConstantInput;
import java.util.List;
import org.junit.jupiter.api.Test;

class LabelledSamplesTest {

    private static Sample sample(float value, int label) {
        return new Sample(new ConstantInput(new float[] {value}, 1), label);
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
