package ganglion.chips;

import ganglion.odin.CrossbarChip;
import ganglion.odin.Odin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * ODIN with its leaky integrate-and-fire neurons: a word of 128 bits for each, weights of 3 bits whose sign is that of their row, events
 * that visit all 256 neurons. Nothing learns, and no neuron bursts: synapses have no mapping bit, and pass on their weight without.
 */
public final class OdinChip extends Chip {

    private static final int SIGNS_EACH = 16;

    public OdinChip() {
        super(
                "odin",
                "ODIN",
                new Range(-Odin.HIGHEST_WEIGHT, Odin.HIGHEST_WEIGHT, 0, Odin.HIGHEST_POTENTIAL, Odin.HIGHEST_LEAK),
                new Layout(
                        Odin::spike,
                        Odin.leakAll(),
                        String.format("%016x%016x", Odin.DISABLED, 1),
                        5.6e3,
                        600e3,
                        "`define ADDRESS_BITS 17\n`define WORD_BITS 128\n`define STATE(word) {4'd0, word[77:70]}\n"));
    }

    @Override
    CrossbarChip load(Cell[] cells, int[][] weights, IntFunction<String> names) throws UnfitException {
        int[] mixed = IntStream.range(0, weights.length)
                .filter(row ->
                        inhibits(weights[row]) && Arrays.stream(weights[row]).anyMatch(weight -> weight > 0))
                .toArray();
        if (mixed.length > 0) {
            throw new UnfitException(List.of("found weights of both signs from " + mixed.length + " of "
                    + weights.length + " neurons and inputs, the first of them " + names.apply(mixed[0])
                    + ", expected one sign: that of the row"));
        }
        Odin chip = new Odin(new Odin.Settings(false, 0, false, 0, false, true, false, 0));
        for (int i = 0; i < Odin.NEURONS; i++) {
            boolean used = i < cells.length;
            chip.setNeuron(i, used ? Odin.lifState(cells[i].potential()) : Odin.DISABLED, used ? low(cells[i]) : 1);
        }
        for (int row = 0; row < weights.length; row++) {
            chip.setInhibitory(row, inhibits(weights[row]));
            for (int i = 0; i < cells.length; i++) {
                chip.setSynapse(row, i, Math.abs(weights[row][i]), false);
            }
        }
        return chip;
    }

    private static long low(Cell cell) {
        return Odin.lif(cell.leak(), cell.threshold());
    }

    private static boolean inhibits(int[] row) {
        return Arrays.stream(row).anyMatch(weight -> weight < 0);
    }

    @Override
    int visited(int neurons) {
        return Odin.NEURONS;
    }

    @Override
    String word(Cell cell) {
        return String.format("%016x%016x", Odin.lifState(cell.potential()), low(cell));
    }

    @Override
    List<Register> registers(int[][] weights) {
        List<Register> registers = new ArrayList<>(START);
        for (int from = 0; from < Odin.NEURONS; from += SIGNS_EACH) {
            int signs = 0;
            for (int row = from; row < Math.min(from + SIGNS_EACH, weights.length); row++) {
                signs |= inhibits(weights[row]) ? 1 << row - from : 0;
            }
            registers.add(new Register(registers.size(), signs, "SPI_SYN_SIGN: inhibitory rows from " + from + " on"));
        }
        Collections.addAll(
                registers,
                new Register(18, 0, "SPI_BURST_TIMEREF: no bursts"),
                new Register(19, 0, "SPI_AER_SRC_CTRL_nNEUR"),
                new Register(20, 0, "SPI_OUT_AER_MONITOR_EN"),
                new Register(21, 0, "SPI_MONITOR_NEUR_ADDR"),
                new Register(22, 0, "SPI_MONITOR_SYN_ADDR"),
                new Register(23, 0, "SPI_UPDATE_UNMAPPED_SYN: no synapse learns"),
                new Register(24, 1, "SPI_PROPAGATE_UNMAPPED_SYN: all synapses pass on their weight"),
                new Register(25, 0, "SPI_SDSP_ON_SYN_STIM"));
        return registers;
    }
}
