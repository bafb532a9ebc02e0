package ganglion.kernel.checkpoint;

import ganglion.kernel.MembraneTrace;
import ganglion.kernel.PlasticWeights;
import ganglion.kernel.RunState;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.kernel.network.Population;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.EOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes and reads the states of one network. The format: the eight letters GANGLION, a version, the fingerprint of the
 * network, the fields of {@link RunState}, a hash of all of these; all numbers big-endian. Reads and writes in small
 * pieces, so that streams should be buffered.
 *
 * <p>Spikes in flight are not stored. They follow from the spikes that are, which a reader queues again for whatever
 * partition it uses. Immutable; safe to share between threads.
 */
public final class CheckpointFormat {

    private static final long MAGIC = 0x47414E474C494F4EL;
    private static final int VERSION = 2;

    private final Network network;
    private final long fingerprint;

    /** Reads every synapse of the network: make one and keep it for a whole run. */
    public CheckpointFormat(Network network) {
        this(network, NetworkFingerprint.of(network));
    }

    /**
     * The same for a network that is nowhere as a whole.
     *
     * @param network any part of it, which has all populations and projections
     * @param fingerprint of the whole: see {@link NetworkFingerprint#of(Network, long)}
     */
    public CheckpointFormat(Network network, long fingerprint) {
        this.network = network;
        this.fingerprint = fingerprint;
    }

    /** A hash of all that determines the network's spikes. Different networks share one with a chance of about 1 in 2^64. */
    public long fingerprint() {
        return fingerprint;
    }

    /** Writes a state of the network. */
    public void write(RunState state, DataOutput out) throws IOException {
        out.writeLong(MAGIC);
        out.writeInt(VERSION);
        SummedOutput summed = new SummedOutput(out);
        summed.writeLong(fingerprint);
        summed.writeLong(state.tick());
        summed.writeLong(state.synapticEvents());
        summed.writeLong(state.neuronUpdates());
        for (int p = 0; p < network.populations().size(); p++) {
            summed.writeLongs(state.neurons().get(p));
            write(state.spikes().get(p), summed);
        }
        summed.writeLongs(state.wishTicks());
        for (int neuron : state.wishNeurons()) {
            summed.writeInt(neuron);
        }
        summed.writeInt(state.weights().size());
        for (PlasticWeights weights : state.weights()) {
            summed.writeInt(weights.projection());
            summed.writeDoubles(weights.byPosition());
        }
        summed.writeInt(state.membranes().size());
        for (MembraneTrace trace : state.membranes()) {
            summed.writeInt(network.index(trace.population()));
            summed.writeDoubles(trace.potentials());
        }
        summed.writeSum();
    }

    private static void write(SpikeRaster spikes, SummedOutput out) throws IOException {
        out.writeInt(spikes.size());
        for (int i = 0; i < spikes.size(); i++) {
            out.writeLong(spikes.tick(i));
            out.writeInt(spikes.neuron(i));
        }
    }

    /**
     * Reads a state of the network.
     *
     * @throws CheckpointException if the input is no checkpoint, is damaged, or belongs to another network or program
     */
    public RunState read(DataInput in) throws IOException, CheckpointException {
        try {
            readHeader(in);
            SummedInput summed = new SummedInput(in);
            if (summed.readLong() != fingerprint) {
                throw new CheckpointException("the checkpoint belongs to another network than this one");
            }
            RunState state = readState(summed);
            summed.checkSum();
            return state;
        } catch (EOFException end) {
            throw new CheckpointException("the checkpoint is damaged: it ends early", end);
        } catch (IllegalArgumentException impossible) {
            throw new CheckpointException("the checkpoint is damaged: " + impossible.getMessage(), impossible);
        }
    }

    /**
     * Refuses what is no checkpoint, or one of another version, before anything is read that could be misunderstood.
     */
    private static void readHeader(DataInput in) throws IOException, CheckpointException {
        if (in.readLong() != MAGIC) {
            throw new CheckpointException("this is not a checkpoint: it does not begin with GANGLION");
        }
        int version = in.readInt();
        if (version != VERSION) {
            throw new CheckpointException(
                    "the checkpoint has version " + version + " of the format, expected " + VERSION);
        }
    }

    /**
     * Reads the fields of a state in the order in which {@link #write} wrote them. What they say is checked later,
     * against the network; here they only have to be readable.
     */
    private RunState readState(SummedInput in) throws IOException, CheckpointException {
        long tick = in.readLong();
        long synapticEvents = in.readLong();
        long neuronUpdates = in.readLong();
        List<long[]> neurons = new ArrayList<>();
        List<SpikeRaster> spikes = new ArrayList<>();
        for (Population population : network.populations()) {
            neurons.add(in.readLongs());
            spikes.add(readSpikes(population.size(), in));
        }
        long[] wishTicks = in.readLongs();
        int[] wishNeurons = new int[wishTicks.length];
        for (int i = 0; i < wishNeurons.length; i++) {
            wishNeurons[i] = in.readInt();
        }
        List<PlasticWeights> weights = readWeights(in);
        List<MembraneTrace> membranes = readMembranes(in);
        return new RunState(
                tick, neurons, wishNeurons, wishTicks, weights, spikes, membranes, synapticEvents, neuronUpdates);
    }

    /** Reads the spikes of a population; its builder refuses neurons that do not exist and ticks below 0. */
    private static SpikeRaster readSpikes(int neuronCount, SummedInput in) throws IOException, CheckpointException {
        SpikeRaster.Builder spikes = SpikeRaster.builder(neuronCount);
        int count = in.readCount();
        for (int i = 0; i < count; i++) {
            spikes.add(in.readLong(), in.readInt());
        }
        return spikes.build();
    }

    private static List<PlasticWeights> readWeights(SummedInput in) throws IOException, CheckpointException {
        List<PlasticWeights> weights = new ArrayList<>();
        int count = in.readCount();
        for (int i = 0; i < count; i++) {
            weights.add(new PlasticWeights(in.readInt(), in.readDoubles()));
        }
        return weights;
    }

    private List<MembraneTrace> readMembranes(SummedInput in) throws IOException, CheckpointException {
        List<MembraneTrace> membranes = new ArrayList<>();
        int count = in.readCount();
        for (int i = 0; i < count; i++) {
            int index = in.readInt();
            if (index < 0 || index >= network.populations().size()) {
                throw new CheckpointException("the checkpoint is damaged: there is no population " + index);
            }
            Population population = network.population(index);
            membranes.add(new MembraneTrace(population.name(), population.size(), in.readDoubles()));
        }
        return membranes;
    }

    /**
     * Reads numbers and keeps their hash. Trusts no length: arrays grow with what is really there, so that a broken length
     * runs into the end of the input, not out of memory.
     */
    private static final class SummedInput {

        /** Room that a stated length gets before as many numbers have been read. */
        private static final int MOST_AT_ONCE = 1 << 16;

        private final DataInput in;
        private final HashMixer mixer = new HashMixer();

        SummedInput(DataInput in) {
            this.in = in;
        }

        /** Reads a number of 64 bits. */
        long readLong() throws IOException {
            long number = in.readLong();
            mixer.add(number);
            return number;
        }

        /** Reads a number of 32 bits, which enters the hash with its sign extended, as it did when it was written. */
        int readInt() throws IOException {
            int number = in.readInt();
            mixer.add(number);
            return number;
        }

        /** Reads a number of elements. */
        int readCount() throws IOException, CheckpointException {
            int count = readInt();
            if (count < 0) {
                throw new CheckpointException("the checkpoint is damaged: it counts " + count + " things");
            }
            return count;
        }

        /**
         * Reads an array after its length. The array starts small and doubles while numbers keep coming, so that a damaged
         * length of billions costs no memory before the end of the input shows it.
         */
        long[] readLongs() throws IOException, CheckpointException {
            int count = readCount();
            long[] numbers = new long[Math.min(count, MOST_AT_ONCE)];
            for (int i = 0; i < count; i++) {
                if (i == numbers.length) {
                    numbers = Arrays.copyOf(numbers, (int) Math.min(count, 2L * i));
                }
                numbers[i] = readLong();
            }
            return numbers;
        }

        /** Reads an array of doubles by their bits: NaN payloads and signs of zero survive. */
        double[] readDoubles() throws IOException, CheckpointException {
            long[] bits = readLongs();
            double[] numbers = new double[bits.length];
            for (int i = 0; i < bits.length; i++) {
                numbers[i] = Double.longBitsToDouble(bits[i]);
            }
            return numbers;
        }

        /** Reads the hash that was written and compares it with that of the numbers read. */
        void checkSum() throws IOException, CheckpointException {
            if (in.readLong() != mixer.sum()) {
                throw new CheckpointException("the checkpoint is damaged: its checksum does not match");
            }
        }
    }

    /** Writes numbers and keeps their hash, which follows them in the file. Not thread-safe. */
    private static final class SummedOutput {

        private final DataOutput out;
        private final HashMixer mixer = new HashMixer();

        SummedOutput(DataOutput out) {
            this.out = out;
        }

        /** Writes a number of 64 bits. */
        void writeLong(long number) throws IOException {
            mixer.add(number);
            out.writeLong(number);
        }

        /** Writes a number of 32 bits, which enters the hash with its sign extended. */
        void writeInt(int number) throws IOException {
            mixer.add(number);
            out.writeInt(number);
        }

        /** Writes the length of an array and its numbers. */
        void writeLongs(long[] numbers) throws IOException {
            writeInt(numbers.length);
            for (long number : numbers) {
                writeLong(number);
            }
        }

        /** Writes the length of an array and the bits of its numbers. */
        void writeDoubles(double[] numbers) throws IOException {
            writeInt(numbers.length);
            for (double number : numbers) {
                writeLong(Double.doubleToRawLongBits(number));
            }
        }

        /** Writes the hash of all numbers before it. */
        void writeSum() throws IOException {
            out.writeLong(mixer.sum());
        }
    }
}
