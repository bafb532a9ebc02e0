package ganglion.kernel.neuron;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class NeuronValuesTest {

    private static final NeuronValues COMMON = NeuronValues.of(2.5);
    private static final NeuronValues EACH = NeuronValues.each(1, 2, 4);

    @Test
    void copiesTheValuesOfSomeNeurons() {
        double[] values = {1, 2, 4};
        NeuronValues each = NeuronValues.each(values);
        values[1] = 99;
        double[] copy = each.copyOf(1, 2);
        copy[1] = 98;

        assertArrayEquals(new double[] {2, 4}, each.copyOf(1, 2));
        assertArrayEquals(new double[] {2.5, 2.5}, COMMON.copyOf(5, 2));
    }

    @Test
    void storesEqualValuesAsOne() {
        assertEquals(COMMON, NeuronValues.each(2.5, 2.5));
        assertEquals(COMMON.hashCode(), NeuronValues.each(2.5, 2.5).hashCode());
        assertEquals(EACH, NeuronValues.each(1, 2, 4));
        assertEquals(EACH.hashCode(), NeuronValues.each(1, 2, 4).hashCode());
        assertNotEquals(EACH, NeuronValues.each(1, 2, 5));
        assertNotEquals(COMMON, NeuronValues.of(3));
        assertNotEquals(COMMON, EACH);
        assertNotEquals(COMMON, "2.5");
        assertEquals("2.5", COMMON.toString());
        assertEquals("[1.0, 2.0, 4.0]", EACH.toString());
    }

    @Test
    void refusesTheFirstValueThatDoesNotFit() {
        String common = assertThrows(
                        IllegalArgumentException.class, () -> COMMON.check("bias", value -> value < 1, "less than 1"))
                .getMessage();
        String each = assertThrows(
                        IllegalArgumentException.class, () -> EACH.check("bias", value -> value < 2, "less than 2"))
                .getMessage();

        assertEquals("the bias is 2.5, expected less than 1", common);
        assertEquals("the bias of neuron 1 is 2.0, expected less than 2", each);
        EACH.check("bias", value -> value < 5, "less than 5");
    }

    @Test
    void refusesAnotherNumberOfNeurons() {
        COMMON.checkSize("bias", 1000);
        NeuronValues.each(2, 2, 2).checkSize("bias", 3);
        assertThrows(
                IllegalArgumentException.class, () -> NeuronValues.each(2, 2, 2).checkSize("bias", 4));
        EACH.checkSize("bias", 3);
        String message = assertThrows(IllegalArgumentException.class, () -> EACH.checkSize("bias", 4))
                .getMessage();

        assertEquals("there are 3 values of the bias for 4 neurons", message);
    }
}
