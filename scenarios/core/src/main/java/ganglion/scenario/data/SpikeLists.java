package ganglion.scenario.data;

import ganglion.documents.table.ColumnHeader;
import ganglion.documents.table.CsvLines;
import ganglion.documents.table.NumberText;
import ganglion.documents.table.TableException;
import ganglion.kernel.event.SpikeRaster;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/**
 * Reads the spikes of an input: CSV with the header {@code time,neuron} (seconds, or a quantity such as {@code 12 ms}) or
 * {@code tick,neuron}, in any order. Neurons count from 0.
 */
public final class SpikeLists {

    private static final List<String> BY_TIME = List.of("time", "neuron");
    private static final List<String> BY_TICK = List.of("tick", "neuron");
    private static final String EXPECTED = "time,neuron or tick,neuron";

    private static final Pattern WHOLE_SECONDS = Pattern.compile("\\s*\\d+(\\.0*)?\\s*");

    private SpikeLists() {}

    /**
     * The spikes of a file.
     *
     * @param size neurons of the input
     * @param mostSpikes no more spikes than this are read
     * @param ticks spikes from this tick on are left out
     * @param times turns the text of a time into a tick; throws IllegalArgumentException with a sentence if it cannot
     * @throws TableException if a line cannot be used, there are too many spikes, or times seem to be milliseconds
     */
    public static SpikeRaster read(Path file, int size, int mostSpikes, long ticks, ToLongFunction<String> times)
            throws TableException {
        SpikeRaster.Builder spikes = SpikeRaster.builder(size);
        try (CsvLines lines = new CsvLines(file)) {
            List<String> header = ColumnHeader.read(lines, EXPECTED, List.of(BY_TIME, BY_TICK));
            boolean byTick = header.equals(BY_TICK);
            EventTrain.SecondsCheck check = new EventTrain.SecondsCheck();
            int count = 0;
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (count++ == mostSpikes) {
                    throw lines.problem("found more than " + mostSpikes + " spikes");
                }
                String[] fields = ColumnHeader.fields(line, header, lines);
                long tick = byTick ? NumberText.whole(fields[0], "tick", lines) : tick(fields[0], times, lines);
                int neuron = NumberText.index(fields[1], size, "neuron", lines);
                if (tick < ticks) {
                    spikes.add(tick, neuron);
                }
                boolean bare = !byTick && WHOLE_SECONDS.matcher(fields[0]).matches();
                check.add(bare ? Double.parseDouble(fields[0]) : Double.NaN, tick);
            }
            check.refuse("their unit, as in 12 ms, or else as in 12 s");
            return spikes.buildMerged();
        }
    }

    private static long tick(String text, ToLongFunction<String> times, CsvLines at) throws TableException {
        try {
            return times.applyAsLong(text.strip());
        } catch (IllegalArgumentException e) {
            throw at.problem(e.getMessage());
        }
    }
}
