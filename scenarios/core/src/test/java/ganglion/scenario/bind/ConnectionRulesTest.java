package ganglion.scenario.bind;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.documents.InputException;
import ganglion.documents.Problem;
import ganglion.kernel.connectivity.Connection;
import ganglion.kernel.connectivity.Ends;
import ganglion.kernel.connectivity.FixedInDegree;
import ganglion.kernel.connectivity.Sampling;
import ganglion.kernel.network.SynapseParameter;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.kernel.random.CounterRandom;
import ganglion.kernel.random.Distribution;
import ganglion.scenario.format.ScenarioFiles;
import ganglion.scenario.model.ScenarioOverrides;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From a projection's rule in a scenario to its synapses. */
class ConnectionRulesTest {

    @TempDir
    private Path folder;

    /** A population "in" of 40 and one "out" of 20 neurons. */
    private Synapses synapses(String projection, long seed) throws IOException, InputException {
        Path file = Files.writeString(folder.resolve("s.yaml"), """
            scenario: rules
            clock: {tick: 0.1 ms, duration: 10 ms}
            network:
              populations:
                - {name: in, size: 40, model: lif, parameters: {beta: 0.5}}
                - {name: out, size: 20, model: lif, parameters: {beta: 0.5}}
              projections:
                - %s
            """.formatted(projection));
        ScenarioOverrides overrides = new ScenarioOverrides(Map.of(), OptionalLong.of(seed), List.of(), false);
        return NetworkBinder.bind(
                        ScenarioFiles.read(file, overrides), Stimulus.NONE, TaskRunner.SEQUENTIAL, fraction -> {})
                .projection(0)
                .synapses();
    }

    private Synapses synapses(String projection) throws IOException, InputException {
        return synapses(projection, 7);
    }

    private static List<String> listed(Synapses synapses) {
        List<String> all = new ArrayList<>();
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                all.add(source + ">" + synapses.target(source, i) + " " + synapses.weight(source, i) + " @"
                        + synapses.delayTicks(source, i));
            }
        }
        return all;
    }

    private static int[] inDegrees(Synapses synapses) {
        int[] degrees = new int[synapses.targetSize()];
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                degrees[synapses.target(source, i)]++;
            }
        }
        return degrees;
    }

    @Test
    void givesEveryTargetItsNumberOfSources() throws Exception {
        Synapses synapses =
                synapses("{from: in, to: out, connectivity: {rule: fixed-in-degree, degree: 7}, weights: 0.5}");

        assertEquals(7 * 20, synapses.count());
        for (int degree : inDegrees(synapses)) {
            assertEquals(7, degree);
        }
    }

    @Test
    void makesANumberOfSynapsesInAll() throws Exception {
        Synapses synapses =
                synapses("{from: in, to: out, connectivity: {rule: fixed-total, total: 333}, weights: 0.5}");

        assertEquals(333, synapses.count());
    }

    /** The streams are a promise: whoever knows the seed can draw the same network elsewhere. */
    @Test
    void drawsFromTheDocumentedStreams() throws Exception {
        Synapses found = synapses(
                "{from: in, to: out, connectivity: {rule: fixed-in-degree, degree: 7, multapses: false},"
                        + " weights: {distribution: normal, mean: 1, deviation: 0.2},"
                        + " delay: {distribution: uniform, low: 1 ms, high: 2 ms}}",
                7);

        CounterRandom projection = new CounterRandom(7).branch(1).branch(0);
        Connection expected = new Connection(
                new FixedInDegree(7, new Sampling(true, false, projection.branch(0))),
                SynapseParameter.drawn(new Distribution.Normal(1, 0.2), projection.branch(1)),
                SynapseParameter.drawn(new Distribution.Uniform(10, 20), projection.branch(2)));
        assertEquals(listed(expected.connect(Ends.of(40, 20), TaskRunner.SEQUENTIAL)), listed(found));
    }

    @Test
    void theSeedDecidesAndNothingElse() throws Exception {
        String projection = "{from: in, to: out, connectivity: {rule: bernoulli, probability: 0.2}, weights: 0.5}";

        assertEquals(listed(synapses(projection, 1)), listed(synapses(projection, 1)));
        assertNotEquals(listed(synapses(projection, 1)), listed(synapses(projection, 2)));
    }

    @Test
    void leavesOutAutapsesWhereAsked() throws Exception {
        Synapses all = synapses("{from: out, to: out, connectivity: {rule: all-to-all}, weights: 0.5}");
        Synapses others =
                synapses("{from: out, to: out, connectivity: {rule: all-to-all, autapses: false}, weights: 0.5}");

        assertEquals(400, all.count());
        assertEquals(380, others.count());
        assertEquals(0, self(others));
        assertEquals(20, self(all));
    }

    private static int self(Synapses synapses) {
        int count = 0;
        for (int source = 0; source < synapses.sourceSize(); source++) {
            for (int i = 0; i < synapses.outDegree(source); i++) {
                count += synapses.target(source, i) == source ? 1 : 0;
            }
        }
        return count;
    }

    /** Sources every 1/40 and targets every 1/20 of a ring; within 0.1 of each other. */
    @Test
    void joinsByDistanceWithDelaysThatGrow() throws Exception {
        Synapses synapses = synapses("{from: in, to: out, connectivity: {rule: distance, profile: step, probability: 1,"
                + " range: 0.1, periodic: true}, weights: 1, delay: {at-zero: 1 ms, per-length: 10 ms}}");

        List<String> expected = new ArrayList<>();
        for (int source = 0; source < 40; source++) {
            for (int target = 0; target < 20; target++) {
                double direct = Math.abs((source + 0.5) / 40 - (target + 0.5) / 20);
                double distance = Math.min(direct, 1 - direct);
                if (distance <= 0.1) {
                    expected.add(source + ">" + target + " 1.0 @" + (int) Math.rint(10 + 100 * distance));
                }
            }
        }
        assertEquals(
                expected.stream().sorted().toList(),
                listed(synapses).stream().sorted().toList());
    }

    /** Two channels of 20 inputs, kernel 3, stride 2, padding 1: 10 outputs in each of two channels. */
    @Test
    void convolvesWithTheWeightsOfTheKernel() throws Exception {
        Files.writeString(folder.resolve("kernel.csv"), "1,2,3,10,20,30\n-1,-2,-3,-10,-20,-30\n");

        Synapses synapses = synapses("{from: in, to: out, weights: kernel.csv, connectivity: {rule: convolution,"
                + " input: [2, 20], channels: 2, kernel: [3], stride: 2, padding: 1}}");

        double[][] kernel = {{1, 2, 3, 10, 20, 30}, {-1, -2, -3, -10, -20, -30}};
        List<String> expected = new ArrayList<>();
        for (int source = 0; source < 40; source++) {
            for (int target = 0; target < 20; target++) {
                int element = source % 20 + 1 - target % 10 * 2;
                if (element >= 0 && element < 3) {
                    double weight = kernel[target / 10][source / 20 * 3 + element];
                    expected.add(source + ">" + target + " " + weight + " @1");
                }
            }
        }
        assertEquals(expected, listed(synapses));
    }

    @Test
    void keepsDrawnWeightsWithinBounds() throws Exception {
        Synapses clipped = synapses(
                "{from: in, to: out, weights: {distribution: normal, mean: 0, deviation: 1," + " clip: [-0.5, 0.5]}}");
        Synapses truncated = synapses("{from: in, to: out, weights: {distribution: lognormal, median: 1, sigma: 1,"
                + " truncate: [0.5, 2]}}");

        double[] onBounds = weights(clipped).filter(w -> Math.abs(w) == 0.5).toArray();
        assertTrue(weights(clipped).allMatch(w -> Math.abs(w) <= 0.5));
        // 62 % of a normal distribution lie beyond half a standard deviation; 800 draws scatter by 1.7 %.
        assertEquals(0.617, onBounds.length / 800.0, 0.07);
        assertTrue(weights(truncated).allMatch(w -> w > 0.5 && w < 2));
    }

    private static DoubleStream weights(Synapses synapses) {
        return IntStream.range(0, synapses.sourceSize())
                .boxed()
                .flatMapToDouble(source -> IntStream.range(0, synapses.outDegree(source))
                        .mapToDouble(index -> synapses.weight(source, index)));
    }

    @Test
    void movesDelaysBelowATickToOne() throws Exception {
        Synapses synapses = synapses(
                "{from: in, to: out, weights: 1, delay: {distribution: normal, mean: 0.1 ms," + " deviation: 1 ms}}");

        assertEquals(1, synapses.smallestDelayTicks());
        assertEquals(800, synapses.count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        {rule: bernoulli}                         | found no "probability", which rule bernoulli requires
        {rule: bernoulli, probability: 2}         | found 2, expected at most 1
        {rule: bernoullli, probability: 0.1}      | did you mean "bernoulli"?
        {rule: bernoulli, probability: 1, degree: 3} | found a key that does not go with rule bernoulli
        {rule: fixed-in-degree, degree: 41, multapses: false} | only 40 neurons to draw from once each
        {rule: fixed-in-degree, degree: 2000000000} | found rules for 40000000000 synapses up to here
        {rule: one-to-one}                        | one-to-one needs populations of one size
        {rule: distance, profile: step, probability: 1, range: 1, source-grid: [3, 3]} | the source grid has 3 x 3 neurons
        {rule: convolution, input: [2, 20], channels: 2, kernel: [3, 3]} | found a kernel of 2 and an input of 2 numbers
        {rule: convolution, input: [2, 20], channels: 2, kernel: [3]} | the convolution joins 40 to 36 neurons
        {rule: convolution, input: [2, 20], channels: 2} | found no "kernel", which rule convolution requires
        {degree: 3}                               | found no "rule", which is required
        """)
    void saysWhatIsWrongWithARule(String rule, String message) {
        InputException refused = assertThrows(
                InputException.class, () -> synapses("{from: in, to: out, weights: 0.5, connectivity: " + rule + "}"));

        assertEquals(1, refused.problems().size(), refused::toString);
        Problem problem = refused.problems().get(0);
        assertAll(
                () -> assertTrue(problem.message().contains(message), problem::oneLine),
                () -> assertTrue(problem.pointer().startsWith("/network/projections/0"), problem::oneLine),
                () -> assertEquals(8, problem.line()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        weights: 1.0e+308                                                | /weights | found the weight 1.0E308, expected a finite number, at most 1e100 either way
        weights: -2e100                                                  | /weights | found the weight -2.0E100, expected a finite
        weights: {distribution: uniform, low: -1.0e+308, high: 1.0e+308} | /weights | found -1.0E308 and 1.0E308, expected two bounds in order
        weights: {distribution: normal, mean: 0, deviation: 1.0e+308}    | /weights | expected a finite number, at most 1e100 either way
        weights: {distribution: lognormal, median: 1, sigma: 10000}      | /weights | expected a finite number, at most 1e100 either way
        weights: 1, delay: {distribution: normal, mean: 1 ms, deviation: 1e12 s} | /delay/deviation | found "1e12 s", expected at most 1e15 ticks
        """)
    void numbersThatWouldOverflowAreRefusedAtTheirPlace(String keys, String key, String message) {
        InputException refused =
                assertThrows(InputException.class, () -> synapses("{from: in, to: out, " + keys + "}"));

        assertEquals(1, refused.problems().size(), refused::toString);
        assertEquals("/network/projections/0" + key, refused.problems().get(0).pointer(), refused::toString);
        assertTrue(refused.problems().get(0).message().contains(message), refused::toString);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        weights: {distribution: uniform, low: 1}      | found no "high", which distribution uniform requires
        weights: {distribution: uniform, low: 2, high: 1} | found 2.0 and 1.0, expected two bounds in order with a finite distance
        weights: {distribution: normal, mean: 1, deviation: -1} | the standard deviation is -1.0
        weights: {distribution: lognormal, median: 0, sigma: 1} | the median is 0.0, expected more than 0
        weights: {distribution: normal, mean: 1, deviation: 1, sigma: 2} | does not go with distribution normal
        weights: {distribution: gauss}                | found "gauss", expected one of uniform, normal, lognormal
        weights: 1, delay: {distribution: uniform, low: 1, high: 2 ms} | found 1, expected a time such as 2 ms
        weights: 1, delay: {at-zero: 1 ms, per-length: 1 ms} | needs connectivity by the rule distance
        weights: 1, delay: {at-zero: 1 ms}            | found none of distribution, per-length
        weights: 1, delay: 3                          | expected a time such as 1 tick, or a distribution
        weights: [[1, 2]], connectivity: {rule: bernoulli, probability: 0.1} | beside a rule that draws which are joined
        """)
    void saysWhatIsWrongWithADistribution(String keys, String message) {
        InputException refused =
                assertThrows(InputException.class, () -> synapses("{from: in, to: out, " + keys + "}"));

        assertTrue(refused.problems().get(0).message().contains(message), refused::toString);
    }
}
