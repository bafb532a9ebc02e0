package ganglion.hardware.sanafe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import ganglion.hardware.activity.ActivityWalk.ActivityRule;
import ganglion.kernel.event.SpikeRaster;
import java.util.ArrayList;
import java.util.List;

/**
 * The delays of SANA-FE's {@code loihi_dendrites_delay} in network {@code delays_8}, as they are: a ring of charges for each
 * neuron that moves only when messages come, so that charge is late by one step and may be lost; a charge of zero that falls
 * due leaves a neuron idle. Our network has no such delays; this says which neurons they make active, and holds the spikes that follow from them against the recorded ones.
 */
final class RingDelays implements ActivityRule {

    private static final int INPUTS = 8;
    private static final int SLOTS = 6;

    private final JsonNode connections;
    private final SpikeRaster recorded;
    private final List<double[]> potentials;
    private final List<Neuron> neurons = new ArrayList<>();

    private static final class Neuron {
        private final double[] ring = new double[SLOTS];
        private long shiftedTo;
        private double buffer;
        private boolean reached;
        private double potential;
    }

    RingDelays(JsonNode network, SpikeRaster recorded, List<double[]> potentials) {
        this.connections = network.get("connections");
        this.recorded = recorded;
        this.potentials = potentials;
        for (int i = 0; i < recorded.neuronCount(); i++) {
            neurons.add(new Neuron());
        }
    }

    @Override
    public long[] activeAt(long tick, int[] fired, int count) {
        long active = 0;
        int[] spikes = recorded.between(tick, tick + 1).countsByNeuron(tick, tick + 1);
        for (int i = 0; i < neurons.size(); i++) {
            Neuron neuron = neurons.get(i);
            if (neuron.potential != 0 || neuron.reached && neuron.buffer != 0) {
                active |= 1L << INPUTS + i;
            }
            boolean fires = step(neuron);
            assertEquals(fires ? 1 : 0, spikes[i], "neuron " + i + " at tick " + tick);
            assertEquals(potentials.get((int) tick)[1 + i], neuron.potential, 1e-9, "neuron " + i + " at tick " + tick);
        }
        for (int i = 0; i < count; i++) {
            if (fired[i] < INPUTS) {
                send(fired[i], tick);
            }
        }
        return active == 0 ? null : new long[] {active};
    }

    private boolean step(Neuron neuron) {
        double charge = neuron.reached ? neuron.buffer : 0;
        neuron.reached = false;
        double leaked = (long) (neuron.potential * 0.5 * 64) / 64.0;
        neuron.potential = leaked + charge;
        if (neuron.potential > 9) {
            neuron.potential = 0;
            return true;
        }
        return false;
    }

    private void send(int input, long tick) {
        for (int i = 0; i < connections.get("src").size(); i++) {
            if (connections.get("src").get(i).asInt() == input) {
                Neuron neuron = neurons.get(connections.get("dst").get(i).asInt() - INPUTS);
                shift(neuron, tick);
                neuron.reached = true;
                neuron.ring[connections.get("delay").get(i).asInt()] +=
                        connections.get("weight").get(i).asDouble();
            }
        }
    }

    private static void shift(Neuron neuron, long tick) {
        while (neuron.shiftedTo < tick + 1) {
            neuron.buffer = neuron.ring[0];
            System.arraycopy(neuron.ring, 1, neuron.ring, 0, SLOTS - 1);
            neuron.ring[SLOTS - 1] = 0;
            neuron.shiftedTo++;
        }
    }
}
