package ganglion.report.picture;

import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.Spectrogram;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.function.DoubleUnaryOperator;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A value per band and frame as an image, low bands at the bottom. Loudness goes from white to dark blue with steadily falling lightness,
 * which stays readable in grey.
 */
final class BandImage {

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
