package ganglion.learning.fast.arithmetic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each loop against its equation, value by value, and with what lies behind its end untouched. */
class KernelsTest {

    private static final int SIZE = 9;
    private static final int USED = 7;

    private final float[] a = numbers(1);
    private final float[] b = numbers(2);
    private final float[] d = numbers(3);
    private final float[] e = numbers(4);

    /** Small whole numbers, of which single precision makes exact sums and products. */
    private static float[] numbers(int seed) {
        Random random = new Random(seed);
        float[] numbers = new float[SIZE];
        for (int i = 0; i < SIZE; i++) {
            numbers[i] = random.nextInt(21) - 10;
        }
        return numbers;
    }

    private interface Loop {
        void run(float[] c);
    }

    private interface Equation {
        float at(int i, float c);
    }

    private record Case(String name, Loop loop, Equation equation) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> loops() {
        KernelsTest t = new KernelsTest();
        float[] a = t.a;
        float[] b = t.b;
        float[] d = t.d;
        float[] e = t.e;
        float[] s = {7, 2, -3, 5};
        return Stream.of(
                new Case("add", c -> Kernels.add(c, a, USED), (i, c) -> c + a[i]),
                new Case("add2", c -> Kernels.add2(c, a, b, USED), (i, c) -> c + a[i] + b[i]),
                new Case("add3", c -> Kernels.add3(c, a, b, d, USED), (i, c) -> c + a[i] + b[i] + d[i]),
                new Case("add4", c -> Kernels.add4(c, a, b, d, e, USED), (i, c) -> c + a[i] + b[i] + d[i] + e[i]),
                new Case(
                        "add6",
                        c -> Kernels.add6(c, a, b, d, e, b, b, USED),
                        (i, c) -> c + a[i] + 3 * b[i] + d[i] + e[i]),
                new Case("addScaled", c -> Kernels.addScaled(c, -3, a, USED), (i, c) -> c - 3 * a[i]),
                new Case(
                        "addScaled3",
                        c -> Kernels.addScaled3(c, s, 1, a, b, d, USED),
                        (i, c) -> c + 2 * a[i] - 3 * b[i] + 5 * d[i]),
                new Case("addProduct", c -> Kernels.addProduct(c, a, b, USED), (i, c) -> c + a[i] * b[i]),
                new Case("subtractProduct", c -> Kernels.subtractProduct(c, a, b, USED), (i, c) -> c - a[i] * b[i]),
                new Case("subtract", c -> Kernels.subtract(c, a, USED), (i, c) -> c - a[i]),
                new Case("multiply", c -> Kernels.multiply(c, a, USED), (i, c) -> c * a[i]),
                new Case("product", c -> Kernels.product(c, a, b, USED), (i, c) -> a[i] * b[i]),
                new Case("difference", c -> Kernels.difference(c, a, b, USED), (i, c) -> a[i] - b[i]),
                new Case("leak", c -> Kernels.leak(c, a, b, d, USED), (i, c) -> a[i] * b[i] + d[i]),
                new Case("scaled", c -> Kernels.scaled(c, 4, a, USED), (i, c) -> 4 * a[i]),
                new Case("sumScaled", c -> Kernels.sumScaled(c, a, 3, b, USED), (i, c) -> a[i] + 3 * b[i]),
                new Case(
                        "normalise",
                        c -> Kernels.normalise(c, a, b, d, e, USED),
                        (i, c) -> d[i] * (a[i] - b[i]) + e[i]),
                new Case(
                        "denormalise",
                        c -> Kernels.denormalise(c, a, 2, b, d, e, a, USED),
                        (i, c) -> a[i] * c - 2 * (b[i] + d[i] * (e[i] - a[i]))),
                new Case(
                        "addSquaredDistance",
                        c -> Kernels.addSquaredDistance(c, a, b, USED),
                        (i, c) -> c + (a[i] - b[i]) * (a[i] - b[i])),
                new Case(
                        "addProductWithDistance",
                        c -> Kernels.addProductWithDistance(c, a, b, d, USED),
                        (i, c) -> c + a[i] * (b[i] - d[i])));
    }

    @ParameterizedTest
    @MethodSource("loops")
    void everyValueFollowsTheEquation(Case subject) {
        float[] before = numbers(5);
        float[] expected = before.clone();
        for (int i = 0; i < USED; i++) {
            expected[i] = subject.equation.at(i, before[i]);
        }

        float[] found = before.clone();
        subject.loop.run(found);

        assertArrayEquals(expected, found);
    }

    @Test
    void threeRowsAtOnceAreThreeTimesOneRow() {
        float[][] factors = {{0, 2, 3, 4}, {0, -1, 5, 6}, {0, 7, -8, 9}};
        float[][] found = {numbers(6), numbers(7), numbers(8)};
        float[][] expected = Arrays.stream(found).map(float[]::clone).toArray(float[][]::new);
        for (int r = 0; r < 3; r++) {
            Kernels.addScaled3(expected[r], factors[r], 1, a, b, d, USED);
        }

        Kernels.addScaled3To3(found[0], found[1], found[2], factors[0], factors[1], factors[2], 1, a, b, d, USED);

        for (int r = 0; r < 3; r++) {
            assertArrayEquals(expected[r], found[r]);
        }
    }
}
