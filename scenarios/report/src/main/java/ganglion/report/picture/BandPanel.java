package ganglion.report.picture;

import ganglion.cochlea.CochleaOutput;
import ganglion.cochlea.Spectrogram;
import java.awt.image.BufferedImage;
import java.util.function.DoubleUnaryOperator;

/** A value per band and frame: power in decibels below the clip's loudest, or the drive of the encoder. */
final class BandPanel {

    static final double RANGE_DECIBELS = 70;

    private BandPanel() {}

    /** Before inhibition and gain control. */
    static void drawPower(Panel panel, CochleaOutput hearing, int pixelsPerPoint) {
        BufferedImage image = powerImage(hearing, panel.width() * pixelsPerPoint);
        draw(panel, hearing, image, "band power");
        Labels.colourBar(panel, "-" + Labels.number(RANGE_DECIBELS) + " dB", "0 dB");
    }

    /** After inhibition and gain control. */
    static void drawDrive(Panel panel, CochleaOutput hearing, int pixelsPerPoint) {
        BufferedImage image = driveImage(hearing, panel.width() * pixelsPerPoint);
        draw(panel, hearing, image, "drive after inhibition and gain");
        Labels.colourBar(panel, "0", Labels.number(hearing.drive().maximum()));
    }

    /** Power in decibels below the loudest. */
    static BufferedImage powerImage(CochleaOutput hearing, int mostColumns) {
        return image(
                hearing.mel(),
                mostColumns,
                power -> 1 + 10 * Math.log10(Math.max(power, Double.MIN_NORMAL)) / RANGE_DECIBELS);
    }

    /** Drive as a share of the largest. */
    static BufferedImage driveImage(CochleaOutput hearing, int mostColumns) {
        return image(hearing.drive(), mostColumns, DoubleUnaryOperator.identity());
    }

    private static void draw(Panel panel, CochleaOutput hearing, BufferedImage image, String name) {
        double right = panel.x(hearing.frames() * hearing.hopSeconds());
        int width = (int) Math.round(right - panel.left());
        panel.graphics().drawImage(image, panel.left(), panel.top(), width, panel.height(), null);
        Labels.frame(panel);
        Labels.name(panel, name);
        Labels.bands(panel, hearing.bandCentresHertz());
    }

    /** One row per band, low bands at the bottom. Each column shows the loudest of its frames. */
    private static BufferedImage image(Spectrogram values, int mostColumns, DoubleUnaryOperator share) {
        int columns = Math.max(1, Math.min(values.frames(), mostColumns));
        BufferedImage image = new BufferedImage(columns, values.bands(), BufferedImage.TYPE_INT_RGB);
        double loudest = Math.max(values.maximum(), Double.MIN_NORMAL);
        for (int column = 0; column < columns; column++) {
            int from = (int) ((long) column * values.frames() / columns);
            int until = (int) ((column + 1L) * values.frames() / columns);
            for (int band = 0; band < values.bands(); band++) {
                double relative = loudest(values, band, from, until) / loudest;
                image.setRGB(column, values.bands() - 1 - band, SoundColours.of(share.applyAsDouble(relative)));
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
}
