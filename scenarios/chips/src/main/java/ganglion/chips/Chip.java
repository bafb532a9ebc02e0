package ganglion.chips;

import ganglion.chips.ChipProgram.Rest;
import ganglion.cli.verb.ExportTarget;
import ganglion.documents.InputException;
import ganglion.documents.OutputException;
import ganglion.hardware.chip.HardwareProfile;
import ganglion.hardware.precision.QuantisedNetwork;
import ganglion.kernel.event.SpikeRaster;
import ganglion.kernel.network.Network;
import ganglion.odin.CrossbarChip;
import ganglion.scenario.model.BitTrueChip;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/**
 * A chip that computes networks of scenarios and takes programs: what {@code apply: bit-true} computes is the program that {@code ganglion
 * export} writes. What is particular to a chip is here: its model, the range of its numbers, and where registers and memories are written.
 */
abstract sealed class Chip implements BitTrueChip, ExportTarget permits OdinChip, TinyOdinChip {

    /** Registers that keep the network still while the memories are written; with 0, in the opposite order, it runs. */
    static final List<Register> START = List.of(
            new Register(0, 1, "SPI_GATE_ACTIVITY: the memories are written"),
            new Register(1, 1, "SPI_OPEN_LOOP: a neuron that is written may spike, which must not be queued"));

    private final String profile;

    private final String title;

    private final Range range;

    private final Layout layout;

    /**
     * Whole numbers that the chip holds, in steps of weights.
     *
     * @param highestPotential also the highest threshold
     * @param highestLeak at one time reference event
     */
    record Range(int lowestWeight, int highestWeight, int lowestPotential, int highestPotential, int highestLeak) {}

    /** A neuron in steps of its weights. */
    record Cell(int leak, int threshold, int potential) {}

    /**
     * A register, as the SPI bus writes it.
     *
     * @param name with what it means here
     */
    record Register(int address, int value, String name) {}

    /**
     * What events and memories look like.
     *
     * @param spike the address of a spike on a row
     * @param leakAll the address of the event at which all neurons leak
     * @param unused word of a neuron that is not in use
     * @param icarus cycles of the hardware description that Icarus computes in a second, measured on one core of a server
     * @param verilator the same of Verilator
     * @param macros what the testbench has to know of the hardware description: bits of the buses and memories
     */
    record Layout(IntUnaryOperator spike, int leakAll, String unused, double icarus, double verilator, String macros) {}

    Chip(String profile, String title, Range range, Layout layout) {
        this.profile = profile;
        this.title = title;
        this.range = range;
        this.layout = layout;
    }

    /**
     * The chip with a network in its memories.
     *
     * @param weights of each row to each neuron
     * @param names of rows
     * @throws UnfitException if the chip cannot hold them, though each weight is in range
     */
    abstract CrossbarChip load(Cell[] cells, int[][] weights, IntFunction<String> names) throws UnfitException;

    /** Neurons that an event of a row visits. */
    abstract int visited(int neurons);

    /** A word of the neuron memory in hexadecimal digits. */
    abstract String word(Cell cell);

    /** All registers, {@link #START} first. */
    abstract List<Register> registers(int[][] weights);

    @Override
    public final String profile() {
        return profile;
    }

    /** The name that the hardware description has, too. */
    final String title() {
        return title;
    }

    final Range range() {
        return range;
    }

    final Layout layout() {
        return layout;
    }

    /** @param ticks of a scenario */
    static ProgramPace pace(HardwareProfile at, long ticks, double tickSeconds) {
        return new ProgramPace(
                ticks, tickSeconds, at.figures().operatingPoint().clockHertz().orElseThrow());
    }

    @Override
    public final Network inOwnUnits(Network given) {
        return NeuronSteps.of(given, range.highestWeight(), range.highestPotential());
    }

    @Override
    public final Outcome run(
            QuantisedNetwork rounded, List<SpikeRaster> inputs, long ticks, double tickSeconds, HardwareProfile at)
            throws UnfitException {
        ChipProgram program = ChipProgram.of(this, rounded, inputs, pace(at, ticks, tickSeconds), Rest.NONE);
        return ProgramRun.of(program).outcome(rounded.network(), inputs, at);
    }

    @Override
    public final List<String> run(Call call) throws InputException, OutputException {
        return ChipExport.run(this, call);
    }
}
