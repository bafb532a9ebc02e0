package ganglion.chips;

import ganglion.odin.CrossbarChip;
import ganglion.odin.TinyOdin;
import java.util.List;
import java.util.function.IntFunction;

/** tinyODIN: a word of 32 bits for each neuron, signed weights of 4 bits, events that visit the neurons in use. */
public final class TinyOdinChip extends Chip {

    public TinyOdinChip() {
        super(
                "tinyodin",
                "tinyODIN",
                new Range(
                        TinyOdin.LOWEST_WEIGHT,
                        TinyOdin.HIGHEST_WEIGHT,
                        TinyOdin.LOWEST_POTENTIAL,
                        TinyOdin.HIGHEST_POTENTIAL,
                        TinyOdin.HIGHEST_LEAK),
                new Layout(
                        TinyOdin::spike,
                        TinyOdin.leakAll(),
                        "00000000",
                        50e3,
                        3e6,
                        "`define ADDRESS_BITS 10\n`define WORD_BITS 32\n`define STATE(word) word[11:0]\n"));
    }

    @Override
    CrossbarChip load(Cell[] cells, int[][] weights, IntFunction<String> names) {
        TinyOdin chip = new TinyOdin(new TinyOdin.Settings(cells.length, false, false, 0));
        for (int i = 0; i < cells.length; i++) {
            chip.setNeuron(i, number(cells[i]));
        }
        for (int row = 0; row < weights.length; row++) {
            for (int i = 0; i < cells.length; i++) {
                chip.setWeight(row, i, weights[row][i]);
            }
        }
        return chip;
    }

    private static int number(Cell cell) {
        return TinyOdin.word(false, cell.leak(), cell.threshold(), cell.potential());
    }

    @Override
    int visited(int neurons) {
        return neurons;
    }

    @Override
    String word(Cell cell) {
        return String.format("%08x", number(cell));
    }

    @Override
    List<Register> registers(int[][] weights) {
        return List.of(
                START.get(0),
                START.get(1),
                new Register(2, 0, "SPI_AER_SRC_CTRL_nNEUR"),
                new Register(3, weights[0].length - 1, "SPI_MAX_NEUR"));
    }
}
