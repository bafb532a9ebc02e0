package ganglion.report.picture;

import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.audio.AudioClip;
import ganglion.cochlea.audio.wave.WaveWriter;
import ganglion.documents.output.FilePublisher;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.report.chart.HearingChart;
import ganglion.report.chart.HearingChart.BandImage;
import ganglion.report.page.Html;
import ganglion.report.page.Page;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/** The output of the cochlea as a page: for each clip the picture, and the sound to play, all in one file. */
public final class HearingPage {

    /** Columns of the images and of the waveform. */
    private static final int COLUMNS = 658;

    private static final int BAR_STEPS = 64;

    /** A longer sound has no player: a page of many such would not open. */
    private static final double LONGEST_PLAYED_SECONDS = 120;

    private HearingPage() {}

    /**
     * Writes the page. The file appears complete or not at all; a file of that name is replaced.
     *
     * @param heard at least one clip, in the order of the page
     * @param picture name of the file of the picture beside it
     * @throws IOException saying in one line why nothing was written
     */
    public static void write(List<NamedHearing> heard, String picture, Path file) throws IOException {
        String names = heard.size() == 1 ? heard.get(0).name() : heard.size() + " sounds";
        int spikes = heard.stream()
                .mapToInt(sound -> sound.hearing().spikes().size())
                .sum();
        Page page = new Page(names + ", heard")
                .head("Hearing", names, "")
                .remark(heard.size() + (heard.size() == 1 ? " sound gives " : " sounds give ") + spikes + " spikes.");
        for (NamedHearing sound : heard) {
            page.card(sound.name(), card(sound));
        }
        String markup = page.withMedia()
                .markup("The same as a picture: <a href=\"" + Html.escaped(picture) + "\">" + Html.escaped(picture)
                        + "</a>.");
        FilePublisher.publishText(file, markup);
    }

    private static String card(NamedHearing sound) throws IOException {
        CochleaOutput hearing = sound.hearing();
        AudioClip audio = hearing.audio();
        StringBuilder card = new StringBuilder("<p class=\"lead\">");
        card.append(Html.escaped((sound.label().isEmpty() ? "" : sound.label() + ": ")
                        + QuantityFormat.format(audio.durationSeconds(), Dimension.TIME) + " at "
                        + QuantityFormat.format(audio.sampleRateHertz(), Dimension.FREQUENCY) + ", "
                        + hearing.bands() + " bands, " + hearing.spikes().size() + " spikes."))
                .append("</p>\n");
        if (audio.durationSeconds() <= LONGEST_PLAYED_SECONDS) {
            card.append("<audio controls preload=\"metadata\" aria-label=\"" + Html.escaped(sound.name())
                    + "\" src=\"data:audio/wav;base64,"
                    + Base64.getEncoder().encodeToString(WaveWriter.bytes(audio)) + "\"></audio>\n");
        } else {
            card.append("<p class=\"detail\">Sounds of more than "
                    + QuantityFormat.format(LONGEST_PLAYED_SECONDS, Dimension.TIME) + " are not played here.</p>\n");
        }
        return card.append(chart(sound).figure()).toString();
    }

    private static HearingChart chart(NamedHearing sound) throws IOException {
        CochleaOutput hearing = sound.hearing();
        double span = hearing.frames() * hearing.hopSeconds();
        double seconds = Math.max(1e-9, Math.max(span, hearing.audio().durationSeconds()));
        double[] samples = hearing.audio().samples();
        double peak = WavePanel.peak(samples);
        double whole = peak == 0 ? 1 : peak; // silence is a line
        double[] lowest = new double[COLUMNS];
        double[] highest = new double[COLUMNS];
        double perColumn = seconds * hearing.audio().sampleRateHertz() / COLUMNS;
        for (int column = 0; column < COLUMNS; column++) {
            int from = (int) (column * perColumn);
            int until = Math.min(samples.length, Math.max(from + 1, (int) ((column + 1) * perColumn)));
            for (int i = from; i < until; i++) {
                lowest[column] = Math.min(lowest[column], samples[i] / whole);
                highest[column] = Math.max(highest[column], samples[i] / whole);
            }
        }
        String bar = bar();
        BandImage power = new BandImage(
                "power of each band",
                base64(BandPanel.powerImage(hearing, COLUMNS)),
                bar,
                "-" + Labels.number(BandPanel.RANGE_DECIBELS) + " dB",
                "0 dB",
                span);
        BandImage drive = new BandImage(
                "drive after inhibition and gain",
                base64(BandPanel.driveImage(hearing, COLUMNS)),
                bar,
                "0",
                Labels.number(hearing.drive().maximum()),
                span);
        return new HearingChart(
                sound.name(),
                seconds,
                lowest,
                highest,
                peak,
                power,
                drive,
                hearing.spikes(),
                hearing.hopSeconds(),
                hearing.bandCentresHertz());
    }

    /** The colours from the lowest value, at the bottom, to the highest. */
    private static String bar() throws IOException {
        BufferedImage image = new BufferedImage(1, BAR_STEPS, BufferedImage.TYPE_INT_RGB);
        for (int step = 0; step < BAR_STEPS; step++) {
            image.setRGB(0, BAR_STEPS - 1 - step, SoundColours.of(step / (BAR_STEPS - 1.0)));
        }
        return base64(image);
    }

    private static String base64(BufferedImage image) throws IOException {
        return Base64.getEncoder().encodeToString(HearingPicture.png(image));
    }
}
