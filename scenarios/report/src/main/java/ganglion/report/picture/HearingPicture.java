package ganglion.report.picture;

import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.Spectrogram;
import ganglion.cochlea.audio.AudioClip;
import ganglion.documents.quantity.Dimension;
import ganglion.documents.quantity.QuantityFormat;
import ganglion.kernel.event.SpikeRaster;
import ganglion.report.chart.Axis;
import ganglion.report.chart.Chart;
import ganglion.report.chart.Chart.Look;
import ganglion.report.chart.Chart.Mark;
import ganglion.report.chart.ChartSheet;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * The output of the cochlea as a picture: for each clip waveform, band power before and drive after lateral inhibition and gain
 * control, and spikes below each other. Clips of one page share one time axis, so that it compares them.
 */
public final class HearingPicture {

    /** Clips of one page; browsers are slow with larger ones. */
    public static final int MOST_CLIPS = 32;

    private static final int WIDTH = 660;
    private static final int WAVE = 60;
    private static final int BANDS = 130;
    /** More spikes than this would only make the picture larger. */
    private static final int MOST_SPIKES = 20_000;

    private HearingPicture() {}

    /** One clip. @param seconds length of the time axis */
    static ChartSheet sheet(NamedHearing sound, double seconds) {
        return ChartSheet.column("", charts(sound, seconds));
    }

    /** How long a clip and what is heard of it last. */
    static double seconds(NamedHearing sound) {
        CochleaOutput hearing = sound.hearing();
        return Math.max(1e-9, Math.max(span(hearing), hearing.audio().durationSeconds()));
    }

    private static double span(CochleaOutput hearing) {
        return hearing.frames() * hearing.hopSeconds();
    }

    private static List<Chart> charts(NamedHearing sound, double seconds) {
        CochleaOutput hearing = sound.hearing();
        Axis time = Axis.of("", Dimension.TIME, Axis.Range.TIGHT).within(0, seconds);
        Axis bands = Axis.ofNames(
                "",
                Arrays.stream(hearing.bandCentresHertz())
                        .mapToObj(hertz -> QuantityFormat.format(hertz, Dimension.FREQUENCY))
                        .toList());
        String loudest = QuantityFormat.format(hearing.drive().maximum(), "", 3);
        return List.of(
                wave(hearing.audio(), time.bare()),
                image(
                        "power of each band, from -" + BandImage.RANGE_DECIBELS + " dB to 0 dB",
                        BandImage.power(hearing, WIDTH),
                        time.bare(),
                        bands,
                        span(hearing)),
                image(
                        "drive after inhibition and gain, from 0 to " + loudest,
                        BandImage.drive(hearing, WIDTH),
                        time.bare(),
                        bands,
                        span(hearing)),
                spikes(hearing, time, bands));
    }

    /** A line from the lowest to the highest sample of each column. */
    private static Chart wave(AudioClip audio, Axis time) {
        double[] samples = audio.samples();
        double peak = Arrays.stream(samples).map(Math::abs).max().orElse(0);
        double whole = peak > 0 ? peak : 1; // silence is a line
        double perColumn = Math.max(1, (double) samples.length / WIDTH);
        List<Mark> marks = new ArrayList<>();
        for (int from = 0; from < samples.length; from = (int) Math.max(from + 1, Math.ceil(from + perColumn))) {
            int until = (int) Math.min(samples.length, Math.ceil(from + perColumn));
            double at = from / audio.sampleRateHertz();
            marks.add(new Mark(at, Arrays.stream(samples, from, until).max().orElse(0) / whole));
            marks.add(new Mark(at, Arrays.stream(samples, from, until).min().orElse(0) / whole));
        }
        String title = "waveform, of a peak of " + QuantityFormat.format(peak, "", 3);
        return new Chart(title, time, Axis.ofNumbers("", Axis.Range.TIGHT).within(-1, 1))
                .size(WIDTH, WAVE)
                .series("", Look.LINE, marks);
    }

    private static Chart image(String title, BufferedImage image, Axis time, Axis bands, double seconds) {
        return new Chart(title, time, bands).size(WIDTH, BANDS).image(BandImage.base64(image), 0, seconds);
    }

    private static Chart spikes(CochleaOutput hearing, Axis time, Axis bands) {
        SpikeRaster spikes = hearing.spikes();
        boolean onePerBand = spikes.neuronCount() == hearing.bandCentresHertz().length;
        int step = Math.max(1, (spikes.size() + MOST_SPIKES - 1) / MOST_SPIKES);
        return new Chart(
                        spikes.size() + " spikes",
                        time,
                        onePerBand ? bands : Axis.ofNumbered("", Math.max(1, spikes.neuronCount())))
                .size(WIDTH, BANDS)
                .series(
                        "",
                        Look.STROKES,
                        IntStream.range(0, spikes.size())
                                .filter(i -> i % step == 0)
                                .mapToObj(i -> new Mark(spikes.tick(i) * hearing.hopSeconds(), spikes.neuron(i)))
                                .toList());
    }

    /**
     * A value per band and frame as an image, low bands at the bottom. Loudness goes from white to dark blue with steadily falling lightness,
     * which stays readable in grey.
     */
    static final class BandImage {

        /** Range of an image of power, below its loudest value. */
        static final int RANGE_DECIBELS = 70;

        /** The stops of the light spectrum of the report, which stand in palette.js, too. */
        private static final int[] STOPS = {
            0xffffff, 0xeef6f4, 0xcfe6e3, 0x9fcfd3, 0x64afc4, 0x3a86b3, 0x2f5d9b, 0x2c3776, 0x1a1a4a
        };

        private BandImage() {}

        /** Power before inhibition and gain control, in decibels below the loudest. @param mostColumns each shows the loudest of its frames */
        static BufferedImage power(CochleaOutput hearing, int mostColumns) {
            return image(
                    hearing.mel(),
                    mostColumns,
                    power -> 1 + 10 * Math.log10(Math.max(power, Double.MIN_NORMAL)) / RANGE_DECIBELS);
        }

        /** Drive after inhibition and gain control, as a share of the largest. */
        static BufferedImage drive(CochleaOutput hearing, int mostColumns) {
            return image(hearing.drive(), mostColumns, DoubleUnaryOperator.identity());
        }

        private static BufferedImage image(Spectrogram values, int mostColumns, DoubleUnaryOperator share) {
            int columns = Math.max(1, Math.min(values.frames(), mostColumns));
            BufferedImage image = new BufferedImage(columns, values.bands(), BufferedImage.TYPE_INT_RGB);
            double loudest = Math.max(values.maximum(), Double.MIN_NORMAL);
            for (int column = 0; column < columns; column++) {
                int from = (int) ((long) column * values.frames() / columns);
                int until = (int) ((column + 1L) * values.frames() / columns);
                for (int band = 0; band < values.bands(); band++) {
                    double relative = loudest(values, band, from, until) / loudest;
                    image.setRGB(column, values.bands() - 1 - band, colour(share.applyAsDouble(relative)));
                }
            }
            return image;
        }

        private static double loudest(Spectrogram values, int band, int fromFrame, int untilFrame) {
            double loudest = 0;
            for (int frame = fromFrame; frame < untilFrame; frame++) {
                loudest = Math.max(loudest, values.at(frame, band));
            }
            return loudest;
        }

        /** Colour of a share from 0 (silent) to 1 (loudest), as 0xRRGGBB; lower shares count as 0, higher ones as 1. */
        static int colour(double share) {
            double place = Math.max(0, Math.min(1, share)) * (STOPS.length - 1);
            int lower = Math.min(STOPS.length - 2, (int) place);
            double part = place - lower;
            int colour = 0;
            for (int shift = 16; shift >= 0; shift -= 8) {
                int from = STOPS[lower] >> shift & 0xff;
                int to = STOPS[lower + 1] >> shift & 0xff;
                colour |= (int) Math.round(from + (to - from) * part) << shift;
            }
            return colour;
        }

        /** An image as a PNG file in base64. */
        static String base64(BufferedImage image) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            // A stream of its own, because ImageIO would otherwise keep the image in a temporary file.
            try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
                ImageIO.write(image, "png", out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return Base64.getEncoder().encodeToString(bytes.toByteArray());
        }
    }
}
