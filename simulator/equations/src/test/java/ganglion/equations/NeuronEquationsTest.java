package ganglion.equations;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.SparseSynapses;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.random.CounterRandom;
import ganglion.kernel.schedule.Partition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What texts of equations mean, and which are refused. */
class NeuronEquationsTest {

    private static final Map<String, String> PARAMETERS =
            Map.of("tau", "20 ms", "EL", "-70 mV", "R", "0.1 Gohm", "I", "300 pA");

    private static NeuronEquations membrane(String equations, String method) {
        return NeuronEquations.of(new ModelText(
                "own",
                equations,
                PARAMETERS,
                Map.of("v", "EL"),
                new ModelText.Events("v = v + input", "mV", "v > -50 mV", "v = EL", "2 ms"),
                method));
    }

    private static String refused(String equations, String threshold, String reset) {
        ModelText text = new ModelText(
                "own", equations, PARAMETERS, Map.of(), new ModelText.Events("", "1", threshold, reset, ""), "");
        ModelException e = assertThrows(ModelException.class, () -> NeuronEquations.of(text));
        return e.part() + ": " + e.getMessage();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            dv/dt = (EL - w)/tau : mV            | equations: found the unknown name "w" at column 15
            dv/dt = (EL - v + I)/tau : mV        | equations: found mV + pA at column 17, expected the same unit on both sides
            dv/dt = (EL - v) : mV                | equations: found mV for dv/dt at column 13, expected mV/ms
            dv/dt = exp(v)*mV/ms : mV            | equations: found exp of mV at column 9, expected a number without a unit
            dv/dt = (EL - v/tau : mV             | equations: found " (EL - v/tau ", expected a formula: closing brace not found
            dv/dt = (EL - v)/tau : mQ            | equations: found "mQ", expected a number and a unit
            dv/dt = (EL - v)/tau                 | equations: found "dv/dt = (EL - v)/tau" at column 1, expected dNAME/dt = FORMULA : UNIT
            dtau/dt = -tau/ms : ms               | equations: found "tau" twice, expected each name once
            dexp/dt = -exp/ms : 1                | equations: found the name "exp", expected letters, digits and _
            dinput/dt = -input/ms : 1            | equations: found "input" twice, expected each name once; it is a name of Ganglion's
            dv/dt = (EL - v)*EL^I/tau : mV       | equations: found a power at column 20 that is not a number
            dv/dt = (EL - v)*tau^-1 : mV         | equations: found "^-" at column 21, expected a negative exponent in brackets: x^(-1)
            dv/dt = -v/tau + v*xi/ms^0.5 : mV    | equations: found noise in dv/dt that is not xi times a constant
            dv/dt = -v/tau + xi^2*mV : mV        | equations: found noise in dv/dt that is not xi times a constant
            dv/dt = v > EL : mV                  | equations: found 1 for dv/dt at column 11, expected mV/ms
            dv/dt = v $ EL : mV                  | equations: found " v $ EL ", expected a formula: undefined operator '$' at column 11
            """)
    @DisplayName("A mistake in an equation is refused with its column")
    void refusesEquations(String equations, String expected) {
        String found = refused(equations, "v > -50 mV", "");
        assertTrue(found.startsWith(expected), found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v        | v = EL | threshold: found "v", expected a comparison such as v > 20 mV
            v > 3    | v = EL | threshold: found mV > 1 at column 3
            v > I*R  | u = EL | reset: found "u = EL" at column 1, expected STATE = FORMULA of one of v
            v > I*R  | v = R  | reset: found Gohm for v
            v > input*mV | v = EL | threshold: found "input", expected states and parameters
            """)
    @DisplayName("So is one in threshold or reset")
    void refusesEvents(String threshold, String reset, String expected) {
        String found = refused("dv/dt = (EL - v)/tau : mV", threshold, reset);
        assertTrue(found.startsWith(expected), found);
    }

    @Test
    @DisplayName(
            "Quantities that define each other are refused, and those that grow without bound when they are put in")
    void refusesCircles() {
        assertTrue(refused("x = y : 1\ny = x : 1\ndv/dt = (EL - v)/tau : mV", "v > EL", "")
                .contains("found x, y defined by each other"));
        StringBuilder doubling = new StringBuilder("a0 = 1 + 1 : 1\n");
        for (int k = 1; k < 40; k++) {
            doubling.append("a%d = a%d + a%d : 1\n".formatted(k, k - 1, k - 1));
        }
        assertTrue(refused(doubling + "dv/dt = (EL - v)*a39/tau : mV", "v > EL", "")
                .contains("found more than 2000 operations"));
        assertTrue(refused("dv/dt = " + "-".repeat(999) + "v/tau : mV", "v > EL", "")
                .contains("characters, expected at most 1000"));
        NeuronEquations.of(new ModelText(
                "deep",
                "dv/dt = " + "(".repeat(490) + "v" + ")".repeat(490) + "/tau : mV",
                PARAMETERS,
                Map.of(),
                new ModelText.Events("", "1", "v > EL", "", ""),
                ""));
    }

    @Test
    @DisplayName("A linear equation is exact whatever the method: tau dv/dt = EL - v + R I has its closed form")
    void linearEquationsAreExact() {
        for (String method : List.of("exact", "rk4", "euler", "exponential-euler")) {
            NeuronEquations model = membrane("dv/dt = (EL - v + R*I)/tau : mV", method);
            double[] potentials = potentials(
                    new EquationNeurons(model, Map.of("I", NeuronValues.of(150)), 1, CounterRandom.of(1, 0)), 30);
            for (int tick = 0; tick < potentials.length; tick++) {
                double expected = -70 + 15 * (1 - Math.exp(-(tick + 1) / 20.0));
                assertEquals(expected, potentials[tick], 1e-12);
            }
        }
    }

    @Test
    @DisplayName("A comparison within a formula is 1 or 0: a potential that climbs by 1 mV a tick up to 5 mV")
    void comparisonsAreNumbers() {
        NeuronEquations model = NeuronEquations.of(new ModelText(
                "ramp",
                "dv/dt = (v < 4.5 mV)*(1 mV/ms) + (v >= 4.5 mV)*(v > 9 mV)*(1 mV/ms) : mV",
                Map.of(),
                Map.of(),
                new ModelText.Events("", "1", "v > 100 mV", "", ""),
                "euler"));
        assertArrayEquals(
                new double[] {1, 2, 3, 4, 5, 5, 5},
                potentials(new EquationNeurons(model, Map.of(), 1, CounterRandom.of(1, 0)), 7));
    }

    @Test
    @DisplayName("An alpha function is exact, too: two equations that are coupled")
    void coupledEquationsAreExact() {
        NeuronEquations model = NeuronEquations.of(new ModelText(
                "alpha",
                "dg/dt = y - g/tau : 1\ndy/dt = -y/tau : 1/ms",
                Map.of("tau", "5 ms"),
                Map.of("y", "1/tau"),
                new ModelText.Events("", "1", "g > 2", "", ""),
                "exact"));
        double[] found = potentials(new EquationNeurons(model, Map.of(), 0.5, CounterRandom.of(1, 0)), 40);
        for (int tick = 0; tick < found.length; tick++) {
            double time = (tick + 1) * 0.5;
            assertEquals(time / 5 * Math.exp(-time / 5), found[tick], 1e-15);
        }
    }

    @Test
    @DisplayName("The fourth order method has the fourth order, the exponential Euler method the first")
    void ordersOfConvergence() {
        String logistic = "dv/dt = (v - EL)*(1 - (v - EL)/(10 mV))/tau : mV";
        assertEquals(4, order(logistic, "rk4"), 0.3);
        assertEquals(1, order(logistic, "euler"), 0.2);
        String decay = "dv/dt = -v*g/tau : mV\ndg/dt = -g*v/(20 mV)/tau : 1";
        assertEquals(1, order(decay, "exponential-euler"), 0.2);
    }

    private static double order(String equations, String method) {
        double exact = end(equations, "rk4", 1 / 64.0);
        return Math.log(Math.abs(end(equations, method, 2) - exact) / Math.abs(end(equations, method, 1) - exact))
                / Math.log(2);
    }

    private static double end(String equations, String method, double tick) {
        boolean two = equations.contains("dg/dt");
        NeuronEquations model = NeuronEquations.of(new ModelText(
                "order",
                equations,
                PARAMETERS,
                two ? Map.of("v", "10 mV", "g", "2") : Map.of("v", "EL + 1 mV"),
                new ModelText.Events("", "1", "v > 100 mV", "", ""),
                method));
        double[] potentials =
                potentials(new EquationNeurons(model, Map.of(), tick, CounterRandom.of(1, 0)), (int) (32 / tick));
        return potentials[potentials.length - 1];
    }

    private static double[] potentials(EquationNeurons neurons, int ticks) {
        Network network = new Network(List.of(new Population("n", 1, neurons)), List.of());
        return SequentialSimulation.run(network, Partition.whole(network), ticks, List.of("n"))
                .membranes()
                .get(0)
                .potentials();
    }

    @Test
    @DisplayName(
            "White noise has the variance of an Ornstein-Uhlenbeck process, and each neuron its own, whatever the division")
    void noise() {
        NeuronEquations model = NeuronEquations.of(new ModelText(
                "noisy",
                "dv/dt = -v/tau + s*(2/tau)^0.5*xi : mV",
                Map.of("tau", "10 ms", "s", "3 mV"),
                Map.of(),
                new ModelText.Events("", "1", "v > 100 mV", "", ""),
                "exact"));
        EquationNeurons neurons = new EquationNeurons(model, Map.of(), 1, CounterRandom.of(1, 0));
        Network network = new Network(List.of(new Population("n", 200, neurons)), List.of());
        double[] whole = SequentialSimulation.run(network, Partition.whole(network), 500, List.of("n"))
                .membranes()
                .get(0)
                .potentials();
        double sum = 0;
        for (int k = 100 * 200; k < whole.length; k++) {
            sum += whole[k] * whole[k];
        }
        // The noise is constant during a tick: tanh(x)/x of the continuous process, with x = dt / (2 tau).
        double expected = 9 * Math.tanh(0.05) / 0.05;
        assertEquals(expected, sum / (400 * 200), 0.4);
        double[] divided = SequentialSimulation.run(network, Partition.ofCoreSize(network, 33), 500, List.of("n"))
                .membranes()
                .get(0)
                .potentials();
        assertArrayEquals(whole, divided);
    }

    @Test
    @DisplayName("A held potential ignores input, for as many ticks as the refractory period has")
    void refractoryPeriod() {
        NeuronEquations model = membrane("dv/dt = (EL - v + R*I)/tau : mV", "");
        EquationNeurons neurons =
                new EquationNeurons(model, Map.of("I", NeuronValues.of(1e6)), 0.5, CounterRandom.of(1, 0));
        Network network = new Network(List.of(new Population("n", 1, neurons)), List.of());
        SimulationResult run = SequentialSimulation.run(network, Partition.whole(network), 20, List.of());
        List<Long> ticks = new ArrayList<>();
        for (int k = 0; k < run.spikes().get(0).size(); k++) {
            ticks.add(run.spikes().get(0).tick(k));
        }
        assertEquals(List.of(0L, 5L, 10L, 15L), ticks);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 40})
    @DisplayName(
            "However the population is divided, and with values of each neuron, the spikes are the same to the last bit")
    void anyPartition(int neuronsPerCore) {
        NeuronEquations model = NeuronEquations.of(new ModelText(
                "mixed",
                """
                dv/dt = (EL - v + 2 mV*exp((v + 50 mV)/(2 mV)) + R*(I - w) + ge*(0 mV - v)*R)/tau : mV
                dw/dt = (2 nS*(v - EL) - w)/(100 ms) : pA
                dge/dt = -ge/(3 ms) : nS
                """,
                PARAMETERS,
                Map.of("v", "EL"),
                new ModelText.Events(
                        "ge = ge + excitation; v = v - inhibition*1 mV/nS",
                        "nS",
                        "v > -30 mV",
                        "v = EL; w = w + 60 pA",
                        "1 ms"),
                ""));
        double[] currents = new double[40];
        for (int i = 0; i < currents.length; i++) {
            currents[i] = 100 + 10 * i;
        }
        EquationNeurons neurons =
                new EquationNeurons(model, Map.of("I", NeuronValues.each(currents)), 0.1, CounterRandom.of(1, 0));
        SparseSynapses.Builder synapses = SparseSynapses.builder(40, 40);
        for (int i = 0; i < 40; i++) {
            synapses.add(i, (i + 1) % 40, 3 + 0.1 * i, 1 + i % 5).add(i, (i * 7 + 3) % 40, -0.5, 3);
        }
        Network network = new Network(
                List.of(new Population("n", 40, neurons)), List.of(new Projection("n", "n", synapses.build())));
        SimulationResult whole = SequentialSimulation.run(network, Partition.whole(network), 3000, List.of("n"));
        SimulationResult divided =
                SequentialSimulation.run(network, Partition.ofCoreSize(network, neuronsPerCore), 3000, List.of("n"));
        assertTrue(whole.spikes().get(0).size() > 100, () -> whole.spikes().toString());
        assertEquals(whole.spikes(), divided.spikes());
        assertArrayEquals(
                whole.membranes().get(0).potentials(),
                divided.membranes().get(0).potentials());
    }

    @Test
    @DisplayName("A state that becomes infinite ends the run with neuron, state and tick")
    void diverges() {
        NeuronEquations model = NeuronEquations.of(new ModelText(
                "wild",
                "dv/dt = (v - EL)*(v - EL)*(v - EL)/(1 mV*1 mV)/tau : mV",
                PARAMETERS,
                Map.of("v", "EL + 10 mV"),
                new ModelText.Events("", "1", "v > 1e300 mV", "", ""),
                "euler"));
        DivergedException e = assertThrows(
                DivergedException.class,
                () -> potentials(new EquationNeurons(model, Map.of(), 1, CounterRandom.of(1, 0)), 30));
        assertTrue(e.getMessage().startsWith("found no finite number as v of neuron 0 of the model wild after tick "));
    }

    @Test
    @DisplayName("A potential that becomes infinite is found before a reset could hide it")
    void infinitePotentials() {
        for (String rate : List.of("1/(v - EL)*(1 mV)^2/ms", "exp((v - EL + 30 mV)^2/(1 mV^2))*mV/ms")) {
            EquationNeurons neurons = new EquationNeurons(
                    membrane("dv/dt = " + rate + " : mV", "euler"), Map.of(), 1, CounterRandom.of(1, 0));
            assertThrows(DivergedException.class, () -> potentials(neurons, 3), rate);
        }
    }

    @Test
    @DisplayName("Behind a number stands the unit, even where a parameter has its name")
    void unitsBehindNumbers() {
        NeuronEquations model = NeuronEquations.of(new ModelText(
                "units",
                "dV/dt = -V/(20 ms) : mV",
                Map.of("ms", "2 ms"),
                Map.of("V", "1 V"),
                new ModelText.Events("", "1", "V > 2 V", "", ""),
                ""));
        double[] found = potentials(new EquationNeurons(model, Map.of(), 1, CounterRandom.of(1, 0)), 1);
        assertEquals(1000 * Math.exp(-1 / 20.0), found[0], 1e-9);
    }
}
