package ganglion.report.run;

import ganglion.kernel.MembraneTrace;
import ganglion.kernel.time.Clock;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recorded membrane potentials as text: {@code time_s,tick,neuron,potential}, by tick and neuron. */
final class MembraneCsv {

    private MembraneCsv() {}

    /** Writes a trace; potentials are in units of the threshold variable, in full precision. */
    static void write(MembraneTrace trace, Clock clock, Path file) throws IOException {
        BigDecimal tickSeconds = BigDecimal.valueOf(clock.tickSeconds());
        try (Writer writer = Files.newBufferedWriter(file)) {
            writer.write("time_s,tick,neuron,potential\n");
            StringBuilder rows = new StringBuilder();
            for (int tick = 0; tick < trace.ticks(); tick++) {
                String time = tickSeconds.multiply(BigDecimal.valueOf(tick)).toPlainString();
                rows.setLength(0);
                for (int neuron = 0; neuron < trace.neuronCount(); neuron++) {
                    rows.append(time)
                            .append(',')
                            .append(tick)
                            .append(',')
                            .append(neuron)
                            .append(',');
                    rows.append(trace.at(tick, neuron)).append('\n');
                }
                writer.append(rows);
            }
        }
    }
}
