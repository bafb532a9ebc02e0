package ganglion.rule.compile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.SequentialSimulation;
import ganglion.kernel.SimulationResult;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.schedule.Partition;
import ganglion.learning.compile.Verification;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.DenseInput;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.tempotron.MapTempotron;
import ganglion.learning.tempotron.SelfOrganisingMap;
import ganglion.learning.tempotron.Tempotron;
import ganglion.learning.train.DataSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tempotrons in the simulator, and what is said where the two differ. */
class CompiledTempotronsTest {

    private static final int STEPS = 40;

    private static MapTempotron classifier() {
        SelfOrganisingMap.Settings ofMap = SelfOrganisingMap.Settings.of(3, 1, 1);
        double[][] prototypes = {{1, 0}, {0, 1}, {1, 1}};
        double[][][] weights = {{{1.2, 0, 0}, {0, 0.4, 0}}, {{-1, 1.1, 0.3}, {0, 0, 2}}};
        MapTempotron.Settings settings =
                new MapTempotron.Settings(ofMap, 1, new Tempotron.Settings(8, 2, 1, 0.01, 0), 2, 0, 1);
        return MapTempotron.of(settings, List.of("a", "b"), SelfOrganisingMap.of(ofMap, prototypes), weights);
    }

    private static SampleInput sample(long seed) {
        Random random = new Random(seed);
        float[][] rows = new float[STEPS][2];
        for (int t = 0; t < STEPS; t += 3) {
            rows[t][0] = random.nextFloat();
            rows[t][1] = random.nextFloat();
        }
        return new DenseInput(rows);
    }

    private static Network network(CompiledTempotrons rule, SampleInput sample, List<Projection> projections) {
        SpikeInput input = rule.inputOf(sample);
        Population source = new Population(CompiledTempotrons.INPUT, rule.inputs(), new SpikeSource(input.raster()));
        return new Network(List.of(source, rule.population()), projections);
    }

    @ParameterizedTest
    @CsvSource({"8, 2", "10, 2.5", "20, 19", "1.5, 0.01"})
    void thePotentialOfTheNeuronIsTheKernelOneTickLater(double tau, double tauSynapse) {
        Tempotron.Settings settings = new Tempotron.Settings(tau, tauSynapse, 1e9, 0.01, 0);
        Tempotron tempotron = new Tempotron(1, settings, new double[] {0.7});
        SpikeInput pattern = new SpikeInput(1, new int[] {0, 0, 1, 1, 1, 2, 2, 2, 2}, new int[] {0, 0});
        Network network = new Network(
                List.of(
                        new Population("input", 1, new SpikeSource(pattern.raster())),
                        new Population("neuron", 1, Tempotron.neuron(settings))),
                List.of(new Projection("input", "neuron", new DenseSynapses(1, 1, new double[] {0.7}, 1))));

        SimulationResult result = SequentialSimulation.run(network, Partition.whole(network), 9, List.of("neuron"));

        double[] expected = tempotron.potentials(pattern);
        for (int t = 0; t < 8; t++) {
            double kernels = 0.7 * (tempotron.kernel(t - 1) + tempotron.kernel(t - 4));
            assertEquals(kernels, expected[t], 1e-12);
            assertEquals(kernels, result.membranes().get(0).at(t + 1, 0), 1e-12, "step " + t);
        }
        assertTrue(expected[5] > 0);
    }

    @Test
    void aSpikeTooManyAndOneTooFewAreToldWithTheirPlaces() {
        CompiledTempotrons rule = new CompiledTempotrons(classifier());
        DataSet samples = DataSet.of(List.of(new Sample(sample(1), 0)));
        // Row by row, one per unit of the map: the first tempotron is deaf, the second fires for the first unit.
        double[] changed = {0, 9, -1, 0, 0, 0.4, 1.1, 0, 0, 0, 0.3, 2};
        Projection other =
                new Projection(CompiledTempotrons.INPUT, rule.population().name(), new DenseSynapses(3, 4, changed, 1));

        Verification verification = RuleVerifier.verify(rule, samples, input -> network(rule, input, List.of(other)));

        assertTrue(verification.differenceCount() > 0);
        assertTrue(verification.differences().stream().anyMatch(each -> each.neuron() == 0 && each.inModel()));
        assertTrue(verification.differences().stream().anyMatch(each -> each.neuron() == 1 && !each.inModel()));
        assertTrue(verification.differences().stream().noneMatch(each -> each.neuron() > 1));
        double[][] potentials = {
            classifier().tempotrons(0).get(0).potentials(rule.inputOf(sample(1))),
        };
        verification.differences().stream()
                .filter(Verification.Difference::inModel)
                .forEach(each -> assertTrue(potentials[0][(int) each.step()] >= 1, each.toString()));
    }

    @Test
    void neuronsOfAClassStandSideBySide() {
        CompiledTempotrons rule = new CompiledTempotrons(classifier());

        assertEquals(List.of(List.of(0, 1), List.of(2, 3)), rule.groups());
        assertEquals(3, rule.inputs());
        int[] units = rule.inputOf(new DenseInput(new float[][] {{1, 0}, {0, 0}, {0, 1}}))
                .neurons();
        assertArrayEquals(new int[] {0, 1}, units, "silence is no spike");
    }
}
