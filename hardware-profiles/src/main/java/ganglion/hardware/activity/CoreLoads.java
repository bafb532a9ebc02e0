package ganglion.hardware.activity;

import ganglion.hardware.placement.Placement;
import java.util.Arrays;

/** What each core did in one tick. Reused from tick to tick; not thread safe. */
public final class CoreLoads {

    private final int[] neurons;
    private final long[] synapticOperations;
    private final int[] activeNeurons;
    private final int[] spikes;
    private final int[] messagesIn;
    private final int[] messagesOut;
    private int inputSpikes;
    private boolean idle = true;

    CoreLoads(Placement placement) {
        int cores = placement.cores().size();
        neurons =
                placement.cores().stream().mapToInt(Placement.CoreLoad::neurons).toArray();
        synapticOperations = new long[cores];
        activeNeurons = new int[cores];
        spikes = new int[cores];
        messagesIn = new int[cores];
        messagesOut = new int[cores];
    }

    /** Whether nothing at all happened in this tick. */
    public boolean idle() {
        return idle;
    }

    /** Number of cores. */
    public int cores() {
        return neurons.length;
    }

    /** Neurons on a core. */
    public int neurons(int core) {
        return neurons[core];
    }

    /** Neurons of a core that an input reached or that fired. */
    public int activeNeurons(int core) {
        return activeNeurons[core];
    }

    /** Synapses of a core that a spike sent in this tick meets; its effect may be delayed. */
    public long synapticOperations(int core) {
        return synapticOperations[core];
    }

    /** Neurons of a core that fired. */
    public int spikes(int core) {
        return spikes[core];
    }

    /** Spikes that were sent to a core, its own and inputs included. */
    public int messagesIn(int core) {
        return messagesIn[core];
    }

    /** Spikes that a core sent, each counted once for every core that it goes to. */
    public int messagesOut(int core) {
        return messagesOut[core];
    }

    /** Spikes of inputs, whether or not they reach a core. */
    public int inputSpikes() {
        return inputSpikes;
    }

    void addInputSpike() {
        idle = false;
        inputSpikes++;
    }

    void addSpike(int core) {
        idle = false;
        spikes[core]++;
    }

    void addMessage(int sourceCore, int targetCore, int synapses) {
        idle = false;
        messagesIn[targetCore]++;
        synapticOperations[targetCore] += synapses;
        if (sourceCore != Placement.OUTSIDE) {
            messagesOut[sourceCore]++;
        }
    }

    void addActiveNeuron(int core) {
        idle = false;
        activeNeurons[core]++;
    }

    void clear() {
        if (!idle) {
            Arrays.fill(synapticOperations, 0);
            Arrays.fill(activeNeurons, 0);
            Arrays.fill(spikes, 0);
            Arrays.fill(messagesIn, 0);
            Arrays.fill(messagesOut, 0);
            inputSpikes = 0;
            idle = true;
        }
    }
}
