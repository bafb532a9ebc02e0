package ganglion.cli.verb;

import ganglion.cli.print.HeardFiles;
import ganglion.cli.terminal.Console;
import ganglion.cochlea.CochleaParameters;
import ganglion.cochlea.CochleaStream;
import ganglion.cochlea.audio.AudioFormatException;
import ganglion.cochlea.audio.SampleSource;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import java.io.IOException;
import java.math.BigDecimal;
import org.HdrHistogram.Histogram;

/** Sound that is still going on: prints each spike as it comes, and in the end how long frames took. Memory is constant. */
final class HearStream {

    private static final double NANOSECOND = 1e-9;

    private final Console console;
    private final BigDecimal hop;
    private final double hopSeconds;
    private final int hopSamples;
    private final CochleaStream ear;
    private final SampleSource source;
    private long samplesLeft;
    private long spikes;
    private long spikesFlushed;

    /**
     * @param durationSeconds time after which the sound counts as over
     * @throws IllegalArgumentException if the ear looks into the future, or the rate is out of its range
     */
    HearStream(Console console, CochleaParameters parameters, SampleSource source, double durationSeconds) {
        this.console = console;
        this.hopSeconds = parameters.hopSeconds();
        this.hop = BigDecimal.valueOf(hopSeconds);
        this.hopSamples = parameters.hopSamples();
        this.source = source;
        this.samplesLeft = (long) Math.min(Long.MAX_VALUE, Math.ceil(durationSeconds * source.sampleRateHertz()));
        this.ear = new CochleaStream(parameters, source.sampleRateHertz(), this::print);
    }

    /** Converts sound to spikes until the sound ends, or until the reader of the spikes closes its end. */
    void hear() throws IOException, AudioFormatException {
        console.out().println("time,neuron");
        double[] piece = new double[hopSamples];
        boolean wanted = flushed();
        for (int count = read(piece); count >= 0 && wanted; count = read(piece)) {
            ear.accept(piece, 0, count);
            wanted = spikes == spikesFlushed || flushed();
        }
        ear.finish();
        console.errorLine(summary() + leftOut());
    }

    private int read(double[] piece) throws IOException, AudioFormatException {
        int count = samplesLeft == 0 ? -1 : source.read(piece, 0, (int) Math.min(piece.length, samplesLeft));
        samplesLeft -= Math.max(0, count);
        return count;
    }

    private void print(long tick, int neuron) {
        console.out().print(HeardFiles.SpikeFile.row(hop, tick, neuron));
        spikes++;
    }

    private boolean flushed() {
        spikesFlushed = spikes;
        return console.outTaken();
    }

    private String leftOut() {
        int bytes = samplesLeft == 0 ? 0 : source.unfinishedBytes();
        return bytes == 0 ? "" : "; the last " + bytes + (bytes == 1 ? " byte is" : " bytes are") + " no whole sample";
    }

    private String summary() {
        Histogram work = ear.workNanoseconds();
        String heard =
                "heard " + QuantityFormat.format(ear.frames() * hopSeconds, Dimension.TIME) + " in " + ear.frames()
                        + " ticks of " + QuantityFormat.format(hopSeconds, Dimension.TIME) + ": " + spikes + " spikes";
        return ear.frames() == 0
                ? heard
                : heard + "; work of a tick: median " + time(work.getValueAtPercentile(50)) + ", 99 % within "
                        + time(work.getValueAtPercentile(99)) + ", 99.9 % within "
                        + time(work.getValueAtPercentile(99.9)) + ", at most " + time(work.getMaxValue());
    }

    private static String time(long nanoseconds) {
        return QuantityFormat.format(nanoseconds * NANOSECOND, Dimension.TIME);
    }
}
