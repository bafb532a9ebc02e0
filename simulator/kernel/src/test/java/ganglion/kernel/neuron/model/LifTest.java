package ganglion.kernel.neuron.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ganglion.kernel.neuron.LifParameters;
import ganglion.kernel.neuron.NeuronGroup;
import ganglion.kernel.neuron.NeuronValues;
import ganglion.kernel.neuron.Reset;
import ganglion.kernel.neuron.Visit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifTest {

    private static final double BETA = 0.850854;

    /** Ticks at which a neuron fires under constant input, visited as part of the whole group at every tick. */
    private static List<Long> spikes(LifParameters parameters, double input, int ticks) {
        NeuronGroup group = new Lif(parameters).createGroup(0, 1);
        Visit visit = new Visit();
        List<Long> spikes = new ArrayList<>();
        for (long tick = 0; tick < ticks; tick++) {
            group.visitAll(tick, new double[] {input}, 0, visit);
            if (visit.firedCount() > 0) {
                spikes.add(tick);
            }
            visit.clear();
        }
        return spikes;
    }

    /** First spikes of the founding study's encoder, computed independently in double precision; steps count from 1. */
    @ParameterizedTest
    @CsvSource({
        "0.14915, 66",
        "0.1495, 38",
        "0.15, 32",
        "0.16, 17",
        "0.2, 9",
        "0.25, 6",
        "0.3, 5",
        "0.5, 3",
        "0.75, 2",
        "1.0, 2",
        "1.0001, 1"
    })
    void firesFirstAtTheStepOfTheStudy(double drive, long step) {
        List<Long> spikes = spikes(LifParameters.of(BETA, 1).withStrictThreshold(), drive, 100);

        assertEquals(step, spikes.get(0) + 1);
    }

    /** Half of 2 is left at the first tick: just the threshold. No input arrives, so that nobody else would ask for the visit. */
    @Test
    void asksForAVisitAtTheFirstTickIfItStartsHighEnoughToFire() {
        LifParameters parameters = LifParameters.of(0.5, 1);
        NeuronGroup low =
                new Lif(parameters.withInitialPotential(NeuronValues.of(Math.nextDown(2.0)))).createGroup(0, 3);
        NeuronGroup high = new Lif(parameters.withInitialPotential(NeuronValues.each(0, 0, 2))).createGroup(0, 3);
        Visit visit = new Visit();

        assertEquals(NeuronGroup.NEVER, low.nextOwnTick());
        assertEquals(0, high.nextOwnTick());
        high.visitAll(0, new double[3], 0, visit);
        assertEquals(1, visit.firedCount());
        assertEquals(2, visit.fired(0));
        assertEquals(NeuronGroup.NEVER, high.nextOwnTick());
    }

    /** Many listed neurons after long and unequal silences: the silent ticks are made up for side by side. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void visitsOfListedNeuronsGiveTheBitsOfVisitsAtEveryTick(boolean delayedReset) {
        int size = 1_300;
        Random random = new Random(7);
        double[] betas = random.doubles(size, 0.5, 1).toArray();
        double[] biases = random.doubles(size, 0, 1e-3).toArray();
        for (int i = 0; i < size; i += 7) {
            betas[i] = 1;
            biases[i] = 0;
        }
        Lif model = new Lif(LifParameters.of(NeuronValues.each(betas), NeuronValues.of(1))
                .withBias(NeuronValues.each(biases))
                .withReset(Reset.TO_VALUE, delayedReset)
                .withRefractoryTicks(delayedReset ? 0 : 4));
        NeuronGroup listed = model.createGroup(0, size);
        NeuronGroup whole = model.createGroup(0, size);
        double[] none = new double[size];
        int spikes = 0;
        long tick = 0;
        for (int round = 0; round < 60; round++) {
            for (long next = tick + random.nextInt(300); tick < next; tick++) {
                Visit silent = new Visit();
                whole.visitAll(tick, none, 0, silent);
                assertEquals(0, silent.firedCount());
            }
            int[] neurons = random.ints(random.nextInt(2_000), 0, size).toArray();
            double[] input = new double[size];
            IntStream.of(neurons).forEach(neuron -> input[neuron] = random.nextDouble());
            double[] same = input.clone();
            Visit some = new Visit();
            Visit all = new Visit();
            listed.visit(tick, input, 0, neurons, neurons.length, some);
            whole.visitAll(tick, same, 0, all);
            some.sortFired();
            assertEquals(fired(all), fired(some));
            spikes += all.firedCount();
            tick++;
        }
        double[] expected = new double[size];
        double[] found = new double[size];
        whole.membranePotentials(tick - 1, expected, 0);
        listed.membranePotentials(tick - 1, found, 0);
        assertArrayEquals(expected, found);
        assertTrue(spikes > 1_000, spikes + " spikes");
    }

    private static List<Integer> fired(Visit visit) {
        return IntStream.range(0, visit.firedCount()).mapToObj(visit::fired).toList();
    }
}
