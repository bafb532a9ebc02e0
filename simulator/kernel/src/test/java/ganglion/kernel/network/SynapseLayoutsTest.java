package ganglion.kernel.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every layout of synapses against a plain list of them: the same rows, the same sums, in the same order. */
class SynapseLayoutsTest {

    private static final int SOURCES = 12;
    private static final int TARGETS = 40;

    private record One(int source, int target, double weight, int delayTicks) {}

    /** How delays come about, and so how they are stored. */
    enum Delays {
        COMMON(random -> 7),
        FEW(random -> 5 + random.nextInt(3)),
        MANY(random -> 1 + random.nextInt(900)),
        EACH(random -> 1 + random.nextInt(2_000_000_000));

        private final ToIntFunction<Random> next;

        Delays(ToIntFunction<Random> next) {
            this.next = next;
        }

        int next(Random random) {
            return next.applyAsInt(random);
        }
    }

    /** How weights come about, and so how they are stored. */
    enum Weights {
        SHARED_POSITIVE(random -> 0.1),
        SHARED_NEGATIVE(random -> -0.3),
        FLOATS(random -> (random.nextInt(2001) - 1000) / 1024.0),
        DOUBLES(random -> random.nextDouble() - 0.5);

        private final ToDoubleFunction<Random> next;

        Weights(ToDoubleFunction<Random> next) {
            this.next = next;
        }

        double next(Random random) {
            return next.applyAsDouble(random);
        }
    }

    record Layout(Delays delays, Weights weights) {

        List<One> list(int count) {
            Random random = new Random(31L * delays.ordinal() + weights.ordinal());
            List<One> list = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                // Row 3 stays empty.
                int source = random.nextInt(SOURCES - 1);
                list.add(new One(
                        source < 3 ? source : source + 1,
                        random.nextInt(TARGETS),
                        weights.next(random),
                        delays.next(random)));
            }
            return list;
        }
    }

    static List<Layout> layouts() {
        List<Layout> layouts = new ArrayList<>();
        for (Delays delays : Delays.values()) {
            for (Weights weights : Weights.values()) {
                layouts.add(new Layout(delays, weights));
            }
        }
        return layouts;
    }

    private static final int COUNT = 1200;

    private static SparseSynapses build(List<One> list) {
        SparseSynapses.Builder builder = SparseSynapses.builder(SOURCES, TARGETS);
        list.forEach(one -> builder.add(one.source(), one.target(), one.weight(), one.delayTicks()));
        return builder.build();
    }

    /** Rows in canonical order: by delay, then target, then as given. List.sort is stable. */
    private static List<One> row(List<One> list, int source) {
        List<One> row = new ArrayList<>(
                list.stream().filter(one -> one.source() == source).toList());
        row.sort(Comparator.comparingInt(One::delayTicks).thenComparingInt(One::target));
        return row;
    }

    private static List<One> inOrder(List<One> list) {
        List<One> all = new ArrayList<>();
        for (int source = 0; source < SOURCES; source++) {
            all.addAll(row(list, source));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void holdsTheRowsInCanonicalOrder(Layout layout) {
        List<One> list = layout.list(COUNT);
        SparseSynapses synapses = build(list);
        int position = 0;
        for (int source = 0; source < SOURCES; source++) {
            List<One> row = row(list, source);
            assertEquals(row.size(), synapses.outDegree(source));
            assertEquals(position, synapses.firstPosition(source));
            for (int i = 0; i < row.size(); i++, position++) {
                assertEquals(row.get(i).target(), synapses.target(source, i));
                assertEquals(row.get(i).weight(), synapses.weight(source, i));
                assertEquals(row.get(i).weight(), synapses.weightAt(position));
                assertEquals(row.get(i).delayTicks(), synapses.delayTicks(source, i));
            }
        }
        assertEquals(COUNT, synapses.count());
        assertEquals(SOURCES, synapses.sourceSize());
        assertEquals(TARGETS, synapses.targetSize());
        assertEquals(list.stream().mapToInt(One::delayTicks).min().orElseThrow(), synapses.smallestDelayTicks());
        assertEquals(list.stream().mapToInt(One::delayTicks).max().orElseThrow(), synapses.largestDelayTicks());
        assertEquals(layout.delays() != Delays.COMMON, synapses.hasManyDelays());
        boolean shared = layout.weights() == Weights.SHARED_POSITIVE || layout.weights() == Weights.SHARED_NEGATIVE;
        assertEquals(layout.delays() == Delays.COMMON && shared, synapses.isUniform());
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void cutsRowsIntoPiecesOfOneDelayWithinAnyRangeOfTargets(Layout layout) {
        List<One> list = layout.list(COUNT);
        SparseSynapses synapses = build(list);
        List<One> positions = inOrder(list);
        for (int[] range : new int[][] {{0, TARGETS}, {0, 1}, {7, 23}, {TARGETS - 1, TARGETS}, {5, 5}}) {
            for (int source = 0; source < SOURCES; source++) {
                List<One> found = new ArrayList<>();
                int[] previousDelay = {0};
                synapses.forEachPiece(source, range[0], range[1], (delay, position, count) -> {
                    assertTrue(count > 0, "an empty piece");
                    assertTrue(delay > previousDelay[0], "delays do not ascend");
                    previousDelay[0] = delay;
                    for (int i = 0; i < count; i++) {
                        assertEquals(delay, positions.get(position + i).delayTicks());
                        found.add(positions.get(position + i));
                    }
                });
                List<One> expected = row(list, source).stream()
                        .filter(one -> one.target() >= range[0] && one.target() < range[1])
                        .toList();
                assertEquals(expected, found, "row " + source + " targets " + Arrays.toString(range));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void deliversTheWeightsOfAPieceToItsTargetsAndNothingElse(Layout layout) {
        List<One> list = layout.list(COUNT);
        SparseSynapses synapses = build(list);
        List<One> positions = inOrder(list);
        Random random = new Random(5);
        for (int round = 0; round < 60; round++) {
            int position = random.nextInt(COUNT);
            int count = random.nextInt(COUNT - position + 1);
            int offset = random.nextInt(4);
            int negativeOffset = round % 2 == 0 ? 0 : TARGETS + 2;
            double[] expected = new double[100];
            double[] found = new double[100];
            Arrays.setAll(found, i -> expected[i] = i / 7.0);
            for (One one : positions.subList(position, position + count)) {
                expected[offset + one.target() + (one.weight() < 0 ? negativeOffset : 0)] += one.weight();
            }

            synapses.deliver(position, count, found, offset, negativeOffset);

            assertArrayEquals(expected, found);
        }
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void listsEveryNeuronThatADeliveryReaches(Layout layout) {
        List<One> list = layout.list(COUNT);
        SparseSynapses synapses = build(list);
        List<One> positions = inOrder(list);
        Random random = new Random(6);
        for (int round = 0; round < 40; round++) {
            int position = random.nextInt(COUNT);
            int count = random.nextInt(Math.min(60, COUNT - position + 1));
            double[] expected = new double[TARGETS + 3];
            double[] found = new double[TARGETS + 3];
            int[] reached = new int[count + 5];
            Arrays.fill(reached, -1);
            List<One> piece = positions.subList(position, position + count);
            piece.forEach(one -> expected[3 + one.target()] += one.weight());

            int end = synapses.deliverListing(position, count, found, 3, 100, reached, 2);

            assertArrayEquals(expected, found);
            assertTrue(end <= 2 + count, "lists " + (end - 2) + " of " + count);
            List<Integer> listed = Arrays.stream(reached, 2, end).boxed().toList();
            piece.stream()
                    .filter(one -> one.weight() != 0)
                    .forEach(one -> assertTrue(listed.contains(one.target() + 100), "target " + one.target()));
            assertTrue(listed.stream().allMatch(i -> piece.stream().anyMatch(one -> one.target() + 100 == i)));
            assertEquals(-1, reached[1]);
        }
    }

    /** Too many bits for a delay above any of 40 targets, but not above one. */
    @Test
    void packsAPartForARingThoughTheWholeDoesNotFit() {
        SparseSynapses synapses = SparseSynapses.builder(1, TARGETS)
                .add(0, 3, 0.5, 1)
                .add(0, 4, 1, 1 << 30)
                .add(0, 4, 2, 1)
                .build();

        StoredSynapses part = synapses.forRing(4, 5, 1);

        assertEquals(2, part.outDegree(0));
        assertEquals(1, part.ownDelayTicks(0));
        assertEquals(1 << 30, part.ownDelayTicks(1));
        assertEquals(2, part.weightAt(0));
    }

    @ParameterizedTest
    @MethodSource("layouts")
    void findsTheEndOfTheSynapsesOfOneDelay(Layout layout) {
        List<One> list = layout.list(COUNT);
        SparseSynapses synapses = build(list);
        List<One> row = row(list, 5);
        int first = synapses.firstPosition(5);
        for (int from = 0; from < row.size(); from++) {
            int delay = row.get(from).delayTicks();
            int expected = from
                    + (int) row.stream()
                            .skip(from)
                            .takeWhile(one -> one.delayTicks() == delay)
                            .count();

            assertEquals(first + expected, synapses.endOfDelay(first + from, first + row.size()));
            assertEquals(first + from + 1, synapses.endOfDelay(first + from, first + from + 1));
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Delays.class,
            names = {"COMMON", "EACH"})
    void refusesToAddAheadWhatHasNoPlaceInARing(Delays delays) {
        SparseSynapses synapses = build(new Layout(delays, Weights.FLOATS).list(COUNT));

        assertThrows(UnsupportedOperationException.class, () -> synapses.deliverAhead(0, 1, new double[64], 0, 9));
    }

    @ParameterizedTest
    @EnumSource(Weights.class)
    void deliversTheRowsOfAMatrix(Weights weights) {
        Random random = new Random(9);
        double[] matrix = new double[SOURCES * TARGETS];
        Arrays.setAll(matrix, i -> weights.next(random));
        DenseSynapses synapses = new DenseSynapses(SOURCES, TARGETS, matrix.clone(), 4);
        for (int round = 0; round < 40; round++) {
            int source = random.nextInt(SOURCES);
            int first = random.nextInt(TARGETS);
            int count = random.nextInt(TARGETS - first + 1);
            int negativeOffset = round % 2 == 0 ? 0 : TARGETS + 5;
            double[] expected = new double[100];
            double[] found = new double[100];
            for (int i = 0; i < count; i++) {
                double weight = matrix[source * TARGETS + first + i];
                expected[2 + first + i + (weight < 0 ? negativeOffset : 0)] += weight;
            }
            int[] targets = new int[count];

            synapses.deliver(source * TARGETS + first, count, found, 2, negativeOffset);
            synapses.listTargets(source * TARGETS + first, count, 10, targets, 0);

            assertArrayEquals(expected, found);
            for (int i = 0; i < count; i++) {
                assertEquals(first + i + 10, targets[i]);
            }
        }
        int[] listed = new int[5];
        double[] found = new double[TARGETS];
        assertEquals(4, synapses.deliverListing(TARGETS + 3, 3, found, 0, 0, listed, 1));
        assertArrayEquals(new int[] {0, 3, 4, 5, 0}, listed);
        assertEquals(matrix[TARGETS + 4], found[4]);
        assertEquals(9, synapses.endOfDelay(5, 9));
        assertFalse(synapses.hasManyDelays());
        assertEquals(weights == Weights.SHARED_POSITIVE || weights == Weights.SHARED_NEGATIVE, synapses.isUniform());
        assertThrows(UnsupportedOperationException.class, () -> synapses.forRing(1, 2, 1));
        List<String> pieces = new ArrayList<>();
        synapses.forEachPiece(2, 5, 9, (delay, position, count) -> pieces.add(delay + " " + position + " " + count));
        synapses.forEachPiece(2, 5, 5, (delay, position, count) -> pieces.add("none"));
        assertEquals(List.of("4 " + (2 * TARGETS + 5) + " 4"), pieces);
        assertThrows(UnsupportedOperationException.class, () -> synapses.deliverAhead(0, 1, new double[1], 0, 9));
    }

    /** Weights that are shared, floats and doubles; negative ones too, whose sum has its sign bit set. */
    @ParameterizedTest
    @CsvSource({"1, 1", "-1, -1", "0.25, -0.5", "0.1, -0.2"})
    void listsATargetOnceHoweverManyPiecesReachIt(double first, double second) {
        SparseSynapses synapses = SparseSynapses.builder(1, 3)
                .add(0, 0, first, 1)
                .add(0, 2, second, 1)
                .build();
        double[] input = new double[3];
        int[] listed = new int[6];

        assertEquals(2, synapses.deliverListing(0, 2, input, 0, 0, listed, 0));
        assertEquals(2, synapses.deliverListing(0, 2, input, 0, 0, listed, 2));

        assertArrayEquals(new double[] {2 * first, 0, 2 * second}, input);
        assertEquals(0, listed[0]);
        assertEquals(2, listed[1]);
    }
}
