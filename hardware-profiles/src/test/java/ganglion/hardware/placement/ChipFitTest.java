package ganglion.hardware.placement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.hardware.chip.ChipLimits;
import ganglion.hardware.chip.ChipLimits.Limit;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.chip.Mesh;
import ganglion.hardware.cost.ChipCost;
import ganglion.hardware.cost.Costing;
import ganglion.hardware.cost.ToyProfiles;
import ganglion.hardware.cost.Workload;
import ganglion.hardware.library.ProfileException;
import ganglion.hardware.library.ProfileLibrary;
import ganglion.hardware.precision.ModelReplacement;
import ganglion.hardware.precision.Quantisation;
import ganglion.hardware.precision.Quantisation.ChipPrecision;
import ganglion.hardware.precision.QuantisedNetwork;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.DenseSynapses;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import ganglion.kernel.network.Projection;
import ganglion.kernel.network.Synapses;
import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.current.AlphaCurrent;
import ganglion.kernel.neuron.current.DrivenNeurons;
import ganglion.kernel.neuron.current.NoiseCurrent;
import ganglion.kernel.neuron.current.PoissonCurrent;
import ganglion.kernel.neuron.current.SynapticCurrent;
import ganglion.kernel.neuron.model.AdaptiveLif;
import ganglion.kernel.neuron.model.AlphaLif;
import ganglion.kernel.neuron.model.Izhikevich;
import ganglion.kernel.neuron.model.LeakyIntegrator;
import ganglion.kernel.neuron.model.Lif;
import ganglion.kernel.neuron.model.ResonateAndFire;
import ganglion.kernel.neuron.model.SynapticLif;
import ganglion.kernel.neuron.model.SynapticOrder;
import ganglion.kernel.neuron.source.SpikeSource;
import ganglion.kernel.plasticity.PairStdp;
import ganglion.kernel.random.CounterRandom;
import ganglion.kernel.random.PoissonCounts;
import ganglion.kernel.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether the chips that ship take a network, as an engineer who knows them would say. */
class ChipFitTest {

    /** One sort of network: {@code cells} neurons of one model, reached by {@code inputs}, some of them by one another. */
    private enum Sample {
        PLAIN(lif(), 4, 12, 1, false),
        NO_LEAK(new Lif(LifParameters.of(1, 1)), 4, 12, 1, false),
        SUBTRACTION(new Lif(LifParameters.of(0.875, 1).withReset(Reset.BY_SUBTRACTION, false)), 4, 12, 1, false),
        REFRACTORY(new Lif(LifParameters.of(0.9, 1).withRefractoryTicks(3)), 4, 12, 1, false),
        LONG_REFRACTORY(new Lif(LifParameters.of(0.9, 1).withRefractoryTicks(80)), 4, 12, 1, false),
        READ_OUT(new LeakyIntegrator(1), 4, 12, 1, false),
        SIGNED(new Lif(LifParameters.of(1, 1)), 4, 12, 1, false),
        CURRENT(current(), 4, 12, 1, false),
        TWO_CURRENTS(twoCurrents(), 4, 12, 1, false),
        ALPHA_DELAYED(alpha(), 4, 12, 90, false),
        DELAYED(lif(), 4, 12, 10, false),
        ADAPTIVE(
                new AdaptiveLif(LifParameters.of(0.9, 1), NeuronValues.of(0.9), NeuronValues.of(0.1)), 4, 12, 1, false),
        IZHIKEVICH(Izhikevich.regularSpiking(1), 4, 12, 1, false),
        RESONATOR(resonator(), 4, 12, 1, false),
        NOISY(new DrivenNeurons(lif(), new NoiseCurrent(0, 0.1, 1, 4, CounterRandom.of(1, 0))), 4, 12, 1, false),
        POISSON(
                new DrivenNeurons(lif(), new PoissonCurrent(new PoissonCounts(2), 0.1, 4, CounterRandom.of(1, 0))),
                4,
                12,
                1,
                false),
        WIDE(lif(), 4, 300, 1, false),
        MANY(lif(), 20_000, 1, 1, false),
        LOOP(new Lif(LifParameters.of(1, 1)), 4, 12, 1, true);

        private final NeuronModel model;
        private final int size;
        private final int inputs;
        private final int delay;
        private final boolean loops;

        Sample(NeuronModel model, int size, int inputs, int delay, boolean loops) {
            this.model = model;
            this.size = size;
            this.inputs = inputs;
            this.delay = delay;
            this.loops = loops;
        }

        /** Weights of one size are exact in any number of bits. */
        Network network() {
            return network(this == SIGNED ? -1 : 1);
        }

        Network network(double secondWeight) {
            List<Projection> projections = new ArrayList<>();
            double[] weights = new double[inputs * size];
            Arrays.fill(weights, 1);
            weights[0] = secondWeight;
            Synapses synapses = new DenseSynapses(inputs, size, weights, delay);
            projections.add(new Projection("in", "cells", synapses));
            if (loops) {
                projections.add(new Projection("cells", "cells", uniform(size, size)));
            }
            return new Network(
                    List.of(
                            new Population("in", inputs, new SpikeSource(SpikeRaster.empty(inputs))),
                            new Population("cells", size, model)),
                    projections);
        }

        private static Synapses uniform(int sources, int targets) {
            double[] weights = new double[sources * targets];
            Arrays.fill(weights, 1);
            return new DenseSynapses(sources, targets, weights, 1);
        }
    }

    private static Lif lif() {
        return new Lif(LifParameters.of(0.9, 1));
    }

    private static SynapticLif current() {
        return new SynapticLif(LifParameters.of(0.9, 1), List.of(SynapticCurrent.of(0.8)), SynapticOrder.CURRENT_FIRST);
    }

    private static SynapticLif twoCurrents() {
        return new SynapticLif(
                LifParameters.of(0.9, 1),
                List.of(SynapticCurrent.of(0.8), SynapticCurrent.of(0.5)),
                SynapticOrder.CURRENT_FIRST);
    }

    private static AlphaLif alpha() {
        return new AlphaLif(LifParameters.of(0.9, 1), List.of(AlphaCurrent.exact(5, 10, 1, 1)));
    }

    private static NeuronModel resonator() {
        return new ResonateAndFire(NeuronValues.of(0.9), NeuronValues.of(0.1), NeuronValues.of(1), NeuronValues.of(0));
    }

    private static ChipCost cost(Network network, HardwareProfile profile) {
        List<SpikeRaster> silent = network.populations().stream()
                .map(population -> SpikeRaster.empty(population.size()))
                .toList();
        return Costing.cost(new Workload(network, silent, 2, new Clock(1e-3)), profile);
    }

    private static ChipCost cost(Sample sample, String chip) throws Exception {
        return cost(sample.network(), ProfileLibrary.find(chip));
    }

    @ParameterizedTest
    @ValueSource(strings = {"loihi", "truenorth", "spinnaker", "tesla-k40c"})
    void eventsThatAreDrawnWithinNeuronsAreNotCountedAndNotTakenForFree(String chip) throws Exception {
        PlacementSummary placement = cost(Sample.POISSON, chip).placement();

        assertTrue(
                placement.fit().unknown().contains("how Poisson events reach its neurons, whose work is not counted"),
                placement.fit().unknown().toString());
    }

    /** What these chips cannot take, by their documentation: see the sources in their profiles. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ALPHA_DELAYED | odin | delay of 90 ticks, the longest possible is 1
            ALPHA_DELAYED | speck | delay of 90 ticks, the longest possible is 1
            ALPHA_DELAYED | xylo-audio-2 | delay of 90 ticks, the longest possible is 1
            ALPHA_DELAYED | xylo-audio-3 | delay of 90 ticks, the longest possible is 1
            ALPHA_DELAYED | truenorth | delay of 90 ticks, the longest possible is 15
            ALPHA_DELAYED | loihi | delay of 90 ticks, the longest possible is 62
            ALPHA_DELAYED | loihi-2 | delay of 90 ticks, the longest possible is 62
            ALPHA_DELAYED | dynap-se | delay of 90 ticks, the longest possible is 1
            ALPHA_DELAYED | akida | cells needs an exponential leak
            DELAYED | odin | delay of 10 ticks
            DELAYED | speck | delay of 10 ticks
            DELAYED | xylo-audio-2 | delay of 10 ticks
            DELAYED | dynap-se | delay of 10 ticks
            PLAIN | akida | cells needs an exponential leak, which the chip does not have
            CURRENT | akida | an exponential leak
            TWO_CURRENTS | loihi | cells needs two synaptic currents with decays of their own
            ADAPTIVE | odin | an adaptive threshold
            ADAPTIVE | truenorth | an adaptive threshold
            ADAPTIVE | speck | an adaptive threshold
            ADAPTIVE | xylo-audio-3 | an adaptive threshold
            ADAPTIVE | brainscales-2 | an adaptive threshold
            IZHIKEVICH | loihi | Izhikevich's equations
            IZHIKEVICH | odin | Izhikevich's equations
            IZHIKEVICH | truenorth | Izhikevich's equations
            IZHIKEVICH | speck | Izhikevich's equations
            IZHIKEVICH | xylo-audio-2 | Izhikevich's equations
            IZHIKEVICH | dynap-se | Izhikevich's equations
            RESONATOR | loihi | a resonating membrane
            RESONATOR | spinnaker | a resonating membrane
            RESONATOR | xylo-audio-3 | a resonating membrane
            NOISY | xylo-audio-2 | noise
            NOISY | odin | noise
            NOISY | speck | noise
            REFRACTORY | odin | a refractory period
            LONG_REFRACTORY | loihi | cells has a refractory period of 80 ticks, the longest possible is 63
            LONG_REFRACTORY | loihi-host | cells has a refractory period of 80 ticks, the longest possible is 63
            SIGNED | odin | in needs weights of both signs from one neuron, which the chip does not have
            TWO_CURRENTS | loihi-host | cells needs two synaptic currents with decays of their own
            DELAYED | xylo-audio-3 | delay of 10 ticks
            WIDE | odin | 300
            WIDE | truenorth | 300
            WIDE | dynap-se | 300 synapses, a neuron takes 64
            WIDE | xylo-audio-2 | 300
            MANY | odin | as it has 20000 neurons, and a core takes 256
            MANY | xylo-audio-2 | as it has 20000 neurons, and a core takes 1008
            MANY | dynap-se | 20000 neurons
            LOOP | speck | synapses in a loop
            """)
    void noChipTakesWhatItDoesNotHave(Sample sample, String chip, String reason) throws Exception {
        ChipCost cost = cost(sample, chip);

        assertFalse(cost.placement().fits());
        assertTrue(cost.energy().components().isEmpty());
        assertTrue(
                String.join("; ", cost.placement().problems()).contains(reason),
                cost.placement().problems().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN, loihi",
        "REFRACTORY, loihi",
        "CURRENT, loihi",
        "DELAYED, loihi",
        "LOOP, loihi",
        "NO_LEAK, odin",
        "LOOP, odin",
        "NO_LEAK, speck",
        "NO_LEAK, truenorth",
        "LOOP, truenorth",
        "SUBTRACTION, xylo-audio-2",
        "SUBTRACTION, xylo-audio-3",
        "PLAIN, spinnaker",
        "DELAYED, spinnaker",
        "TWO_CURRENTS, spinnaker",
        "ALPHA_DELAYED, spinnaker",
        "WIDE, spinnaker",
        "IZHIKEVICH, spinnaker",
        "ADAPTIVE, spinnaker-2",
        "TWO_CURRENTS, brainscales-2",
        "ALPHA_DELAYED, tesla-k40c",
        "RESONATOR, tesla-k40c",
        "IZHIKEVICH, loihi-2"
    })
    void aChipTakesWhatItHas(Sample sample, String chip) throws Exception {
        PlacementSummary placement = cost(sample, chip).placement();

        assertTrue(placement.fits(), placement.problems().toString());
        assertEquals(List.of(), placement.fit().changes());
        assertTrue(placement.fit().isAsItIs());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PLAIN | odin | a leak by a constant in place of an exponential leak (cells)
            PLAIN | truenorth | a leak by a constant in place of an exponential leak (cells)
            PLAIN | xylo-audio-2 | decays by 1/2, 1/4, 1/8 and so on a tick alone in place of decays of any length (cells); a reset by subtraction in place of a reset to a value (cells)
            NO_LEAK | xylo-audio-3 | an exponential leak in place of integration without a leak (cells); a reset by subtraction in place of a reset to a value (cells)
            CURRENT | xylo-audio-3 | decays by 1/2, 1/4, 1/8 and so on a tick alone in place of decays of any length (cells); a reset by subtraction in place of a reset to a value (cells)
            SUBTRACTION | loihi | a reset to a value in place of a reset by subtraction (cells)
            CURRENT | odin | a leak by a constant in place of an exponential leak (cells); a jump of the potential in place of an exponential synaptic current (cells)
            TWO_CURRENTS | truenorth | a leak by a constant in place of an exponential leak (cells); a jump of the potential in place of an exponential synaptic current (cells)
            """)
    void saysWhatStandsIn(Sample sample, String chip, String expected) throws Exception {
        ChipCost cost = cost(sample, chip);

        assertTrue(cost.placement().fits());
        assertEquals(expected, String.join("; ", cost.placement().fit().changes()));
        assertFalse(cost.placement().fit().isAsItIs());
        String said = "The chip would compute another network: " + expected;
        assertTrue(
                cost.notes().stream().anyMatch(note -> note.startsWith(said)),
                cost.notes().toString());
    }

    @Test
    void anUnknownLimitIsNotNone() throws Exception {
        assertEquals(
                List.of(
                        "cores that a neuron reaches",
                        "input axons per core",
                        "input neurons",
                        "output axons per core",
                        "output neurons",
                        "synapses into a neuron",
                        "synapses out of a neuron"),
                cost(Sample.PLAIN, "loihi-2").placement().fit().unknown());
        assertTrue(cost(Sample.DELAYED, "brainscales-2")
                .placement()
                .fit()
                .unknown()
                .contains("longest delay in ticks"));
        assertTrue(cost(Sample.REFRACTORY, "spinnaker")
                .placement()
                .fit()
                .unknown()
                .contains("longest refractory period in ticks"));
        assertTrue(cost(Sample.READ_OUT, "speck").placement().fit().unknown().contains("potentials that are read out"));
        assertFalse(
                cost(Sample.READ_OUT, "loihi").placement().fit().unknown().contains("potentials that are read out"));
        assertFalse(cost(Sample.CURRENT, "brainscales-2")
                .placement()
                .fit()
                .unknown()
                .contains("longest delay in ticks"));
        assertTrue(
                cost(Sample.PLAIN, "brainscales-2").placement().fit().unknown().contains("a jump of the potential"));
        assertEquals(
                List.of(), cost(Sample.PLAIN, "spinnaker").placement().fit().unknown());
    }

    /** A price of a spike, of a step or of a second is the same whatever a spike reaches. */
    @ParameterizedTest
    @CsvSource({
        "speck, true",
        "xylo-audio-3, true",
        "brainscales-2, true",
        "loihi, false",
        "odin, false",
        "tesla-k40c, false"
    })
    void aPriceThatDoesNotFollowTheSynapsesIsSaid(String chip, boolean said) throws Exception {
        assertEquals(
                said, cost(Sample.NO_LEAK, chip).placement().fit().unknown().contains("energy of a synaptic event"));
    }

    /** A quarter is a multiple of the step of four bits, a seventh; 0.3 is not. */
    @Test
    void weightsThatNeedMoreBitsAreChanged() throws Exception {
        HardwareProfile odin = ProfileLibrary.find("odin");

        assertEquals(
                List.of(),
                cost(Sample.NO_LEAK.network(3.0 / 7), odin).placement().fit().changes());
        assertEquals(
                List.of("weights of 4 bits in place of its own (cells)"),
                cost(Sample.NO_LEAK.network(0.3), odin).placement().fit().changes());
    }

    /** ODIN's potentials end at 255: 100 spikes are counted, of 400 it counts 255, and weights of 1 are nothing beside 600. */
    @ParameterizedTest
    @CsvSource({
        "100, , ",
        "400, weights of 4 bits in place of its own (cells), ",
        "600, weights of 4 bits in place of its own (cells), "
                + "cells has a threshold so high above its weights that potentials of 9 bits hold none of them"
    })
    void aThresholdMustBeWithinThePotentialsOfTheChip(double threshold, String change, String refusal)
            throws Exception {
        Network network = new Network(
                List.of(
                        new Population("in", 1, new SpikeSource(SpikeRaster.empty(1))),
                        new Population("cells", 1, new Lif(LifParameters.of(1, threshold)))),
                List.of(new Projection("in", "cells", new DenseSynapses(1, 1, new double[] {1}, 1))));
        ChipFit fit = ChipFit.of(network, ProfileLibrary.find("odin"));

        assertEquals(Optional.ofNullable(change).stream().toList(), fit.changes());
        assertEquals(Optional.ofNullable(refusal).stream().toList(), fit.refusals());
    }

    /** ODIN: "all of their downstream synapses either take a negative or positive sign", "cannot go negative". */
    @Test
    void signsThatAChipDoesNotHaveAreRefusedOrChanged() throws Exception {
        HardwareProfile odin = ProfileLibrary.find("odin");
        double[] bySource = {1, 1, -1, -1};
        Network inhibited = weighted(2, 2, bySource);
        Network mixed = weighted(2, 2, new double[] {1, -1, -1, -1});

        assertEquals(
                List.of("a potential that stops at zero in place of a potential below zero (cells)"),
                cost(inhibited, odin).placement().fit().changes());
        assertTrue(cost(inhibited, odin).placement().fits());
        assertEquals(
                List.of("in needs weights of both signs from one neuron, which the chip does not have"),
                cost(mixed, odin).placement().problems());
        for (String signed : List.of("loihi", "truenorth", "speck", "spinnaker", "spinnaker-2")) {
            assertEquals(
                    List.of(), ChipFit.of(mixed, ProfileLibrary.find(signed)).refusals(), signed);
            assertEquals(
                    List.of(), ChipFit.of(mixed, ProfileLibrary.find(signed)).changes(), signed);
        }
        assertTrue(ChipFit.of(mixed, ProfileLibrary.find("akida"))
                .unknown()
                .contains("weights of both signs from one neuron"));
    }

    private static Network weighted(int sources, int targets, double[] weights) {
        return new Network(
                List.of(
                        new Population("in", sources, new SpikeSource(SpikeRaster.empty(sources))),
                        new Population("cells", targets, new Lif(LifParameters.of(1, 1)))),
                List.of(new Projection("in", "cells", new DenseSynapses(sources, targets, weights, 1))));
    }

    /** A neuron of TrueNorth keeps one weight for each of four types of axons. */
    @Test
    void aNeuronThatKeepsFourWeightsHasNoFifth() throws Exception {
        HardwareProfile trueNorth = ProfileLibrary.find("truenorth");

        assertEquals(
                List.of(),
                ChipFit.of(weighted(5, 1, new double[] {3, -2, 1, 0, 5}), trueNorth)
                        .changes());
        assertEquals(
                List.of("at most 4 different weights into a neuron in place of its own (cells)"),
                ChipFit.of(weighted(5, 1, new double[] {3, -2, 1, 4, 5}), trueNorth)
                        .changes());
    }

    /** The 600 fill three cores, so that each of the 200 is there three times: 85 to a core. */
    @Test
    void neuronsThatReachSeveralCoresNeedRoomForCopies() throws Exception {
        HardwareProfile trueNorth = ProfileLibrary.find("truenorth");
        double[] feed = new double[200 * 600];
        Arrays.fill(feed, 1);
        Network network = new Network(
                List.of(
                        new Population("in", 1, new SpikeSource(SpikeRaster.empty(1))),
                        new Population("first", 200, new Lif(LifParameters.of(1, 1))),
                        new Population("second", 600, new Lif(LifParameters.of(1, 1)))),
                List.of(
                        new Projection("in", "first", new DenseSynapses(1, 200, ones(200), 1)),
                        new Projection("first", "second", new DenseSynapses(200, 600, feed, 1))));

        PlacementSummary placement = cost(network, trueNorth).placement();

        assertTrue(placement.fits(), placement.problems().toString());
        assertEquals(600, placement.neurons() - 200);
        assertEquals(400, placement.copies());
        assertEquals(6, placement.coresUsed());
        assertTrue(cost(network, trueNorth).notes().stream()
                .anyMatch(note -> note.equals("Of neurons that reach several cores there are " + placement.copies()
                        + " copies, for which there is room but no work is counted.")));
        assertEquals(0, cost(network, ProfileLibrary.find("loihi")).placement().copies());
        ChipLimits oneSmallCore = ToyProfiles.limits(Map.of(Limit.NEURONS_PER_CORE, 2, Limit.TARGET_CORES, 1));
        String problem = new Placer(network)
                .place(new PlacementStrategy.InOrder(), new Mesh(20, 20, 1), oneSmallCore)
                .placement()
                .problems()
                .get(0);
        assertTrue(
                problem.startsWith(
                        "core 0 holds 2 neurons and needs 598 copies of them, as a neuron reaches no more than 1 of the"),
                problem);
    }

    private static double[] ones(int count) {
        double[] ones = new double[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    @Test
    void aNetworkInTheBitsOfAChipFitsAsItWasGiven() throws Exception {
        HardwareProfile odin = ProfileLibrary.find("odin");
        Network given = Sample.PLAIN.network(0.3137);
        QuantisedNetwork rounded = Quantisation.apply(
                ModelReplacement.apply(given, odin.cores().models()),
                ChipPrecision.of(odin.cores().limits()));
        List<SpikeRaster> silent = given.populations().stream()
                .map(population -> SpikeRaster.empty(population.size()))
                .toList();

        ChipCost cost =
                Costing.cost(new Workload(given, rounded.network(), silent, 2, new Clock(1e-3), List.of()), odin);

        assertEquals(ChipFit.of(given, odin).changes(), cost.placement().fit().changes());
        assertFalse(cost.placement().fit().isAsItIs());
    }

    /** Only a run in the bits of the chip has shortened delays: as given, the placement refuses them. */
    @Test
    void delaysBeyondTheLongestAreAChange() throws Exception {
        HardwareProfile loihi = ProfileLibrary.find("loihi");
        Network given = Sample.ALPHA_DELAYED.network();

        assertTrue(ChipFit.of(given, loihi)
                .changes()
                .contains("delays of at most 62 ticks in place of its own (in to cells)"));
        assertFalse(cost(given, loihi).placement().fits());
    }

    @Test
    void weightsThatLearnAskForPlasticity() throws Exception {
        PairStdp rule = new PairStdp(0.02, 1.1, 0.4, 0.4, 3, 20, 20);
        Network network = new Network(
                List.of(
                        new Population("in", 1, new SpikeSource(SpikeRaster.empty(1))),
                        new Population("cells", 1, new Lif(LifParameters.of(1, 1)))),
                List.of(new Projection(
                        "in", "cells", new DenseSynapses(1, 1, new double[] {1}, 1), Optional.of(rule))));

        assertTrue(cost(network, ProfileLibrary.find("loihi")).placement().fits());
        assertEquals(
                List.of("cells needs plasticity by pairs of spikes, which the chip does not have"),
                cost(network, ProfileLibrary.find("odin")).placement().problems());
    }

    @Test
    void aRefusalNamesTheSynapsesThatFillTheCores() throws Exception {
        double[] weights = new double[255 * 400];
        Arrays.fill(weights, 1);
        Network network = new Network(
                List.of(
                        new Population("in", 255, new SpikeSource(SpikeRaster.empty(255))),
                        new Population("cells", 400, new Lif(LifParameters.of(1, 1)))),
                List.of(new Projection("in", "cells", new DenseSynapses(255, 400, weights, 1))));
        ChipLimits few = ToyProfiles.limits(Map.of(Limit.SYNAPSES_PER_CORE, 1000));

        List<String> problems = new Placer(network)
                .place(new PlacementStrategy.InOrder(), new Mesh(1, 1, 1), few)
                .placement()
                .problems();

        assertTrue(
                problems.get(0).contains(", as it has 102000 synapses, and a core takes 1000; nothing is known"),
                problems.toString());
    }

    @Test
    void aRefusalNamesTheAxonsThatFillTheCores() throws Exception {
        List<Projection> projections = new ArrayList<>();
        List<Population> populations = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            double[] weights = new double[200];
            Arrays.fill(weights, 1);
            populations.add(new Population("in" + i, 200, new SpikeSource(SpikeRaster.empty(200))));
            populations.add(new Population("out" + i, 1, new Lif(LifParameters.of(1, 1))));
            projections.add(new Projection("in" + i, "out" + i, new DenseSynapses(200, 1, weights, 1)));
        }

        String problem = cost(new Network(populations, projections), ProfileLibrary.find("odin"))
                .placement()
                .problems()
                .get(0);

        assertEquals(
                "needs 3 cores, 3 chips of 1 core, as its neurons are reached by more than 256 axons of a core; nothing is"
                        + " known of systems with more than one chip",
                problem);
    }

    /** A loop through thousands of populations is one, and what only leads into it is none of it. */
    @Test
    void findsLoopsThroughManyPopulations() throws ProfileException {
        int ring = 5_000;
        List<Population> populations = new ArrayList<>();
        List<Projection> projections = new ArrayList<>();
        for (int i = 0; i <= ring; i++) {
            populations.add(new Population("p" + i, 1, lif()));
            projections.add(new Projection("p" + i, "p" + (i + 1 < ring ? i + 1 : 0), Sample.uniform(1, 1)));
        }

        ChipFit fit = ChipFit.of(new Network(populations, projections), ProfileLibrary.find("speck"));

        String refusal = fit.refusals().stream()
                .filter(text -> text.contains("synapses in a loop"))
                .findFirst()
                .orElseThrow();
        assertTrue(refusal.startsWith("p0, p1, p2, "), refusal);
        assertTrue(refusal.contains("p4999 need "), refusal);
    }
}
