package ganglion.equations;

import static ganglion.equations.SynapseRuns.TICK;
import static ganglion.equations.SynapseRuns.assertSame;
import static ganglion.equations.SynapseRuns.pair;
import static ganglion.equations.SynapseRuns.poisson;
import static ganglion.equations.SynapseRuns.run;
import static ganglion.equations.SynapseRuns.runEveryWay;
import static ganglion.equations.SynapseRuns.synapses;
import static ganglion.equations.SynapseRuns.times;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.plasticity.PairStdp;
import ganglion.kernel.plasticity.SynapseRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What texts of synapses mean, beside Brian2 2.8.0.4 and the rule that is written by hand, and which are refused. */
class SynapseEquationsTest {

    private static SynapseEquations equations(
            String equations, Map<String, String> parameters, String onPre, String onPost) {
        return SynapseEquations.of(
                new ModelText("own", equations, parameters, Map.of(), new ModelText.Events("", "1", "", "", ""), ""),
                onPre,
                onPost,
                "");
    }

    private static SynapseRule rule(String equations, Map<String, String> parameters, String onPre, String onPost) {
        return new EquationSynapses(equations(equations, parameters, onPre, onPost), Map.of(), TICK);
    }

    private static final String TSODYKS_MARKRAM = """
        du/dt = -u/tauf : 1
        dx/dt = (1 - x)/taud : 1
        """;
    private static final String RELEASE = "u = u + U*(1 - u); effect = w*u*x; x = x - u*x";

    private static final String TRIPLET = """
        dr1/dt = -r1/tp : 1
        do1/dt = -o1/tm : 1
        do2/dt = -o2/ty : 1
        """;

    private static SynapseRule inhibitory(Map<String, String> parameters) {
        return rule(
                """
                dap/dt = -ap/tau : 1
                dao/dt = -ao/tau : 1
                """,
                parameters,
                "ap = ap + 1; w = min(max(w + (ao - alpha)*eta, 0), 10)",
                "ao = ao + 1; w = min(max(w + ap*eta, 0), 10)");
    }

    @Test
    @DisplayName("A synapse of Tsodyks and Markram releases what Brian2's does")
    void shortTermDepression() {
        JsonNode expected = BrianParityTest.read("tsodyks-markram");
        SynapseRule rule = rule(TSODYKS_MARKRAM, Map.of("U", "0.5", "tauf", "20 ms", "taud", "800 ms"), RELEASE, "");
        double[] spikes = times(expected.get("inputSpikes_ms"));

        double[] potentials =
                pair(rule, 1, spikes, new double[0]).membranes().get(0).potentials();

        for (int i = 0; i < spikes.length; i++) {
            double released = potentials[(int) Math.round(spikes[i] / TICK) + 1];
            assertEquals(expected.get("released").get(i).asDouble(), released, 1e-11, "spike " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"20Hz-+10ms", "20Hz--10ms", "50Hz-+10ms", "50Hz--10ms"})
    @DisplayName("The triplet rule ends with Brian2's weight")
    void triplets(String protocol) {
        JsonNode expected = BrianParityTest.read("triplet-" + protocol);
        JsonNode given = expected.get("parameters");
        SynapseRule rule = rule(
                TRIPLET,
                Map.of(
                        "tp",
                        given.get("tp") + " ms",
                        "tm",
                        given.get("tm") + " ms",
                        "ty",
                        given.get("ty") + " ms",
                        "A2p",
                        given.get("A2p").asText(),
                        "A2m",
                        given.get("A2m").asText(),
                        "A3p",
                        given.get("A3p").asText()),
                "w = w - o1*A2m; r1 = r1 + 1",
                "w = w + r1*(A2p + A3p*o2); o1 = o1 + 1; o2 = o2 + 1");
        assertFinalWeight(expected, rule);
    }

    @Test
    @DisplayName("So does the inhibitory rule of Vogels and others")
    void homeostasis() {
        assertFinalWeight(
                BrianParityTest.read("vogels-inhibitory"),
                inhibitory(Map.of("tau", "20 ms", "alpha", "0.2", "eta", "0.05")));
    }

    private static void assertFinalWeight(JsonNode expected, SynapseRule rule) {
        double[] pre = times(expected.get("preSpikes_ms"));
        double[] post = times(expected.get("postSpikes_ms"));
        double found = pair(rule, expected.get("startWeight").asDouble(), pre, post)
                .weights()
                .get(0)
                .byPosition()[0];
        assertEquals(expected.get("finalWeight").asDouble(), found, 1e-11);
    }

    /** Recurrent neurons and inputs, some with one delay, joined by synapses of rules. */
    private static Network network(int seed, int delays, List<? extends SynapseRule> rules) {
        Random random = new Random(seed);
        return new Network(
                List.of(
                        new Population("input", 20, new SpikeSource(poisson(random, 20, 30, 600))),
                        new Population("out", 15, new Lif(LifParameters.of(0.9, 1)))),
                List.of(
                        new Projection("input", "out", synapses(random, 20, 200, delays), Optional.of(rules.get(0))),
                        new Projection("out", "out", synapses(random, 15, 60, delays), Optional.of(rules.get(1)))));
    }

    @ParameterizedTest
    @CsvSource({
        "0, rate*wmax*r, alpha*rate*wmax*o",
        "1, rate*r*(wmax - w), alpha*rate*o*w",
    })
    @DisplayName("The pair rule as a text gives the bits of the one that is written by hand")
    void pairRule(double exponent, String growth, String fall) {
        PairStdp byHand = new PairStdp(0.03, 1.1, exponent, exponent, 0.5, 20 / TICK, 30 / TICK);
        SynapseRule text = rule(
                """
                dr/dt = -r/taup : 1
                do/dt = -o/taum : 1
                """,
                Map.of(
                        "rate", "0.03",
                        "alpha", "1.1",
                        "wmax", "0.5",
                        "taup", "20 ms",
                        "taum", "30 ms",
                        "least", Double.toString(0.5 * 0x1p-900)),
                "w = max(w - " + fall + " - least, 0); r = r + 1",
                "w = min(w + " + growth + ", wmax); o = o + 1");
        for (int seed = 0; seed < 10; seed++) {
            int delays = seed % 2 == 0 ? 1 : 12;
            SimulationResult expected = run(network(seed, delays, List.of(byHand, byHand)), 15);
            assertTrue(expected.spikes().get(1).size() > 100, "spikes");
            assertSame(expected, run(network(seed, delays, List.of(text, text)), 15));
        }
    }

    @Test
    @DisplayName(
            "Spikes, potentials and weights are the same for every partition, and for a run that is resumed on another")
    void partitions() {
        SynapseRule depressing =
                rule(TSODYKS_MARKRAM, Map.of("U", "0.5", "tauf", "0.2 ms", "taud", "1 ms"), RELEASE, "");
        SynapseRule triplet = rule(
                TRIPLET,
                Map.of("tp", "0.2 ms", "tm", "0.3 ms", "ty", "1 ms"),
                "w = max(w - o1*0.01, 0); r1 = r1 + 1; effect = -w*r1",
                "w = w + r1*0.02*(1 + o2); o1 = o1 + 1; o2 = 1");
        SynapseRule inhibitory = inhibitory(Map.of("tau", "0.2 ms", "alpha", "0.2", "eta", "0.05"));
        List<SynapseRule> rules = List.of(depressing, triplet, inhibitory);
        int fired = 0;
        for (int seed = 0; seed < 18; seed++) {
            Network network =
                    network(seed, seed % 2 == 0 ? 1 : 12, List.of(rules.get(seed % 3), rules.get(seed / 2 % 3)));
            fired += runEveryWay(network, 100 + 40 * seed).spikes().get(1).size();
        }
        assertTrue(fired > 1000, fired + " spikes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        dx/dt = (1 - x)/tau : 1      | x = x + y       |           | on-pre: found the unknown name "y" at column 9
        dx/dt = (1 - x)/tau : 1      | x = x + tau     |           | on-pre: found 1 + ms at column 7, expected the same unit on both sides
        dx/dt = (1 - x)/tau : 1      | u = x           |           | on-pre: found "u = x" at column 1, expected STATE = FORMULA of one of x, w, effect
        dx/dt = (1 - x)/tau : 1      |                 | effect = w | on-post: found "effect = w" at column 1, expected STATE = FORMULA of one of x, w
        dx/dt = (1 - x^2)/tau : 1    |                 |           | equations: found dx/dt at column 18 that is not linear in x with constant factors
        dx/dt = -x*w/tau : 1         |                 |           | equations: found dx/dt at column 13 that is not linear in x with constant factors
        dw/dt = -w/tau : 1           |                 |           | equations: found "w" twice, expected each name once
        dx/dt = -x/tau : 1           |                 | x = effect | on-post: found "effect", expected it in on-pre only
        dx/dt = -x/tau : mV          | x = 1           |           | on-pre: found 1 for x at column 5, expected mV
        """)
    @DisplayName("A mistake is refused with its column")
    void refuses(String equations, String onPre, String onPost, String expected) {
        ModelException e = assertThrows(
                ModelException.class,
                () -> equations(
                        equations, Map.of("tau", "20 ms"), onPre == null ? "" : onPre, onPost == null ? "" : onPost));
        String found = e.part() + ": " + e.getMessage();
        assertTrue(found.startsWith(expected), found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        1 in largest..0 | found "1 in largest..0", expected the lower end first
        1 in 0..biggest | found the unknown name "biggest", expected a number or one of largest
        1 in 0..1 mV    | found "1 mV", expected a quantity in 1
        """)
    @DisplayName("A range of weights whose ends do not fit is refused")
    void ranges(String unit, String expected) {
        ModelText text = new ModelText(
                "m", "", Map.of("largest", "2"), Map.of(), new ModelText.Events("", unit, "", "", ""), "");

        ModelException e = assertThrows(ModelException.class, () -> SynapseEquations.of(text, "", "", ""));

        assertEquals("weight-unit: " + expected, e.part() + ": " + e.getMessage());
    }

    @Test
    @DisplayName("A variable whose drift is a parameter of 0 starts at 0 and stays")
    void noDrift() {
        EquationSynapses synapses = new EquationSynapses(
                equations("dx/dt = a : 1", Map.of("a", "0 Hz"), "x = x + w", "x = x - w"), Map.of(), TICK);
        double[] own = synapses.ownAtRest();
        assertEquals(0, own[0]);
        own[0] = 3;
        assertEquals(3, synapses.own(0, number -> own[number], 1000));
    }

    @Test
    @DisplayName("One class serves all projections with a text")
    void sharesClasses() {
        SynapseRule first = inhibitory(Map.of("tau", "20 ms", "alpha", "0.2", "eta", "0.05"));
        SynapseRule second = inhibitory(Map.of("tau", "20 ms", "alpha", "0.2", "eta", "0.05"));
        SynapseRule other = rule(TSODYKS_MARKRAM, Map.of("U", "1", "tauf", "1 ms", "taud", "1 ms"), RELEASE, "");
        Assertions.assertSame(first.changes().getClass(), second.changes().getClass());
        Assertions.assertNotSame(first.changes().getClass(), other.changes().getClass());
    }

    @Test
    @DisplayName("Formulas whose operations stand deep within each other are refused rather than overflow the stack")
    void refusesDeepFormulas() {
        String chain = IntStream.rangeClosed(1, 250)
                .mapToObj(i -> "y" + (i - 1) + " = -y" + i + " : 1\n")
                .collect(Collectors.joining());
        for (String deep : List.of("y = " + "-".repeat(950) + "1 : 1", chain + "y250 = 1 : 1")) {
            ModelException e = assertThrows(ModelException.class, () -> equations(deep, Map.of(), "", ""));
            assertTrue(
                    e.getMessage().startsWith("found more than 200 operations within each other in "), e.getMessage());
        }
    }

    @Test
    @DisplayName("Variables that grow and effects that are no numbers end with a message")
    void refusesWhatGrows() {
        Map<String, String> parameters = new HashMap<>(Map.of("tau", "-20 ms"));
        IllegalArgumentException growing = assertThrows(
                IllegalArgumentException.class, () -> rule("dx/dt = -x/tau : 1", parameters, "x = x + 1", ""));
        assertTrue(growing.getMessage().startsWith("found dx/dt of own that lets it grow"), growing.getMessage());
        IllegalArgumentException fast = assertThrows(
                IllegalArgumentException.class, () -> rule("dx/dt = -x/tau : 1", Map.of("tau", "0 ms"), "x = 1", ""));
        assertTrue(fast.getMessage().startsWith("found dx/dt of own that takes no time"), fast.getMessage());
        assertEquals(
                0, rule("dx/dt = 0/tau : 1", parameters, "x = x + 1", "x = w").ownAtRest()[0]);
        // An effect, and variables of the synapse, its source and its target that nothing else depends on.
        double[] twice = {1, 3, 5};
        for (SynapseRule endless : List.of(
                rule("", Map.of(), "effect = 1/(w - w)", ""),
                rule("dx/dt = 0/tau : 1", parameters, "x = x + log(w - 2)", ""),
                rule("dx/dt = 0/tau : 1", parameters, "x = log(x - 1)", ""),
                rule("dx/dt = 0/tau : 1", parameters, "", "x = log(x - 1)"))) {
            DivergedException infinite =
                    assertThrows(DivergedException.class, () -> pair(endless, 1, twice, twice), endless::toString);
            assertTrue(
                    infinite.getMessage()
                            .startsWith(
                                    "found no finite number as effect, weight or variable of a synapse of the model own"),
                    infinite.getMessage());
        }
    }
}
