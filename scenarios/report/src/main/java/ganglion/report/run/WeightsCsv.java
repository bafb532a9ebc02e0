package ganglion.report.run;

import ganglion.kernel.network.Synapses;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Weights of a plastic projection as text: {@code source,target,weight,delay} with delays in ticks, a list of synapses that a
 * scenario can start from.
 */
final class WeightsCsv {

    private WeightsCsv() {}

    /** @param weights weight of each synapse, by position */
    static void write(Synapses synapses, double[] weights, Path file) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write("source,target,weight,delay\n");
            int position = 0;
            for (int source = 0; source < synapses.sourceSize(); source++) {
                for (int i = 0; i < synapses.outDegree(source); i++) {
                    writer.write(source + "," + synapses.target(source, i) + "," + weights[position] + ","
                            + synapses.delayTicks(source, i) + "\n");
                    position++;
                }
            }
        }
    }
}
