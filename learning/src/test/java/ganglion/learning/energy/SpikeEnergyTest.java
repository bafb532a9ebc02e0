package ganglion.learning.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Operation;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.kernel.parallel.TaskRunner;
import ganglion.learning.compile.CompileException;
import ganglion.learning.engine.Engine.BatchReport;
import ganglion.learning.engine.Engine.EvaluationStep;
import ganglion.learning.engine.Engine.TrainingStep;
import ganglion.learning.engine.LayerActivity;
import ganglion.learning.engine.ReadOut;
import ganglion.learning.fast.FastEngine;
import ganglion.learning.loss.Loss.CrossEntropyRate;
import ganglion.learning.loss.SpikePenalty;
import ganglion.learning.model.Dense;
import ganglion.learning.model.FiringLayer.Recurrence;
import ganglion.learning.model.LayerShape;
import ganglion.learning.model.Model;
import ganglion.learning.model.Neurons;
import ganglion.learning.optimiser.Rule.AdamRule;
import ganglion.learning.optimiser.Rule.SgdRule;
import ganglion.learning.reference.ReferenceEngine;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.ConstantInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpikeEnergyTest {

    /** Davies et al. 2018, Table 2: a synaptic operation and an idle update on Loihi. */
    private static final double LOIHI_SYNAPSE = 23.6e-12;

    private static final double LOIHI_IDLE = 52e-12;

    private static Model model() {
        Neurons recurrent = Neurons.leaky(0.9).withRecurrence(Recurrence.ALL_TO_ALL);
        return Model.create(
                LayerShape.of(4), List.of(new Dense(6, true), recurrent, new Dense(2, true), Neurons.leaky(0.9)), 1);
    }

    @Test
    void aSpikeCostsAsManySynapticOperationsAsItsNeuronHasSynapses() throws CompileException, ProfileException {
        SpikeEnergy energy = SpikeEnergy.of(model(), ProfileLibrary.find("loihi"));

        assertEquals(6 * LOIHI_SYNAPSE, energy.joulesPerInputSpike(), 1e-20);
        assertEquals((6 + 2) * LOIHI_SYNAPSE, energy.joulesPerSpike().get(1), 1e-20, "to itself and to the output");
        assertEquals(0, energy.joulesPerSpike().get(3), "nobody listens to the output");
        assertEquals(LOIHI_IDLE, energy.joulesPerNeuronStep(), 1e-20);
    }

    @Test
    void prunedSynapsesCostNothing() throws CompileException, ProfileException {
        Model model = model();
        double[] weights = model.parameter(2, "weight").values();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = i < 3 ? weights[i] : 0;
        }

        SpikeEnergy energy = SpikeEnergy.of(model, ProfileLibrary.find("loihi"));

        assertEquals((6 + 3 / 6.0) * LOIHI_SYNAPSE, energy.joulesPerSpike().get(1), 1e-20);
    }

    @Test
    void aFigureThatCoversOthersIsNotAddedToThem() throws CompileException, ProfileException {
        HardwareProfile spinnaker = ProfileLibrary.find("spinnaker");

        SpikeEnergy energy = SpikeEnergy.of(model(), spinnaker);

        double spike = price(spinnaker, Operation.SPIKE);
        double synapse = price(spinnaker, Operation.SYNAPTIC_OPERATION);
        double received = price(spinnaker, Operation.MESSAGE_IN);
        assertEquals(
                spike + received + 8 * synapse,
                energy.joulesPerSpike().get(1),
                1e-15,
                "spike, synapses and one core that it reaches, no messages sent");
        assertEquals(
                price(spinnaker, Operation.NEURON_ACCESS),
                energy.joulesPerNeuronStep(),
                1e-15,
                "the access covers the updates");
    }

    private static double price(HardwareProfile profile, Operation operation) {
        return profile.figures().energy().get(operation).figure().value();
    }

    @Test
    void refusesChipsOnWhichSpikesAreFree() {
        assertEquals(
                "profile ideal-45nm has no energy for a spike or a synaptic operation, so that fewer spikes save nothing"
                        + " on it",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> SpikeEnergy.of(model(), ProfileLibrary.find("ideal-45nm")))
                        .getMessage());
    }

    @Test
    void neuronsThatOnlyIntegrateCostTheirUpdates() throws CompileException, ProfileException {
        SpikeEnergy energy = SpikeEnergy.of(model(), ProfileLibrary.find("loihi"));

        SpikeEnergy.Estimate estimate =
                energy.perSample(List.of(new LayerActivity(3, false, new long[] {0, 0}, 40)), 4);

        assertEquals(0, estimate.spikeJoules());
        assertEquals(2 * 10 * LOIHI_IDLE, estimate.updateJoules(), 1e-18);
    }

    @Test
    void anEstimateIsThePriceTimesTheActivity() throws CompileException, ProfileException {
        SpikeEnergy energy = SpikeEnergy.of(model(), ProfileLibrary.find("loihi"));
        List<LayerActivity> activity = List.of(
                new LayerActivity(1, true, new long[] {5, 0, 0, 0, 1, 0}, 40),
                new LayerActivity(3, true, new long[] {7, 7}, 40));

        SpikeEnergy.Estimate estimate = energy.perSample(activity, 4);

        assertEquals(6 * 8 * LOIHI_SYNAPSE / 4, estimate.spikeJoules(), 1e-20);
        assertEquals(8 * 10 * LOIHI_IDLE, estimate.updateJoules(), 1e-18, "8 neurons for 10 steps");
        assertEquals(estimate.spikeJoules() + estimate.updateJoules(), estimate.totalJoules());
    }

    private static List<Sample> samples() {
        Random random = new Random(2);
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            float x = random.nextFloat();
            float y = random.nextFloat();
            samples.add(new Sample(new ConstantInput(new float[] {x, y, 1 - x, 1 - y}, 10), x > y ? 1 : 0));
        }
        return samples;
    }

    private static TrainingStep step(long number, SpikePenalty penalty, double rate) {
        return new TrainingStep(
                number, new CrossEntropyRate(), penalty, rate, Double.POSITIVE_INFINITY, ReadOut.SPIKE_COUNT);
    }

    @Test
    void bothEnginesChargeEachLayerItsOwnPrice() {
        SpikePenalty penalty = new SpikePenalty(0, 0, 0, Map.of(1, 0.125));
        Model model = model();
        try (ReferenceEngine reference = new ReferenceEngine(model.copy(), new SgdRule(1e-9, 0, false, 0), 0);
                FastEngine fast =
                        new FastEngine(model.copy(), new SgdRule(1e-9, 0, false, 0), 0, TaskRunner.SEQUENTIAL)) {
            BatchReport expected = reference.train(samples(), step(0, penalty, 1e-9));
            BatchReport free = reference.train(samples(), step(0, SpikePenalty.NONE, 1e-9));
            BatchReport actual = fast.train(samples(), step(0, penalty, 1e-9));

            long spikes = 0;
            for (long count : expected.activity().get(0).spikesByNeuron()) {
                spikes += count;
            }
            assertTrue(spikes > 0, "nothing to charge");
            assertEquals(0.125 * spikes / 24, expected.loss() - free.loss(), 1e-6);
            assertEquals(expected.loss(), actual.loss(), 1e-5);
            assertEquals(expected.gradientNorm(), actual.gradientNorm(), 1e-4 * expected.gradientNorm());
        }
    }

    @Test
    void trainingForEnergySavesEnergy() throws CompileException, ProfileException {
        double careless = trainedJoules(SpikePenalty.NONE);
        double careful = trainedJoules(
                SpikeEnergy.of(model(), ProfileLibrary.find("loihi")).penalty(100));

        assertTrue(careless > 0);
        assertTrue(careful < careless / 2, careful + " J against " + careless + " J");
    }

    private static double trainedJoules(SpikePenalty penalty) throws CompileException, ProfileException {
        Model model = model();
        try (FastEngine engine =
                new FastEngine(model, AdamRule.of(AdamRule.Variant.ADAM, 0.01), 0, TaskRunner.SEQUENTIAL)) {
            for (int i = 0; i < 60; i++) {
                engine.train(samples(), step(i, penalty, 0.01));
            }
            engine.store();
            BatchReport report =
                    engine.evaluate(samples(), new EvaluationStep(new CrossEntropyRate(), ReadOut.SPIKE_COUNT));
            return SpikeEnergy.of(model, ProfileLibrary.find("loihi"))
                    .perSample(report.activity(), samples().size())
                    .spikeJoules();
        }
    }
}
