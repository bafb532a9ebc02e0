package ganglion.kernel.connectivity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.SlicedNetworks;
import ganglion.kernel.connectivity.ConvolutionRule.Axis;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.DividedSynapses;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.network.SynapseParameter;
import ganglion.kernel.network.SynapseSummary;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.network.TargetSlice;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.random.CounterRandom;
import ganglion.kernel.random.Distribution.Normal;
import ganglion.kernel.random.Distribution.Uniform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The synapses that end on slices of the targets are together those of the whole, each as it is there. */
class SlicedConnectionTest {

    private static final CounterRandom RANDOM = new CounterRandom(5);
    private static final SynapseParameter ONE_WEIGHT = SynapseParameter.constant(0.1);
    private static final SynapseParameter ONE_DELAY = SynapseParameter.constant(3);
    private static final SynapseParameter WEIGHTS = SynapseParameter.drawn(new Normal(0, 1), RANDOM.branch(1));
    private static final SynapseParameter DELAYS = SynapseParameter.drawn(new Uniform(1, 9), RANDOM.branch(2));
    private static final SynapseParameter LONG_DELAYS =
            (source, target, twin) -> 1 + 1e7 * (source + target) + 1e5 * twin;

    private record Rule(Connector connector, Ends ends) {}

    /** Every connector, with and without autapses and twins. */
    private static List<Rule> rules() {
        ConvolutionRule convolution =
                new ConvolutionRule(2, 3, 1, Axis.NONE, new Axis(20, 3, 2, 1, 1, 0), new double[18]);
        GridDistance distance = new GridDistance(new Grid(8, 5, 1, 1), new Grid(5, 4, 1, 1), true);
        return List.of(
                new Rule(new AllToAll(true), Ends.recurrent(30)),
                new Rule(new AllToAll(false), Ends.recurrent(30)),
                new Rule(new AllToAll(true), Ends.of(7, 30)),
                new Rule(new OneToOne(), Ends.of(30, 30)),
                new Rule(new PairwiseBernoulli(0.3, false, RANDOM), Ends.recurrent(40)),
                new Rule(new PairwiseBernoulli(0.05, true, RANDOM), Ends.of(50, 20)),
                new Rule(new FixedInDegree(9, new Sampling(true, false, RANDOM)), Ends.of(20, 30)),
                new Rule(new FixedInDegree(40, new Sampling(false, true, RANDOM)), Ends.recurrent(15)),
                new Rule(new FixedOutDegree(9, new Sampling(false, false, RANDOM)), Ends.recurrent(30)),
                new Rule(new FixedOutDegree(40, new Sampling(true, true, RANDOM)), Ends.of(20, 15)),
                new Rule(
                        new DistanceDependent(distance, new DistanceProfile.Gaussian(0.8, 0.3), true, RANDOM),
                        Ends.of(40, 20)),
                new Rule(convolution, Ends.of((int) convolution.sourceSize(), (int) convolution.targetSize())));
    }

    private static Stream<Connection> connections(Connector rule) {
        return Stream.of(
                new Connection(rule, ONE_WEIGHT, ONE_DELAY),
                new Connection(rule, WEIGHTS, ONE_DELAY),
                new Connection(rule, ONE_WEIGHT, DELAYS),
                new Connection(rule, WEIGHTS, DELAYS),
                new Connection(rule, WEIGHTS, LONG_DELAYS));
    }

    private record One(int source, int delayTicks, int target, double weight) {}

    private static void add(Synapses synapses, List<One> all) {
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                all.add(new One(
                        source,
                        synapses.delayTicks(source, i),
                        synapses.target(source, i),
                        synapses.weight(source, i)));
            }
        }
    }

    private static List<One> list(Synapses... parts) {
        List<One> all = new ArrayList<>();
        for (Synapses part : parts) {
            add(part, all);
        }
        // Stable: twins, which are all in one part, keep their order.
        all.sort(Comparator.comparingInt(One::source)
                .thenComparingInt(One::delayTicks)
                .thenComparingInt(One::target));
        return all;
    }

    private static List<One> rows(Synapses synapses) {
        List<One> all = new ArrayList<>();
        add(synapses, all);
        return all;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void slicesMakeUpTheWhole(Rule rule) {
        Random random = new Random(1);
        connections(rule.connector()).forEach(connection -> {
            Synapses whole = connection.connect(rule.ends(), TaskRunner.SEQUENTIAL);
            for (int places = 1; places <= 4; places++) {
                TaskRunner runner = places % 2 == 0 ? Joined.SEVEN_TASKS : TaskRunner.SEQUENTIAL;
                Synapses[] parts = SlicedNetworks.cuts(rule.ends().targetSize(), places, random).stream()
                        .map(slice -> connection.connect(rule.ends(), slice, runner))
                        .toArray(Synapses[]::new);

                assertEquals(rows(whole), list(parts));
                assertEquals(
                        SynapseSummary.of(whole),
                        Stream.of(parts)
                                .map(SynapseSummary::of)
                                .reduce(SynapseSummary::merge)
                                .orElseThrow());
                Stream.of(parts).forEach(part -> assertEquals(rows(part), list(part), "a part is not in order"));
            }
        });
    }

    @Test
    void listedSynapsesOfOtherPlacesAreCheckedToo() {
        SparseSynapses.Builder builder = SparseSynapses.builder(2, 3, new TargetSlice(1, 2));

        ConnectorTest.assertRefused("no target neuron 3", () -> builder.add(0, 3, 1, 1));
        ConnectorTest.assertRefused("the weight NaN", () -> builder.add(0, 2, Double.NaN, 1));
        ConnectorTest.assertRefused("a delay of 0", () -> builder.add(0, 2, 1, 0));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void asksARuleOnlyWhatItNeeds(Rule rule) {
        AtomicInteger asked = new AtomicInteger();
        TargetSlice slice = new TargetSlice(3, 8);
        Connector counting = new Connector() {
            @Override
            public Lists lists() {
                return rule.connector().lists();
            }

            @Override
            public void list(Ends ends, int neuron, Partners partners) {
                asked.incrementAndGet();
                assertTrue(lists() == Lists.TARGETS || slice.holds(neuron), "asked for neuron " + neuron);
                rule.connector().list(ends, neuron, partners);
            }
        };
        Connection connection = new Connection(counting, WEIGHTS, DELAYS);

        Synapses none = connection.connect(rule.ends(), TargetSlice.NONE, Joined.SEVEN_TASKS);

        assertEquals(0, asked.get());
        assertEquals(0, none.count());
        assertEquals(rule.ends().sourceSize(), none.sourceSize());
        assertEquals(rule.ends().targetSize(), none.targetSize());
        for (List<TargetSlice> shares : List.of(List.of(slice), slice.shares(3))) {
            asked.set(0);
            connection.connect(rule.ends(), shares, Joined.SEVEN_TASKS);
            int asks = counting.lists() == Connector.Lists.SOURCES
                    ? slice.size()
                    : rule.ends().sourceSize();
            assertEquals(2 * asks, asked.get(), "once to count and once to fill, whatever the number of shares");
        }
    }

    @Test
    void onlyTheWholeOfAMatrixIsAMatrix() {
        Connection connection = new Connection(new AllToAll(true), WEIGHTS, ONE_DELAY);
        Ends ends = Ends.of(4, 5);

        Synapses part = connection.connect(ends, new TargetSlice(0, 4), TaskRunner.SEQUENTIAL);

        assertInstanceOf(SparseSynapses.class, part);
        assertTrue(part.isOfMatrix());
        assertEquals(new TargetSlice(0, 4), part.slice());
        assertInstanceOf(DenseSynapses.class, connection.connect(ends, new TargetSlice(0, 5), TaskRunner.SEQUENTIAL));
    }

    @Test
    void refusesSlicesThatAPopulationHasNot() {
        Connection connection = new Connection(new AllToAll(true), WEIGHTS, ONE_DELAY);

        ConnectorTest.assertRefused(
                "neurons 2 to 6 (exclusive) are no slice of a population of 5 neurons",
                () -> connection.connect(Ends.of(4, 5), new TargetSlice(2, 6), TaskRunner.SEQUENTIAL));
        ConnectorTest.assertRefused("neurons 3 to 2 (exclusive)", () -> new TargetSlice(3, 2));
        ConnectorTest.assertRefused("neurons -1 to 2 (exclusive)", () -> new TargetSlice(-1, 2));
    }

    @Test
    void sharesAreTogetherTheWhole() {
        int divisions = 0;
        for (Rule rule : rules()) {
            for (Connection connection : connections(rule.connector()).toList()) {
                for (TaskRunner runner : List.of(TaskRunner.SEQUENTIAL, Joined.SEVEN_TASKS)) {
                    Synapses shared = connection.connect(
                            rule.ends(),
                            TargetSlice.whole(rule.ends().targetSize()).shares(3),
                            runner);

                    Synapses whole = connection.connect(rule.ends(), TaskRunner.SEQUENTIAL);
                    assertEquals(SynapseSummary.of(whole), SynapseSummary.of(shared));
                    assertEquals(list(whole), list(shared));
                    assertEquals(whole.hasManyDelays(), shared instanceof DividedSynapses);
                    divisions += shared instanceof DividedSynapses ? 1 : 0;
                }
            }
        }
        assertTrue(divisions > 0);
    }
}
