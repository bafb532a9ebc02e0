package ganglion.api;

import static ganglion.api.Units.hertz;
import static ganglion.api.Units.kilohertz;
import static ganglion.api.Units.millis;
import static ganglion.api.Units.seconds;
import static ganglion.api.Units.ticks;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Networks built in code: every method gives a key that scenario files know, and what is wrong is told. */
final class NetworkBuilderTest {

    private static NetworkBuilder net() {
        return GanglionApi.network("net").tick(millis(1)).duration(millis(100));
    }

    private static NeuronType lif() {
        return NeuronType.lif().timeConstant(millis(20));
    }

    @Test
    void everyMethodOfTheBuildersIsAKeyOfScenarioFiles() {
        NetworkBuilder net = net().description("All that there is.").seed(5);
        net.poisson("poisson", 4, hertz(10));
        net.poisson("rates", hertz(10), hertz(20));
        net.poisson("profile", 3, new TimeSpan[] {millis(0), millis(50)}, hertz(10), hertz(20));
        net.regular("beat", 1, millis(50));
        net.regular("regular", 2, millis(10), millis(3));
        net.spikes("ticks", 3, new long[] {5, 1}, new int[] {2, 0});
        net.spikes("times", 3, new double[] {0.0052, 0.001}, new int[] {2, 0});
        net.population(
                        "lif",
                        3,
                        lif().threshold(1)
                                .rest(0)
                                .bias(0.01)
                                .refractory(millis(2))
                                .resetBySubtraction())
                .labels("a", "b", "c")
                .start(ticks(2))
                .current(0.1)
                .current(millis(50), 0)
                .noise(0, 0.1)
                .poissonInput(kilohertz(0.1), 0.05);
        net.population(
                "drawn",
                3,
                NeuronType.lif()
                        .timeConstant(RandomValue.uniform(millis(10), millis(20)))
                        .threshold(RandomValue.normal(1, 0.1).truncate(0.5, 1.5))
                        .initialPotential(RandomValue.uniform(-0.5, 0.5)));
        net.population(
                "each",
                3,
                NeuronType.lif()
                        .beta(0.9)
                        .set("bias", new double[] {0.1, 0.2, 0.3})
                        .resetTo(-1));
        net.population(
                "synaptic",
                3,
                NeuronType.synapticLif()
                        .timeConstant(millis(20))
                        .synapticCurrents(millis(2), millis(5))
                        .capacitance(250)
                        .initialPotential(0.1));
        net.population(
                "alpha",
                3,
                NeuronType.alphaLif().timeConstant(millis(20)).capacitance(250).synapticCurrents(millis(2)));
        net.population("adaptive", 3, NeuronType.adaptiveLif().beta(0.9).adaptation(millis(200), 0.1));
        net.population(
                "se",
                3,
                NeuronType.seAdLif()
                        .timeConstant(millis(15))
                        .set("adaptation", Map.of("time-constant", millis(120), "a", 0.5, "b", 1))
                        .resetTo(-0.5));
        net.population("integrator", 3, NeuronType.leakyIntegrator().beta(0.5));
        net.population(
                "resonator",
                3,
                NeuronType.resonateAndFire()
                        .timeConstant(millis(50))
                        .set("frequency", hertz(40))
                        .resetTo(0));
        net.population(
                "balanced",
                3,
                NeuronType.balancedResonateAndFire().set("frequency", hertz(5)).set("damping", 0.02));
        net.population("izhikevich", 3, NeuronType.izhikevich().set("a", 0.1));
        net.connect("poisson", "lif").allToAll().weight(0.1);
        net.connect("ticks", "lif")
                .oneToOne()
                .weight(RandomValue.lognormal(0.1, 0.5).clip(0, 1));
        net.connect("lif", "lif").probability(0.5).autapses(false).weight(0.1).delay(millis(2));
        net.connect("lif", "drawn")
                .inDegree(2)
                .multapses(false)
                .weight(0.1)
                .delay(RandomValue.normal(millis(3), millis(1)).clip(millis(1), millis(5)));
        net.connect("drawn", "each")
                .outDegree(2)
                .weight(0.1)
                .delay(RandomValue.lognormal(millis(3), 0.5).truncate(millis(1), millis(9)));
        net.connect("each", "synaptic").total(5).weight(0.1);
        net.connect("each", "alpha")
                .rule("distance", Map.of("probability", 1, "profile", "step", "range", 0.5))
                .weight(0.1);
        net.connect("lif", "adaptive").weights(new double[][] {{1, 2, 3}, {4, 5, 6}, {7, 8, 9}});
        net.connect("lif", "se")
                .weight(0.5)
                .stdp(StdpRule.upTo(1)
                        .learningRate(0.02)
                        .depression(1.1)
                        .additive()
                        .timeConstants(millis(17), millis(34)));
        net.connect("times", "lif")
                .synapses(new int[] {0, 1}, new int[] {1, 2}, new double[] {0.5, 0.25}, new int[] {1, 3});
        net.connect("regular", "lif")
                .synapses(new int[] {0, 1}, new int[] {1, 2}, new float[] {0.5f, 0.1f})
                .delay(millis(4));
        net.connect("rates", "izhikevich").weight(10).set("delay", "2 ms");
        net.recordSpikes("lif", "ticks")
                .recordPotentials("lif", millis(10), 0, 2)
                .recordCurrents("synaptic", millis(10))
                .recordWeights(millis(50))
                .recordActivity(millis(20))
                .decideBy("lif")
                .devices("loihi");
        net.set("/seeds/noise", 9).set("/record/npz", true);

        RunOutcome run = net.run();

        assertEquals(4, run.probes().size());
        assertEquals(7 + 11, run.populations().size());
        assertArrayEquals(new long[] {1, 5}, run.spikes("ticks").ticks());
        assertArrayEquals(new int[] {0, 2}, run.spikes("times").neurons());
        SynapseData listed = run.synapses("regular", "lif");
        assertArrayEquals(new double[] {0.5, 0.1f}, listed.weights());
        assertArrayEquals(new int[] {4, 4}, listed.delayTicks());
        assertArrayEquals(new int[] {1, 3}, run.synapses("times", "lif").delayTicks());
        assertEquals(9, run.synapses("lif", "adaptive").weights()[8]);
    }

    @Test
    void whatDoesNotFitIsToldWithPointerFoundAndExpected() {
        NetworkBuilder net = net();
        net.population("out", 2, lif().set("treshold", 1));
        net.connect("nobody", "out").weight(0.1).delay(millis(0.5));

        InvalidInputException refusal = assertThrows(InvalidInputException.class, net::build);

        GanglionException.Fault unknown = refusal.faults().get(0);
        assertEquals("network net", unknown.file());
        assertEquals(0, unknown.line());
        assertEquals("/network/populations/0/parameters/treshold", unknown.pointer());
        assertTrue(unknown.message().contains("threshold"), unknown::message);
        assertTrue(refusal.getMessage().startsWith("network net: /network/populations/0"), refusal::getMessage);
    }

    @Test
    void timesThatAreNoWholeTicksAndNamesThatAreUnknownAreTold() {
        NetworkBuilder net = net();
        net.population("out", 2, lif());
        net.connect("nobody", "out").weight(0.1).delay(millis(0.5));

        List<GanglionException.Fault> faults =
                assertThrows(InvalidInputException.class, net::build).faults();

        assertEquals(
                List.of("/network/projections/0/from", "/network/projections/0/delay"),
                faults.stream().map(GanglionException.Fault::pointer).toList());
    }

    @Test
    void badArgumentsAreToldAtOnce() {
        NetworkBuilder net = net();
        PopulationBuilder population = net.population("out", 2, lif());
        ProjectionBuilder projection = net.connect("out", "out");
        List<Executable> bad = List.of(
                () -> projection.weight(Double.NaN),
                () -> projection.probability(Double.NaN),
                () -> projection.autapses(false),
                () -> projection.synapses(new int[1], new int[2], new double[1]),
                () -> projection.synapses(new int[1], new int[1], new double[] {Double.NaN}),
                () -> projection.weights(new double[][] {{1, 2}, {3}}),
                () -> projection.weights(new double[][] {{}}),
                () -> projection.set("weights", new Object()),
                () -> population.noise(0, Double.NaN),
                () -> population.current(Double.NEGATIVE_INFINITY),
                () -> projection.synapses(new int[] {-1}, new int[1], new double[1]),
                () -> projection.synapses(new int[1], new int[1], new double[1], new int[1]),
                () -> projection.inDegree(-1),
                () -> projection.total(-1),
                () -> net.poisson("in", 1, new TimeSpan[1]),
                () -> net.spikes("in", 2, new long[1], new int[2]),
                () -> net.spikes("in", 2, new long[] {-1}, new int[1]),
                () -> net.spikes("in", 2, new long[1], new int[] {2}),
                () -> net.spikes("in", 2, new double[] {-0.1}, new int[1]),
                () -> net.spikes("in", 2, new double[] {Double.NaN}, new int[1]));
        bad.forEach(each -> assertThrows(InvalidInputException.class, each));
    }

    @Test
    void whatIsNullIsToldAtOnce() {
        NetworkBuilder net = net();
        PopulationBuilder population = net.population("out", 2, lif());
        ProjectionBuilder projection = net.connect("out", "out");
        List<Executable> bad = List.of(
                () -> net.tick(null),
                () -> net.population(null, 1, lif()),
                () -> net.population("in", 1, null),
                () -> net.connect(null, "out"),
                () -> net.connect("out", null),
                () -> net.set(null, 1),
                () -> population.start(null),
                () -> projection.delay((TimeSpan) null),
                () -> projection.delay((RandomValue) null),
                () -> projection.weight(null),
                () -> projection.stdp(null),
                () -> lif().timeConstant((TimeSpan) null),
                () -> GanglionApi.network(null),
                () -> GanglionApi.scenario(null),
                () -> GanglionApi.experiment(null),
                () -> GanglionApi.model(null));

        bad.forEach(each -> assertThrows(NullPointerException.class, each));
    }

    @Test
    void listsBeyondTheNetworkAreToldWhenItIsRun() {
        NetworkBuilder net = net();
        net.population("out", 2, lif());
        net.connect("out", "out").synapses(new int[] {0}, new int[] {2}, new double[] {1});
        RunnableScenario built = net.build();

        InvalidInputException refusal = assertThrows(InvalidInputException.class, built::run);

        assertEquals(
                "/network/projections/0/connectivity", refusal.faults().get(0).pointer());
        assertEquals(
                "out-to-out-1.npy: synapse 0: found the target 2.0, expected a whole number from 0 to 1",
                refusal.faults().get(0).message());
    }

    @Test
    void aNetworkInCodeCanBeASweep() {
        NetworkBuilder net = net();
        net.spikes("in", 1, new long[] {3}, new int[] {0});
        net.population("out", 1, lif());
        net.connect("in", "out").weight(1);
        net.set("/sweep", Map.of("/network/projections/0/weights", new double[] {0.5, 1.5}));

        List<Integer> spikes = net.build().points().stream()
                .map(point -> point.run().spikes("out").count())
                .toList();

        assertEquals(List.of(0, 1), spikes);
    }

    @Test
    void aBuilderCanGoOnAfterANetworkWasBuilt() {
        NetworkBuilder net = net();
        net.spikes("in", 1, new long[] {3}, new int[] {0});
        net.population("a", 1, lif());
        net.connect("in", "a").synapses(new int[] {0}, new int[] {0}, new double[] {2});
        RunnableScenario first = net.build();
        net.population("b", 1, lif());
        net.connect("a", "b").weight(2);

        assertEquals(List.of("in", "a"), first.populations());
        assertArrayEquals(new long[] {4}, first.run().spikes("a").ticks());
        assertArrayEquals(new long[] {5}, net.run().spikes("b").ticks());
    }

    @Test
    void longArraysDoNotGoIntoTheDocument() {
        NetworkBuilder net = net().duration(seconds(0.01));
        double[] biases =
                IntStream.range(0, 5000).mapToDouble(i -> i == 4321 ? 2 : 0).toArray();
        net.population("many", 5000, lif().set("bias", biases));
        net.population("out", 2, lif());
        double[][] matrix = new double[5000][2];
        matrix[4321][1] = 2;
        net.connect("many", "out").weights(matrix);

        RunOutcome run = net.run();

        assertEquals(10, run.spikes("many").counts()[4321]);
        assertArrayEquals(new int[] {0, 9}, run.spikes("out").counts());
    }
}
