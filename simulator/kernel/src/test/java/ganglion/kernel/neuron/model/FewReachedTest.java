package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronModel;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.Visit;
import ganglion.kernel.neuron.current.SynapticCurrent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A visit of all neurons leaves the same bits whether or not the core lists those with input. */
class FewReachedTest {

    private static final int SIZE = 700;
    private static final int TICKS = 60;
    private static final int REACHED = 40;

    static Stream<NeuronModel> models() {
        LifParameters biased = LifParameters.of(0.97, 1).withBias(NeuronValues.of(0.04));
        SynapticCurrent excitation = new SynapticCurrent(NeuronValues.of(0.9), NeuronValues.of(0.3));
        SynapticCurrent inhibition =
                new SynapticCurrent(NeuronValues.of(0.8), NeuronValues.of(0.2), NeuronValues.of(-0.01));
        NeuronValues uneven =
                NeuronValues.each(new Random(7).doubles(SIZE, 0.8, 0.99).toArray());
        return Stream.of(
                new Lif(biased),
                new Lif(biased.withRefractoryTicks(3)),
                new Lif(biased.withReset(Reset.BY_SUBTRACTION, true)),
                new Lif(biased.withReset(Reset.TO_VALUE_LOSING_INPUT, true)),
                new Lif(LifParameters.of(uneven, NeuronValues.of(1)).withBias(NeuronValues.of(0.1))),
                new Lif(biased, Integration.CLOSED_FORM),
                new AdaptiveLif(biased, NeuronValues.of(0.99), NeuronValues.of(0.2)),
                new SynapticLif(biased, List.of(excitation), SynapticOrder.POTENTIAL_FIRST),
                new SynapticLif(biased, List.of(excitation), SynapticOrder.CURRENT_FIRST),
                new SynapticLif(
                        biased.withRefractoryTicks(4), List.of(excitation, inhibition), SynapticOrder.POTENTIAL_FIRST),
                new SynapticLif(biased, List.of(excitation, inhibition), SynapticOrder.CURRENT_FIRST),
                new SynapticLif(
                        biased,
                        List.of(new SynapticCurrent(uneven, NeuronValues.of(0.1))),
                        SynapticOrder.POTENTIAL_FIRST));
    }

    @ParameterizedTest
    @MethodSource("models")
    void comesToTheSameWhetherNeuronsWithInputAreListedOrNot(NeuronModel model) {
        Random random = new Random(11);
        NeuronGroup whole = model.createGroup(0, SIZE);
        NeuronGroup listed = model.createGroup(0, SIZE);
        int spikes = 0;
        for (int tick = 0; tick < TICKS; tick++) {
            int[] reached = random.ints(REACHED, 0, SIZE).toArray();
            double[] input = new double[3 + SIZE * model.inputChannels()];
            for (int neuron : reached) {
                int channel = random.nextInt(model.inputChannels());
                input[3 + channel * SIZE + neuron] += channel == 0 ? random.nextDouble() : -random.nextDouble();
            }
            double[] sameInput = input.clone();
            Visit visit = new Visit();
            Visit sameVisit = new Visit();

            whole.visitAll(tick, input, 3, visit);
            listed.visitAllReached(tick, sameInput, 3, reached, REACHED, sameVisit);

            assertEquals(fired(visit), fired(sameVisit), "tick " + tick);
            assertArrayEquals(bits(whole, tick), bits(listed, tick), "tick " + tick);
            assertArrayEquals(new double[input.length], sameInput, "input is to be set back to zero");
            spikes += visit.firedCount();
        }
        assertTrue(spikes > SIZE / 2, "too quiet to show anything: " + spikes);
    }

    private static List<Integer> fired(Visit visit) {
        List<Integer> fired = new ArrayList<>();
        for (int i = 0; i < visit.firedCount(); i++) {
            fired.add(visit.fired(i));
        }
        return fired;
    }

    private static long[] bits(NeuronGroup group, long tick) {
        double[] potentials = new double[SIZE];
        group.membranePotentials(tick, potentials, 0);
        return Arrays.stream(potentials).mapToLong(Double::doubleToRawLongBits).toArray();
    }
}
