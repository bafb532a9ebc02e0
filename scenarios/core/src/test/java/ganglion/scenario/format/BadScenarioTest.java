package ganglion.scenario.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BadScenarioTest {

    @TempDir
    private Path folder;

    private ScenarioFolderFixture fixture;

    @BeforeEach
    void fixture() {
        fixture = new ScenarioFolderFixture(folder);
    }

    @Test
    void findsNothingWrongWithTheScenarioThatTheOtherTestsBreak() {
        assertEquals(List.of(), fixture.problems(ScenarioFolderFixture.BASE));
    }

    /** Columns: what is replaced, by what, and how one of the problems starts. ~ stands for a line break. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            seed: 7             | sed: 7                | s.yaml:2: /sed: found the unknown key "sed", did you mean "seed"?
            seed: 7             | seed: -7              | s.yaml:2: /seed: found -7, expected at least 0
            seed: 7             | seed: x               | s.yaml:2: /seed: found "x", expected a whole number from 0
            seed: 7             | seed: 99999999999999999999 | s.yaml:2: /seed: found 99999999999999999999, a number beyond 64 bits
            seed: 7             | format: 2             | s.yaml:2: /format: found version 2, expected at most 1, the newest that this Ganglion knows
            scenario: base      | description: base     | s.yaml:1: found no "scenario", which is required
            scenario: base      | scenario: a/b         | s.yaml:1: /scenario: found "a/b", expected a name of letters, digits, _, - and .
            tick: 2 ms          | tick: 2               | s.yaml:3: /clock/tick: found 2, expected a time such as 2 ms (s, ms, us, ns, ps)
            tick: 2 ms          | tick: 2 parsec        | s.yaml:3: /clock/tick: found "2 parsec", expected a time such as 2 ms (s, ms, us, ns, ps)
            tick: 2 ms          | tick: -2 ms           | s.yaml:3: /clock/tick: found "-2 ms", expected a time such as
            tick: 2 ms          | tick: NaN ms          | s.yaml:3: /clock/tick: found "NaN ms", expected a time such as
            tick: 2 ms          | tick: 2 ticks         | s.yaml:3: /clock/tick: found "2 ticks", expected a time such as
            tick: 2 ms          | tick: 5 s             | s.yaml:3: /clock/tick: found "5 s", expected 1 ns to 1 s
            tick: 2 ms          | tick: 0 s             | s.yaml:3: /clock/tick: found "0 s", expected 1 ns to 1 s
            duration: 200 ms    | duration: 201 ms      | s.yaml:3: /clock/duration: found "201 ms", expected a multiple of the tick of 2 ms
            duration: 200 ms    | duration: 0 s         | s.yaml:3: /clock/duration: found no ticks, expected at least 1
            duration: 200 ms    | duration: 1e300 s     | s.yaml:3: /clock/duration: found "1e300 s", expected at most 1e15 ticks
            , duration: 200 ms  | ``                    | s.yaml:3: /clock: found no "duration", which is required where no input with clips or samples sets it
            spikes: taps.csv    | spikes: none.csv      | s.yaml:6: /inputs/0/spikes: found "none.csv", but there is no such file
            spikes: taps.csv    | spikes: ../taps.csv   | s.yaml:6: /inputs/0/spikes: found "../taps.csv", which leaves the folder of this file; expected a path within it,
            spikes: taps.csv    | spikes: a/../../b     | s.yaml:6: /inputs/0/spikes: found "a/../../b", which leaves the folder of this file;
            spikes: taps.csv    | spikes: .             | s.yaml:6: /inputs/0/spikes: found ".", which is not a regular file
            spikes: taps.csv    | spikes: "a\\0b"       | s.yaml:6: /inputs/0/spikes: found "a
            spikes: taps.csv    | spikes: ""            | s.yaml:6: /inputs/0/spikes: found "", expected at least 1 characters
            spikes: taps.csv    | gap: 2 ms             | s.yaml:5: /inputs/0: found none of audio, clips, folder, table, spikes, poisson, regular, expected one of them
            size: 3             | gap: 2 ms~    size: 3 | s.yaml:7: /inputs/0/gap: found "gap" without samples, expected both
            ~    size: 3       | ``                    | s.yaml:5: /inputs/0: found "spikes" without size, expected both
            spikes: taps.csv    | audio: taps.csv       | s.yaml:7: /inputs/0/size: found a key that does not go with "audio", expected one or the other
            name: out           | name: taps            | s.yaml:10: /network/populations/0/name: found the name "taps" a second time, first at /inputs/0/name
            name: out           | name: 9               | s.yaml:10: /network/populations/0/name: found 9, expected a name of letters, digits, _, - and ., starting with a letter
            name: out           | name: "a b"           | s.yaml:10: /network/populations/0/name: found "a b", expected a name of letters, digits,
            size: 2             | size: 0               | s.yaml:11: /network/populations/0/size: found 0, expected at least 1
            size: 2             | size: 2.5             | s.yaml:11: /network/populations/0/size: found 2.5, expected a number of neurons from 1 to 10000000
            size: 2             | size: 1000000000      | s.yaml:11: /network/populations/0/size: found 1000000000, expected at most 10000000
            model: lif          | model: lief           | s.yaml:12: /network/populations/0/model: found "lief", expected one of lif, synaptic-lif, alpha-lif, adaptive-lif, se-adlif, leaky-integrator, resonate-and-fire, balanced-resonate-and-fire, izhikevich, adex, adex-conductance, lif-conductance, lif-alpha-conductance, exponential-lif, theta, hodgkin-huxley, did you mean "lif"?
            model: lif          | model: leaky-integrator | s.yaml:13: /network/populations/0/parameters/threshold: found a key that does not go with model leaky-integrator, expected one of beta, time-constant
            beta: 0.9           | beta: .nan            | s.yaml:13: /network/populations/0/parameters/beta: found .nan, expected a finite number
            beta: 0.9           | beta: .inf            | s.yaml:13: /network/populations/0/parameters/beta: found .inf, expected a finite number
            beta: 0.9           | beta: NaN             | s.yaml:13: /network/populations/0/parameters/beta: found "NaN", expected a number from 0 to 1
            beta: 0.9           | beta: -0.1            | s.yaml:13: /network/populations/0/parameters/beta: found -0.1, expected at least 0
            beta: 0.9           | beta: 1.5             | s.yaml:13: /network/populations/0/parameters/beta: found 1.5, expected at most 1
            beta: 0.9           | beta: [0.9, 2]        | s.yaml:13: /network/populations/0/parameters/beta/1: found 2, expected at most 1
            beta: 0.9           | beta: [0.9, 0.8, 0.7] | s.yaml:13: /network/populations/0/parameters: there are 3 values of the beta for 2 neurons
            beta: 0.9           | beta: 0.9, time-constant: 2 ms | s.yaml:13: /network/populations/0/parameters: found beta, time-constant together, expected only one of beta, time-constant
            beta: 0.9           | time-constant: 0 s    | s.yaml:13: /network/populations/0/parameters/time-constant: found "0 s", expected more than 0 s
            beta: 0.9           | beta: 0.9, reset: subtracts | s.yaml:13: /network/populations/0/parameters/reset: found "subtracts", expected one of zero, value, subtract, none, zero-losing-input, did you mean "subtract"?
            beta: 0.9           | beta: 0.9, reset-potential: 2, reset: value | s.yaml:13: /network/populations/0/parameters: the reset potential 2.0 is not below the threshold 1.0
            beta: 0.9           | beta: 0.9, reset-potential: 0.2 | s.yaml:13: /network/populations/0/parameters: found no "reset", which model lif requires
            beta: 0.9           | beta: 0.9, refractory: 3 ms | s.yaml:13: /network/populations/0/parameters/refractory: found "3 ms", expected a multiple of the tick of 2 ms
            beta: 0.9           | beta: 0.9, refractory: 1e12 s | s.yaml:13: /network/populations/0/parameters/refractory: found 500000000000000 ticks, expected at most 2147483647
            labels: [A, B]      | labels: [A]           | s.yaml:14: /network/populations/0/labels: found 1 labels, expected one for each of 2 neurons
            labels: [A, B]      | labels: [A, A]        | s.yaml:14: /network/populations/0/labels: found an element twice, expected each once
            from: taps          | from: tabs            | s.yaml:16: /network/projections/0/from: found "tabs", expected the name of an input or population (there is taps, out), did you mean "taps"?
            to: out             | to: nowhere           | s.yaml:17: /network/projections/0/to: found "nowhere", expected the name of a population (there is out)
            to: out             | to: taps              | s.yaml:17: /network/projections/0/to: found the input "taps", expected a population
            weights: 0.5        | weights: true         | s.yaml:18: /network/projections/0/weights: found true, expected a number, a matrix, a distribution, or the name of a file
            weights: 0.5        | weights: [[1, 2]]     | s.yaml:18: /network/projections/0/weights: found 1 rows x 2 columns, expected 3 rows (sources) x 2 columns (targets)
            weights: 0.5        | weights: [[1, 2], [3]] | s.yaml:18: /network/projections/0/weights/1: found 1 columns, expected 2 as in the first row
            weights: 0.5        | weights: [[1, 2], 3]  | s.yaml:18: /network/projections/0/weights/1: found a number beside lists, expected a row of the matrix
            weights: 0.5        | weights: w.npy        | s.yaml:18: /network/projections/0/weights: found "w.npy", but there is no such file
            weights: 0.5        | weights: taps.csv     | s.yaml:18: /network/projections/0/weights: taps.csv: line 1: found "time", expected a finite number
            weights: 0.5        | connectivity: one-to-one~      weights: 0.5 | s.yaml:18: /network/projections/0/connectivity: found 3 source and 2 target neurons, expected equal numbers to join one to one
            weights: 0.5        | connectivity: taps.csv | s.yaml:18: /network/projections/0/connectivity: taps.csv: line 1: found the header "time,neuron", expected source,target,weight or source,target,weight,delay
            weights: 0.5        | connectivity: all-to-all | s.yaml:16: /network/projections/0: found no "weights", which is required unless connectivity is a list of synapses
            delay: 1 tick       | delay: 0 ticks        | s.yaml:19: /network/projections/0/delay: found a delay of "0 ticks", expected at least 1 tick (2 ms)
            delay: 1 tick       | delay: 0 ms           | s.yaml:19: /network/projections/0/delay: found a delay of "0 ms", expected at least 1 tick (2 ms)
            delay: 1 tick       | delay: 1 ms           | s.yaml:19: /network/projections/0/delay: found "1 ms", expected a multiple of the tick of 2 ms
            delay: 1 tick       | delay: 1              | s.yaml:19: /network/projections/0/delay: found 1, expected a time such as 1 tick, or a distribution
            {population: out}~ | {population: ou}~    | s.yaml:20: /decision/population: found "ou", expected the name of a population (there is out), did you mean "out"?
            {population: out}~ | {population: out, input: taps}~ | s.yaml:20: /decision/input: found "taps", expected the name of an input with clips or samples
            {population: out}~ | {population: out, groups: [[0], [1]]}~ | s.yaml:20: /decision/groups: found groups, which go with the read-out votes only
            {population: out}~ | {population: out, read-out: votes, classes: [a, b]}~ | s.yaml:20: /decision: found no "groups", which is required because several neurons stand for a class
            {population: out}~ | {population: out, read-out: votes, groups: [[0], [1]]}~ | s.yaml:20: /decision: found no "classes", which is required because several neurons stand for a class
            {population: out}~ | {population: out, read-out: votes, classes: [a, b, c], groups: [[0], [1]]}~ | s.yaml:20: /decision/groups: found 2 groups, expected one for each of 3 classes
            {population: out}~ | {population: out, read-out: votes, classes: [a, b], groups: [[0], [2]]}~ | s.yaml:20: /decision/groups: found neuron 2, expected 0 to 1
            {population: out}~ | {population: out, read-out: votes, classes: [a, b], groups: [[0], [1, 0]]}~ | s.yaml:20: /decision/groups: found neuron 0 twice, expected it in one group at most
            {population: out}~ | {population: out, read-out: votes, classes: [a, b], groups: [[0], [1]]}~ | s.yaml:20: /decision/read-out: found a read-out of potentials that are not recorded, expected out in the list /record/membrane
            {population: out}~ | {population: out, read-out: spike-count, classes: [a, b, c]}~ | s.yaml:20: /decision/classes: found classes, which go with groups, or two with a single neuron and another read-out only
            [loihi]             | [lohi]                | s.yaml:21: /hardware/0: found "lohi", expected a name of "ganglion profile list",
            [loihi]             | [loihi, loihi]        | s.yaml:21: /hardware: found an element twice, expected each once
            [loihi]             | [none.yaml]           | s.yaml:21: /hardware/0: found "none.yaml", but there is no such file
            expect:~            | expect: {accuracy: {}}~more:~ | s.yaml:22: /expect: found an object with 1 key, expected a list of expectations, if only of one
            clock: {            | record: {spikes: [ot]}~clock: { | s.yaml:3: /record/spikes/0: found "ot", expected the name of an input or population (there is taps, out), did you mean "out"?
            clock: {            | record: {spikes: some}~clock: { | s.yaml:3: /record/spikes: found "some", expected all, or a list of names
            clock: {            | record: {membrane: [taps]}~clock: { | s.yaml:3: /record/membrane/0: found the input "taps", expected a population
            """)
    void saysWhereWhatWasFoundAndWhatWasExpected(String find, String replacement, String expected) {
        check(find, replacement, expected);
    }

    /** As above, with what stands in the place of the only expectation. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {at-least: 1}                                     | s.yaml:23: /expect/0: found none of spikes, rate, first-spike, last-spike, order, interval, interval-variation, synchrony, fano-factor,
            {spikes: {population: out}}                       | s.yaml:23: /expect/0: found none of between, at-least, at-most, equals, expected one of them
            {spikes: {population: out}, at-least: 1, equals: 1} | s.yaml:23: /expect/0: found at-least, equals together, expected only one of between, at-least, at-most, equals
            {spikes: {population: out}, equals: A}            | s.yaml:23: /expect/0/equals: found "A", expected
            {spikes: {population: out}, at-least: -1}         | s.yaml:23: /expect/0/at-least: found -1, expected at least 0
            {spikes: {population: out}, between: [4, 3]}      | s.yaml:23: /expect/0/between: found limits that nothing can keep, expected the lower one first
            {spikes: {population: out}, between: [4]}         | s.yaml:23: /expect/0/between: found a list of 1 element, expected at least 2 elements
            {spikes: {population: ot}, at-least: 1}           | s.yaml:23: /expect/0/spikes/population: found "ot", expected the name of an input or population (there is taps, out), did you mean "out"?
            {spikes: {population: out, neuron: 2}, at-least: 1} | s.yaml:23: /expect/0/spikes/neuron: found neuron 2, expected 0 to 1
            {spikes: {population: out, from: 4 ms, until: 4 ms}, at-least: 1} | s.yaml:23: /expect/0/spikes/until: found "4 ms", expected a time after the start
            {first-spike: {population: out}}                  | s.yaml:23: /expect/0: found none of before, after, expected one of them
            {first-spike: {population: out}, before: 1 s, after: 2 s} | s.yaml:23: /expect/0: found before, after together, expected only one of before, after
            {winner: {clip: 1}, equals: A}                    | s.yaml:23: /expect/0/winner/clip: found clip 1, expected 0 to 0
            {winner: {clip: 4294967296}, equals: A}           | s.yaml:23: /expect/0/winner/clip: found 4294967296, expected at most 9999
            {winner: {}, equals: C}                           | s.yaml:23: /expect/0/equals: found "C", expected a label of the read-out population, did you mean "A"?
            {winner: {}, equals: 3}                           | s.yaml:23: /expect/0/equals: found 3, expected
            {accuracy: {}}                                    | s.yaml:23: /expect/0/accuracy: found the unknown key "accuracy", did you mean "decisions: accuracy"?
            {decisions: wrong, at-least: 1}                   | s.yaml:23: /expect/0/decisions: found "wrong", expected one of correct
            {energy: {profile: loihi, boundary: active}, below: 3 s}            | s.yaml:23: /expect/0/below: found "3 s", expected an energy such as 50 uJ
            {energy: {profile: truenorth, boundary: active}, below: 3 J}        | s.yaml:23: /expect/0/energy/profile: found "truenorth", expected one of the scenario's hardware (loihi)
            {latency: {profile: loihi}, below: 3 J}           | s.yaml:23: /expect/0/below: found "3 J", expected a time such as 2 ms
            {latency: {profile: loihi, percentile: 101}, below: 3 s} | s.yaml:23: /expect/0/latency/percentile: found 101, expected at most 100
            {latency: {profile: loihi}, below: 1 ms, above: 1 ms} | s.yaml:23: /expect/0: found below, above together, expected only one of between, below, above
            {energy: {profile: loihi, boundary: active}, at-least: 3}           | s.yaml:23: /expect/0/at-least: found a key that does not go with "energy", expected one or the other
            {energy: {profile: loihi, boundary: active}, between: [3 J, 2 J]}   | s.yaml:23: /expect/0/between: found limits that nothing can keep, expected the lower one first
            {energy: {profile: loihi, boundary: active}, between: [3 J, 2 s]}   | s.yaml:23: /expect/0/between/1: found "2 s", expected an energy such as 50 uJ
            {power: {profile: loihi}, below: 3 J}             | s.yaml:23: /expect/0/below: found "3 J", expected a power such as 2 mW
            {energy-delay-product: {profile: loihi, boundary: active}, below: 3 J} | s.yaml:23: /expect/0/below: found "3 J", expected an energy times a second such as 2 nJ s
            {ratio: {of: energy, profile: loihi, to: truenorth, boundary: active}, below: 2} | s.yaml:23: /expect/0/ratio/to: found "truenorth", expected one of the scenario's hardware (loihi)
            {energy: {profile: loihi}, below: 3 J}            | s.yaml:23: /expect/0/energy: found no "boundary", which is required: one of marginal, active, always-on
            {energy: {profile: loihi, boundary: all}, below: 3 J} | s.yaml:23: /expect/0/energy/boundary: found "all", expected one of marginal, active, always-on
            {energy-delay-product: {profile: loihi}, below: 3 J s} | s.yaml:23: /expect/0/energy-delay-product: found no "boundary", which is required: one of marginal, active, always-on
            {energy: {profile: loihi, boundary: active, computes: artificial}, below: 3 J} | s.yaml:23: /expect/0/energy/computes: found artificial on loihi, expected spikes
            {ratio: {of: energy, profile: loihi, to: loihi}, below: 2} | s.yaml:23: /expect/0/ratio: found no "boundary", which is required where energies are compared: marginal, active or always-on
            {ratio: {of: energy, profile: loihi, to: loihi, to-computes: dense-ticks, boundary: active}, below: 2} | s.yaml:23: /expect/0/ratio/to-computes: found dense-ticks on loihi, expected spikes
            {ratio: {of: speed, profile: loihi, to: loihi}, below: 2} | s.yaml:23: /expect/0/ratio/of: found "speed", expected one of energy, power, latency, energy-delay-product
            {rate: {population: out}, below: 3}               | s.yaml:23: /expect/0/below: found 3, expected a frequency such as 16 kHz
            {rate: {population: ot}, below: 3 Hz}             | s.yaml:23: /expect/0/rate/population: found "ot", expected the name of an input or population
            {last-spike: {population: out}, below: 3 s}       | s.yaml:23: /expect/0/below: found a key that does not go with "last-spike", expected one or the other
            {order: [{population: out}]}                      | s.yaml:23: /expect/0/order: found a list of 1 element, expected at least 2 elements
            {order: [{population: out}, {population: taps, neuron: 3}]} | s.yaml:23: /expect/0/order/1/neuron: found neuron 3, expected 0 to 2
            {order: [{population: out}, {population: taps}], below: 3} | s.yaml:23: /expect/0/below: found a key that does not go with "order", expected one or the other
            {interval: {population: out, statistic: highest}, below: 3 ms} | s.yaml:23: /expect/0/interval/statistic: found "highest", expected one of mean, shortest, longest
            {synchrony: {population: out, bin: 0 ms}, below: 1} | s.yaml:23: /expect/0/synchrony/bin: found no ticks, expected at least 1
            {synchrony: {population: out}, below: 1}          | s.yaml:23: /expect/0/synchrony: found no "bin", which is required
            {membrane: {population: out}, below: 1}           | s.yaml:23: /expect/0/membrane/population: found "out", expected a population whose potentials are recorded (record: {membrane: [out]})
            {decisions: accuracy, at-least: x}                | s.yaml:23: /expect/0/at-least: found "x", expected a number
            {raster: ../golden.csv}                           | s.yaml:23: /expect/0/raster: found "../golden.csv", which leaves the folder of this file
            """)
    void refusesExpectationsThatMakeNoSense(String expectation, String expected) {
        check("{spikes: {population: out}, at-least: 1}", expectation, expected);
    }

    private void check(String find, String replacement, String expected) {
        String content = ScenarioFolderFixture.edited(unescape(find), unescape(replacement));

        List<String> problems = fixture.problems(content);

        assertTrue(
                problems.stream().anyMatch(problem -> problem.startsWith(expected)),
                () -> "expected " + expected + "\nfound " + problems);
        assertTrue(problems.stream().noneMatch(problem -> problem.contains("unusable")), problems::toString);
    }

    private static String unescape(String text) {
        return text == null ? "" : text.replace("~", "\n");
    }
}
