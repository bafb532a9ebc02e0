package ganglion.scenario.interchange.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TensorTest {

    @Test
    void keepsTheWidthOfItsNumbers() {
        Tensor single = Tensor.of(TensorShape.of(2), 0.1f, 0.2f);
        Tensor wide = Tensor.of(TensorShape.of(2), 0.1f, 0.2);

        assertTrue(single.isSingle());
        assertFalse(wide.isSingle());
        assertEquals((double) 0.1f, single.at(0));
        assertEquals(0.2, wide.at(1));
        assertNotEquals(single, wide);
    }

    @Test
    void countsElementsWithoutOverflow() {
        assertEquals(1, TensorShape.of().count());
        assertEquals(24, TensorShape.of(2, 3, 4).count());
        assertEquals(0, TensorShape.of(2_000_000_000, 0).count());
        assertEquals(
                Long.MAX_VALUE, TensorShape.of(2_000_000_000, 2_000_000_000, 3).count());
        assertThrows(IllegalArgumentException.class, () -> TensorShape.of(-1));
    }

    @Test
    void countsWindows() {
        Sliding sliding = new Sliding(
                TensorShape.of(3), TensorShape.of(2), TensorShape.of(1), TensorShape.of(0), TensorShape.of(2));

        // Padded to 8, a span of 5: starts at 0 and 2.
        assertEquals(2, sliding.outputSize(0, 7));
        assertEquals(
                "a window of 5 does not fit into an input of 3 with its padding",
                assertThrows(IllegalArgumentException.class, () -> sliding.outputSize(0, 3))
                        .getMessage());
    }

    @Test
    void refusesWindowsOfOtherAxes() {
        assertEquals(
                "found the stride [1, 1], expected 1 whole numbers of at least 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new Sliding(
                                        TensorShape.of(3),
                                        TensorShape.of(1, 1),
                                        TensorShape.of(0),
                                        TensorShape.of(0),
                                        TensorShape.of(1)))
                        .getMessage());
    }

    @Test
    void padsAsPyTorchsWordsSay() {
        Sliding same = Sliding.ofWord("same", TensorShape.of(4, 3), TensorShape.of(1, 1), TensorShape.of(1, 2));
        Sliding valid = Sliding.ofWord("valid", TensorShape.of(4), TensorShape.of(3), TensorShape.of(1));

        assertEquals(TensorShape.of(1, 2), same.before());
        assertEquals(TensorShape.of(2, 2), same.after());
        assertEquals(9, same.outputSize(0, 9));
        assertEquals(9, same.outputSize(1, 9));
        assertEquals(TensorShape.of(0), valid.before());
        assertThrows(
                IllegalArgumentException.class,
                () -> Sliding.ofWord("same", TensorShape.of(4), TensorShape.of(2), TensorShape.of(1)));
        assertThrows(
                IllegalArgumentException.class,
                () -> Sliding.ofWord("mirror", TensorShape.of(4), TensorShape.of(1), TensorShape.of(1)));
    }
}
