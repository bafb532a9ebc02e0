package ganglion.scenario.bind;

import ganglion.hardware.metrics.NumberInput;
import ganglion.kernel.neuron.source.OpenSource;
import ganglion.scenario.model.Input;
import java.util.ArrayList;
import java.util.List;

/**
 * The input of a scenario whose spikes or currents come while the run goes on, in place of those of its clips. {@link NetworkBinder} connects it
 * to the network of one run. Not thread-safe: what comes is put while the run is at rest.
 */
public final class OpenInput {

    private final String name;
    private final boolean injectsCurrents;
    private final OpenSource spikes;
    private final List<OpenCurrent> currents = new ArrayList<>();

    /** The input in place of which it stands; not connected yet. */
    public OpenInput(Input.Audio input) {
        this.name = input.name();
        this.injectsCurrents = input.injectsCurrents();
        this.spikes = new OpenSource(input.size());
    }

    /** Name of the input. */
    public String name() {
        return name;
    }

    /** Whether numbers are expected, and no spikes. */
    public boolean injectsCurrents() {
        return injectsCurrents;
    }

    /**
     * Gives the spikes of the next tick. To be called once for each tick, as {@link #putNumbers} where numbers are expected.
     *
     * @param neurons that fire, ascending
     * @param count number of those
     */
    public void putSpikes(long tick, int[] neurons, int count) {
        spikes.put(tick, neurons, count);
    }

    /** Gives the numbers of the next tick, one for each neuron of the input. */
    public void putNumbers(long tick, float[] numbers) {
        currents.forEach(current -> current.put(tick, numbers));
    }

    /**
     * What a device would have to compute for some rows of numbers, one a tick, by the populations that they flow into.
     *
     * @return nothing if spikes are expected
     */
    public List<NumberInput> numbers(float[][] rows) {
        return currents.stream().map(current -> current.numbers(rows)).toList();
    }

    OpenSource source() {
        return spikes;
    }

    OpenCurrent connect(OpenCurrent current) {
        currents.add(current);
        return current;
    }
}
