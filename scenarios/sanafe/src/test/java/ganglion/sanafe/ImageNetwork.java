package ganglion.sanafe;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * A network of the size and the layers of SANA-FE's largest example, in its words: an image of constant currents, four layers of convolutions and a
 * dense one, 18 678 neurons and 3.56 million connections on 125 cores. Its weights are made here, so that it may be copied.
 */
final class ImageNetwork {

    private static final int SIDE = 32;
    private static final int PER_CORE = 150;
    private static final int CORES_PER_TILE = 4;
    private static final int[] CHANNELS = {1, 16, 32, 64, 11};
    private static final int[] SIDES = {SIDE, 15, 13, 11, 9};
    private static final int[] THRESHOLDS = {200, 260, 300, 320, 300, 260};
    private static final int CLASSES = 11;
    private static final int KERNEL = 3;

    private final StringBuilder text = new StringBuilder("network:\n  name: image\n  groups:\n");
    private long state = 45;
    private int neurons;
    private int core;

    private ImageNetwork() {}

    /** Writes the file that SANA-FE has run, for the next of its versions. Arguments: the file. */
    public static void main(String[] words) throws IOException {
        Files.writeString(Path.of(words[0]), yaml());
    }

    static String yaml() {
        return new ImageNetwork().write();
    }

    private String write() {
        for (int layer = 0; layer <= CHANNELS.length; layer++) {
            text.append("    - name: l").append(layer).append("\n      attributes: {threshold: ");
            text.append(THRESHOLDS[layer])
                    .append(", leak_decay: 0.9990234375, soma_hw_name: loihi_lif, synapse_hw_name: ");
            text.append(layer % 2 == 0 ? "loihi_dense_synapse" : "loihi_sparse_synapse")
                    .append(", log_spikes: true}\n      neurons:\n");
            writeNeurons(layer);
        }
        text.append("  edges:\n");
        for (int layer = 1; layer < CHANNELS.length; layer++) {
            text.append("    - l")
                    .append(layer - 1)
                    .append(" -> l")
                    .append(layer)
                    .append(": {type: conv2d, input_height: ");
            text.append(SIDES[layer - 1])
                    .append(", input_width: ")
                    .append(SIDES[layer - 1])
                    .append(", input_channels: ");
            text.append(CHANNELS[layer - 1]).append(", kernel_height: 3, kernel_width: 3, kernel_count: ");
            int stride = layer == 1 ? 2 : 1;
            text.append(CHANNELS[layer])
                    .append(", stride_height: ")
                    .append(stride)
                    .append(", stride_width: ")
                    .append(stride);
            writeWeights(KERNEL * KERNEL * CHANNELS[layer - 1] * CHANNELS[layer]);
        }
        int last = CHANNELS.length - 1;
        text.append("    - l").append(last).append(" -> l").append(last + 1).append(": {type: dense");
        writeWeights(size(last) * CLASSES);
        text.append("mappings:\n");
        for (int layer = 0; layer <= CHANNELS.length; layer++) {
            writePlaces(layer);
        }
        return text.toString();
    }

    private static int size(int layer) {
        return layer == CHANNELS.length ? CLASSES : CHANNELS[layer] * SIDES[layer] * SIDES[layer];
    }

    /** Every sixth point of the image has a current of its own. */
    private void writeNeurons(int layer) {
        if (layer > 0) {
            text.append("        - 0..").append(size(layer) - 1).append('\n');
            return;
        }
        for (int i = 0; i < size(layer); i++) {
            text.append("        - ")
                    .append(i)
                    .append(": {bias: ")
                    .append(next(6) == 0 ? 4 + next(40) : 0)
                    .append("}\n");
        }
    }

    private void writeWeights(int count) {
        text.append(", weight: [");
        text.append(LongStream.range(0, count)
                .mapToObj(i -> String.valueOf(next(256) - 131))
                .collect(Collectors.joining(",")));
        text.append("]}\n");
    }

    private void writePlaces(int layer) {
        for (int i = 0; i < size(layer); ) {
            int until = Math.min(size(layer), i + PER_CORE - neurons % PER_CORE);
            text.append("  - l")
                    .append(layer)
                    .append('.')
                    .append(i)
                    .append("..")
                    .append(until - 1)
                    .append(": {core: ");
            text.append(core / CORES_PER_TILE)
                    .append('.')
                    .append(core % CORES_PER_TILE)
                    .append("}\n");
            neurons += until - i;
            i = until;
            core = neurons / PER_CORE;
        }
    }

    /** The next of Knuth's linear congruential sequence, from 0. */
    private int next(int bound) {
        state = state * 6364136223846793005L + 1442695040888963407L;
        return (int) ((state >>> 33) % bound);
    }
}
