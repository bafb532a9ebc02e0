package ganglion.scenario.interchange.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ganglion.kernel.neuron.NeuronValues;
import ganglion.scenario.interchange.nir.Tensor;
import ganglion.scenario.interchange.nir.TensorShape;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void spreadsAsNumPyDoes() {
        Tensor perRow = Tensor.of(TensorShape.of(2, 1), 1.0, 2);
        Tensor perColumn = Tensor.vector(10, 20, 30);

        assertArrayEquals(new double[] {1, 1, 1, 2, 2, 2}, Parameters.spread(perRow, TensorShape.of(2, 3)));
        assertArrayEquals(new double[] {10, 20, 30, 10, 20, 30}, Parameters.spread(perColumn, TensorShape.of(2, 3)));
        assertArrayEquals(new double[] {7, 7}, Parameters.spread(Tensor.vector(7), TensorShape.of(2)));
    }

    @Test
    void takesAsManyNumbersAsThereAreElementsAsTheyAre() {
        assertArrayEquals(
                new double[] {1, 2, 3, 4}, Parameters.spread(Tensor.vector(1, 2, 3, 4), TensorShape.of(2, 2)));
    }

    @Test
    void refusesShapesThatDoNotGoTogether() {
        assertThrows(
                IllegalArgumentException.class, () -> Parameters.spread(Tensor.vector(1, 2), TensorShape.of(2, 3)));
        assertEquals(
                "found parameters of the shapes [2] and [3], expected shapes that go together",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Parameters.broadcast(TensorShape.of(2), TensorShape.of(3)))
                        .getMessage());
    }

    @Test
    void findsTheShapeThatTwoAgreeOn() {
        assertEquals(TensorShape.of(2, 3), Parameters.broadcast(TensorShape.of(3), TensorShape.of(2, 1)));
        assertEquals(TensorShape.of(4), Parameters.broadcast(TensorShape.of(), TensorShape.of(4)));
    }

    @Test
    void keepsEqualValuesAsOne() {
        assertEquals(NeuronValues.of(3), Parameters.values(Tensor.vector(3, 3), TensorShape.of(2)));
        assertEquals(NeuronValues.each(3, 4), Parameters.values(Tensor.vector(3, 4), TensorShape.of(2)));
    }
}
